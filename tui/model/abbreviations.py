"""Abbreviations that end in a full stop without ending a sentence, a short list a language.

Three kinds: `inside` never end one (titles, `t.ex.`), `closing` may (`etc.`, `m.fl.`: before a capital they do), and
`before_number` are abbreviations only where a number follows (`No. 5`, `Jan. 3`, but not “No. We never did.”).
All lower case, without the last full stop.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Abbreviations(NamedTuple):
    """The abbreviations of one language, and the words and names that make a number before them an ordinal."""

    inside: frozenset[str]
    closing: frozenset[str]
    before_number: frozenset[str]
    before_ordinal: frozenset[str] = frozenset()
    after_ordinal: frozenset[str] = frozenset()


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BY_LANGUAGE: Mapping[str, Abbreviations] = {
    "en": Abbreviations(
        inside=_words(
            "mr mrs ms mx dr prof st sr jr rev gov gen col lt capt sgt cpl pvt supt insp messrs vs cf e.g i.e "
            "viz approx ca et.al u.s u.k u.n e.u d.c dept"
        ),
        closing=_words("etc inc ltd corp a.m p.m am pm ph.d m.d b.a m.a b.sc m.sc"),
        before_number=_words(
            "no nos p pp vol vols ch chap sec fig figs eq art para ref q jan feb mar apr jun jul aug sep sept "
            "oct nov dec"
        ),
    ),
    "sv": Abbreviations(
        inside=_words(
            "t.ex tex bl.a bla d.v.s dvs dr prof fr hr leg kand lic ca c:a jfr jmf s.k f.d t.o.m fr.o.m p.g.a "
            "pga m.a.o e.g i.st f.ö i.o.m f.n ev resp exkl inkl ang avd forts tel tf övers utg nuv dåv ggr st"
        ),
        closing=_words("etc osv o.s.v m.m m.fl mfl o.d o.dyl e.d e.dyl kl f.kr e.kr"),
        before_number=_words(
            "nr no s sid kap kl fig tab vol bd par avsn mom jan feb mar apr jun jul aug sep sept okt nov dec "
            "mån tis ons tors fre lör sön tfn"
        ),
    ),
    "de": Abbreviations(
        inside=_words(
            "z.b d.h u.a i.d.r o.ä u.ä v.a z.t i.e m.e i.a s.o s.u vgl bzw ca dr prof dipl hr fr frl st str "
            "evtl ggf inkl exkl zzgl bspw sog gem bes allg insb vs tel geb verh gest urspr ebd hrsg"
        ),
        closing=_words("usw etc usf o.g ff u.s.w n.chr v.chr gmbh"),
        before_number=_words(
            "nr s kap abb tab bd vol ziff abs art anm jan feb mär apr jun jul aug sep sept okt nov dez aufl"
        ),
        before_ordinal=_words(
            "am der dem den des die das im ins vom zum zur bis ab seit beim mein dein sein ihr unser euer "
            "kein jeder jedes jeden jede dieser diesem diesen ein einen einem eines"
        ),
        after_ordinal=_words(
            "januar jänner februar märz april mai juni juli august september oktober november dezember "
            "jahrhundert jahrhunderts jahrhunderte weltkrieg weltkriegs klasse semester stock etage mal "
            "auflage lebensjahr platz"
        ),
    ),
    "fr": Abbreviations(
        inside=_words(
            "p.ex m mm mme mmes mlle mlles dr pr mgr st ste bd boul c.-à-d c.à.d vs tél adr resp s.v.p cf env "
            "av e.g i.e"
        ),
        closing=_words("etc apr j.-c cie n.b p.s"),
        before_number=_words("no n nos p pp chap art fig vol t tab janv févr avr juil sept oct nov déc réf"),
    ),
    "es": Abbreviations(
        inside=_words(
            "p.ej sr sra srta sres sras dña dr dra drs prof profa lic arq gral cnel sto sta ud uds vd vds av "
            "avda dpto tel teléf aprox ee ee.uu rr.hh ss.mm cía vs cf e.g i.e admón"
        ),
        closing=_words("etc a.m p.m s.a s.l j.c a.c d.c"),
        before_number=_words(
            "núm nº n.º no pág págs p pp cap vol art fig tomo ene feb mar abr may jun jul ago sept oct dic"
        ),
    ),
    "pt": Abbreviations(
        inside=_words(
            "p.ex sr sra srs sras srta dr dra drs dras prof profa enga exmo exma ilmo v.exa exa av tel tels "
            "aprox depto ltda cia eua e.u.a vs cf e.g i.e sto sta"
        ),
        closing=_words("etc a.m p.m s.a a.c d.c"),
        before_number=_words(
            "nº n.º n no núm pág págs p pp cap vol art fig jan fev mar abr jun jul ago set out nov dez"
        ),
    ),
}

# Abbreviations that are words of their own in one of the other languages: nobody's where the language is unknown.
_WORDS_ELSEWHERE = _words("av bes bla env et.al fr gem geb gen hr leg m mm pr st ste tf tex verh")


@cache
def abbreviations(language: str | None) -> Abbreviations:
    """Return the abbreviations of a language (`sv`, `sv-SE`), those of all languages together where it is unknown."""
    known = BY_LANGUAGE.get((language or "").casefold().replace("_", "-").partition("-")[0])
    if known is not None:
        return known
    together = [frozenset[str]().union(*kind) - _WORDS_ELSEWHERE for kind in zip(*BY_LANGUAGE.values(), strict=True)]
    return Abbreviations(*together)
