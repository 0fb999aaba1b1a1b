"""Names: what a label may be called, and what the field's languages call the one who asks and the one who answers."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from tui.formats.parsed import INTERVIEWER, NEITHER, PARTICIPANT

_INTERVIEWER = """
interviewer interviewers int intv iv interv moderator mod facilitator host co-host researcher investigator question
questioner q i m chair chairman chairwoman chairperson
intervjuare intervjuaren forskare forskaren moderatorn samtalsledare fråga f talmannen ordföranden
interviewerin interviewende forscher forscherin moderatorin moderation frage
enquêteur enquêtrice enquêteuse intervieweur intervieweuse chercheur chercheuse animateur animatrice modérateur
modératrice
entrevistador entrevistadora pregunta moderadora investigador investigadora pergunta pesquisador pesquisadora
intervistatore intervistatrice domanda intervjuer intervjueren interviewstem vraag onderzoeker spørsmål spørgsmål
haastattelija kysymys badacz badaczka pytanie kérdező kérdés görüşmeci soru
интервьюер вопрос модератор ведущий ведущая исследователь συνεντευκτής ερώτηση
מראיין מראיינת מנחה חוקר חוקרת שאלה היו"ר היו״ר المحاور المحاورة الباحث الباحثة سؤال
访谈者 採訪者 采访者 访谈员 访问者 访员 訪談者 主持人 提问者 研究者 记者 問 问
インタビュアー 聞き手 質問者 質問 司会 司会者 調査者
면접자 진행자 질문 연구자 인터뷰어
"""
_PARTICIPANT = """
participant interviewee respondent resp informant guest answer subject patient p r a
deltagare deltagaren respondenten informanten intervjuperson intervjupersonen ip svar s
teilnehmer teilnehmerin befragte befragter interviewte interviewter interviewpartner interviewpartnerin antwort b
participante enquêté enquêtée interviewé interviewée répondant répondante réponse
entrevistado entrevistada informante respuesta resposta
intervistato intervistata partecipante risposta geïnterviewde deelnemer antwoord haastateltava vastaus
respondentka odpowiedź válasz katılımcı cevap респондент респондентка информант информантка участник участница ответ
συμμετέχων απάντηση
נחקר נחקרת מרואיין מרואיינת משתתף משתתפת תשובה المشارك المشاركة المستجيب جواب
受访者 受訪者 被访者 被訪者 访谈对象 参与者 参加者 回答者 回答 答
インタビュイー 話し手 対象者 面接対象者 응답자 참여자 참가자 답변
"""
_ANYONE = """
speaker sprecher sprecherin talare locuteur locutrice orador oradora hablante spreker prelegent mówca
说话人 說話人 发言人 發言人 話者 화자 דובר דוברת المتحدث
"""
_NOBODY = """
break music intro outro ad ads advert advertisement sponsor jingle all everyone everybody alla alle tous todos
unknown unidentified observer announcer narrator voiceover paus pause musik musique música
"""
_NO_LABELS = """
date time place location venue duration length title subject topic file filename recording recorded transcript
transcription transcribed language project version note notes nb ps re cc to from source url http https link links
slides video audio tags keywords abstract summary introduction background method methods result results conclusion
discussion example examples warning important remark remarks comment comments context setting participants interviewees
interviewed attendees present age gender occupation email phone address page chapter figure table appendix
reference references see also however therefore finally first second third fourth one two three today tomorrow
datum tid plats längd språk titel ämne anteckning anteckningar obs exempel deltagarnas kön ålder yrke projekt
fil källa sammanfattning bakgrund ort dauer sprache thema hinweis anmerkung beispiel zeit datei alter geschlecht beruf
zusammenfassung uhrzeit lieu durée langue titre sujet remarque exemple heure fichier âge sexe résumé thème
fecha hora lugar duración idioma tema título nota notas ejemplo diapositivas archivo edad género resumen proyecto
data duração local exemplo língua arquivo idade resumo slide observação
日期 时间 時間 地点 地點 时长 备注 備註 注 主题 主題 日時 場所 備考 題名 例 날짜 장소 시간 주제 참고
תאריך שעה מקום הערה נושא שפה التاريخ الوقت المكان ملاحظة الموضوع дата время место тема примечание пример
"""
_SPEECH_VERBS = """
said says say asked asks replied answered thought told wrote writes sade säger sa skrev frågade svarade sagte sagt
schrieb fragte dit dis disait demanda dijo dice disse diz falou perguntou preguntó
"""
_OPENINGS = """
i he she it they we you and but so then well yes no the this that these those there here my our his her their what when
where why how if because as in on at for with jag han hon de vi du och men så sedan ja nej det den detta ich er sie wir
und aber dann der die das ein eine je il elle nous vous et mais alors le la les un une yo él ella nosotros y pero el los
las eu ele ela nós e mas o os as
"""
_PARTICLES = "von van de der den del della di da do dos du la le af av zu zur ten ter bin ibn al el y e"

_ROLES: dict[str, str | None] = dict.fromkeys(_ANYONE.split(), None)
_ROLES |= dict.fromkeys(_NOBODY.split(), NEITHER)
_ROLES |= dict.fromkeys(_PARTICIPANT.split(), PARTICIPANT)
_ROLES |= dict.fromkeys(_INTERVIEWER.split(), INTERVIEWER)
_REJECTED = frozenset(_NO_LABELS.split())
_SAYS = frozenset(_SPEECH_VERBS.split())
_OPENS_A_SENTENCE = frozenset(_OPENINGS.split())
_INSIDE_NAMES = frozenset(_PARTICLES.split())

_TAIL = re.compile(r"(?:[\s#.№]*\d+[A-Za-z]?|\s+[A-Z])\.?$")
# With a number these letters may as well stand for male, female, student or a plain list: M1, F2, S3, A4.
_NUMBERED_LETTERS = frozenset("qipr")
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_CODE = re.compile(r"[^\W\d_]{1,8}[-_ ]?\d{1,4}[^\W\d_]?|[^\W\d_]{1,5}")
_INITIAL = re.compile(r"[^\W\d_]{1,4}\.|[^\W\d_](?:\.[^\W\d_])*\.?|\d{1,3}")
_QUOTES = str.maketrans("״’‘", "\"''")


class Kind(Enum):
    """How much a word before a colon looks like a speaker."""

    ROLE = "a word for a part in an interview"
    LETTER = "a letter that stands for such a word"
    CODE = "a short code such as L07"
    NAME = "a name"
    LOWER = "a name or word in small letters"
    NONE = "no speaker"


@lru_cache(maxsize=2048)
def role_of(label: str) -> str | None:
    """Return the role that the label's own words claim, or None."""
    word = _role_word(label)
    return None if word is None else _ROLES[word]


