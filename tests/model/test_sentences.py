"""Where sentences of interview speech end, in six languages and where the language is not known."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model.sentences import sentences

# A bar stands where one sentence ends and the next begins.
CASES = {
    "titles and times": ("en", "We met Dr. Smith at 3 p.m. and left.| Mrs. Ek came at 4 p.m.| Then we ate."),
    "a bare no": ("en", "No.| We never did.| See No. 5 and p. 12.| No."),
    "one's own I": ("en", "It was she and I.| We left – I mean, we ran."),
    "spoken quotation": ("en", '"Stop!" he said.| "Why?"| Nobody knew.| “It is wrong.”| Then he left.'),
    "trailing off": ("en", "So we waited… and waited...| Nobody came.| And then... well, nothing."),
    "decimals": ("en", "It cost 3.5 million.| 12 people left in 1995.| Then 20 more."),
    "initials": ("en", "J. K. Rowling and B.B. King met in the U.S. Congress."),
    "etc": ("en", "Apples, pears, etc. and more.| Apples, etc.| Then we went."),
    "asides": ("en", "We laughed.| [laughs] And cried.| (Both.)| That was it."),
    "stamps": ("en", "We left at 5.| [00:12:03] Then we came.| (12:04) 00:12:05 So.| We went [00:13:00] and so on."),
    "a stamp in mid-sentence": ("en", "All of it, etc. [00:13:03] and so on."),
    "list": ("en", "1. First thing.| 2. Second thing."),
    "broken off": ("en", "I was going to –| No, wait."),
    "Swedish abbreviations": ("sv", "Vi har t.ex. Anna, bl.a. Bo m.fl. som var där.| Det var t. ex. Bo."),
    "Swedish at the end": ("sv", "Chefer, läkare m.fl.| Sedan gick vi.| Det är dvs. Anna."),
    "Swedish numbers": ("sv", "Den 3. maj kom dr. Ek.| Se s. 14 och kap. 3.| Det var 3,5 procent."),
    "Swedish dialogue": ("sv", "Han frågade.| – Nej.| – Jo.| Det var länge sen.| Vi såg dom.| Sen gick vi."),
    "German abbreviations": ("de", "Wir haben z. B. Ärzte, z.B. Pfleger, d. h. Menschen u. a. Berufe."),
    "German ordinals": ("de", "Am 3. Mai kam Dr. Müller.| Im 19. Jahrhundert.| Der 2. Weltkrieg.| Es war 1995.| Ja."),
    "German nouns": ("de", "Das System – Menschen und Geräte – lebt.| Ich war–| Nein."),
    "German quotation": ("de", "Er sagte: „Ich gehe.“| Dann ging er.| »Nein.«| Doch."),
    "French abbreviations": ("fr", "M. Dupont, p. ex. Paul, et Mme. Curie.| Il y a p.ex. Marie, etc.| Voilà."),
    "French quotation": ("fr", "« Non ! » dit-il.| Et vous ?| Oui…| Mais non."),
    "Spanish abbreviations": ("es", "Fui a EE.UU. con el Sr. Pérez.| Los EE. UU. Unidos.| Véase pág. 5."),
    "Spanish openings": ("es", "Bien.| ¿Y tú?| ¡Claro!| Pues no."),
    "Portuguese abbreviations": ("pt", "O Sr. Silva, p. ex. Paulo, veio.| É isso que é.| Não sei.| Vol. 3 é bom."),
    "unknown language": (None, "Vi har t.ex. Anna.| Wir haben z.B. Ärzte.| Dr. Smith.| They called me.| Then out."),
    "a region's tag": ("pt-BR", "O Dr. Silva veio.| Sim."),
    "script without case": ("he", "שלום.| מה שלומך?| טוב."),
    "script without spaces": ("ja", "これは本です。|それは「ペンです。」|はい。"),
    "paragraphs": ("en", "first line\n| second line"),
    "no terminator": ("en", "yeah and then we left"),
    "lower case goes on": ("en", "yeah. and then we left"),
    "empty": ("en", "   "),
}


@pytest.mark.parametrize(("language", "marked"), CASES.values(), ids=CASES.keys())
def test_sentences_end_where_a_reader_ends_them(language, marked):
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|") if part.strip()]
    assert [text[start:end] for start, end in sentences(text, language=language)] == expected


@given(st.text(alphabet="aA .!?…–\n\"'[](1:0)é"), st.sampled_from(["en", "sv", "de", None]))
def test_sentences_hold_every_word_once_and_in_order(text, language):
    found = sentences(text, language=language)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in found)


def test_positions_count_from_the_text_not_from_the_range():
    text = "Before. One here. Two here. After."
    assert [text[start:end] for start, end in sentences(text, 8, 27, "en")] == ["One here.", "Two here."]


def test_a_long_interview_takes_less_than_a_blink():
    line = 'We met Dr. Smith, e.g. at 3 p.m. and left... Then – well – no. "Why?" she said. [00:12:03] And so on.\n'
    text = line * 1700
    begun = time.perf_counter()
    found = sentences(text, language="en")
    assert time.perf_counter() - begun < 0.5
    assert len(found) == 1700 * 4


TRANSCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "transcripts"
PLACES = [
    ("hitsave-wintermoor.md", "en", "I have with me some of the team members behind Wintermoor tactics club."),
    ("riksdagen-202223-020-utdrag.sv.txt", "sv", "Det är grunden för en säker diagnos."),
    (
        "bitcointranscripts-2020-02-06-antoine-riard-taproot-lightning.es.md",
        "es",
        "Si quieres que te paguen vas a enviar una factura al remitente.",
    ),
    ("changelog-the-changelog-594.md", "en", "It might be somebody else's Azure."),
]


@pytest.mark.parametrize(("name", "language", "sentence"), PLACES, ids=[place[0] for place in PLACES])
def test_sentences_of_real_transcripts_are_found(name, language, sentence):
    path = TRANSCRIPTS / name
    if not path.exists():
        pytest.skip(f"the transcript {name} is not here")
    text = path.read_text(encoding="utf-8")
    assert sentence in [text[start:end] for start, end in sentences(text, language=language)]
