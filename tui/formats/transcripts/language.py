"""Language: which of six a text is written in, by its most common words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

_COMMON = {
    "en": "the and of to a in is it you that i was for on are with they be at have this from not we there what so but "
    "just like yeah know your my had about were been would because really think",
    "sv": "och att det i en jag på är som av för med den till inte har de om ett var men vi så när man där kan också "
    "han hon eller ja hade skulle från vad mycket bara blir detta sig",
    "de": "und die der das ich ist nicht ein zu es in den sie mit wir auch auf eine dass war so wie da aber man für "
    "dann hat noch sich von wenn ja haben mir mich oder sind im dem",
    "fr": "le la les et de un une des est je que pas ça dans en il elle on qui pour ce vous sur avec mais c'est du au "
    "nous plus ils était oui très j'ai sont fait aussi parce être",
    "es": "el la los las y de que en un una es no se lo por con para está pero como más yo muy del al sí esto eso hay "
    "porque su le cuando ser también son fue tiene nos",
    "pt": "o a os as e de que em um uma é não se por com para está mas como mais eu muito do da ao no na isso você "
    "porque sua quando também são foi tem ele ela dos das",
}
_LISTS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH = 20_000
"""So many words are looked at, from the beginning."""


def language_of(text: str) -> str | None:
    """Return en, sv, de, fr, es or pt where one of them clearly has the most common words in the text, else None."""
    counts = Counter(match[0].casefold() for match in islice(_WORD.finditer(text), _ENOUGH))
    total = sum(counts.values())
    scores = {
        language: sum(number for word, number in counts.items() if word in common)
        for language, common in _LISTS.items()
    }
    first, second, *_ = sorted(scores, key=lambda language: scores[language], reverse=True)
    if scores[first] < 3 or scores[first] < 0.15 * total or scores[first] < 1.2 * scores[second]:
        return None
    return first