def names_no_speaker(key: str) -> bool:
    """Tell whether a key is a word for something else: a date, a place, a note."""
    words = [word.casefold().strip(".") for word in key.split()]
    return bool(words) and (words[0] in _REJECTED or words[-1] in _REJECTED)


@lru_cache(maxsize=2048)
def kind_of(label: str) -> Kind:
    """Return what a label looks like, judged by its words alone."""
    word = _role_word(label)
    if word is not None:
        return Kind.LETTER if len(word) == 1 and word.isascii() else Kind.ROLE
    bare = _BRACKETS.sub("", label)
    words = bare.split()
    if not words or len(words) > 6 or not any(letter.isalpha() for letter in bare) or _is_clause(words):
        return Kind.NONE
    folded = [part.casefold().strip(".") for part in words]
    if names_no_speaker(bare) or folded[-1] in _SAYS:
        return Kind.NONE
    if folded[0] in _OPENS_A_SENTENCE and (len(words) > 1 or (len(bare) > 1 and not bare.isupper())):
        return Kind.NONE
    if _CODE.fullmatch(bare) and (bare.isupper() or any(letter.isdigit() for letter in bare)):
        return Kind.CODE
    return _kind_of_words(words)


def _is_clause(words: list[str]) -> bool:
    """Whether a script without spaces between words has more in a row than a name needs."""
    return any(len(word) > 12 and not any(letter.isupper() or letter.islower() for letter in word) for word in words)


def _kind_of_words(words: list[str]) -> Kind:
    capitals = smalls = 0
    for word in words:
        letters = word.strip("'’\"“”-.")
        if word[0] in "-–—•·§" or any(mark in ",;!?¿¡。、，；！？…*/\\=+<>{}`" for mark in word):
            return Kind.NONE
        if word.endswith(".") and not _INITIAL.fullmatch(word):
            return Kind.NONE
        if letters and letters[0].islower():
            smalls += letters not in _INSIDE_NAMES
        else:
            capitals += 1
    if not smalls:
        return Kind.NAME if capitals else Kind.NONE
    return Kind.LOWER if not capitals and len(words) <= 2 else Kind.NONE


def _role_word(label: str) -> str | None:
    """Return the role word in a label: alone, numbered, before a name, or in brackets after one."""
    folded = label.translate(_QUOTES).casefold()
    whole = _TAIL.sub("", label.translate(_QUOTES)).casefold()
    if folded in _ROLES:
        return folded
    if whole in _ROLES and (len(whole) > 1 or not whole.isascii() or whole in _NUMBERED_LETTERS):
        return whole
    words = folded.split()
    inside = words and re.fullmatch(r".*[(（]\s*([^()（）]+?)\s*[)）]", folded)
    if inside and inside[1] in _ROLES and len(inside[1]) > 2:
        return inside[1]
    if 1 < len(words) <= 4 and len(words[0]) > 2 and words[0] in _ROLES:
        return words[0] if _names_follow(label.split()[1:], words[0]) else None
    return None


def _names_follow(words: list[str], role: str) -> bool:
    """Whether what follows a role word can be a name: "Moderator Anna", not "Question about work"."""
    if _ROLES[role] == NEITHER:
        return all(word.casefold() in _ROLES or word[0].isdigit() for word in words)
    return all(not word[0].islower() for word in words)
