"""The study around the interviews: who took part, when they spoke, what was noted, what is beside the aim."""

from typing import NamedTuple


class Leader(NamedTuple):
    """A participant and the interview with them.

    `topics` has a sign for each of the interviewer's questions: the topic of the guide it asks about, or none.
    """

    source: str
    name: str
    role: str
    context: str
    gender: str
    date: str
    mode: str
    minutes: int
    interviewer: str
    topics: str
    language: str = "en"


class Note(NamedTuple):
    """A memo: on a kind of thing, which one (a name, or how the unit begins), whose, and what it says."""

    on: str
    name: str
    kind: str
    coder: str
    text: str


TITLE = "Leaders and AI"
AIM = "What leaders in healthcare find hard about bringing AI into care."
STANCE = "manifest"
FICTION = "All of this is fiction: twenty-six invented interviews, made to be coded."
INVITED, DECLINED = 28, 2

GUIDE = (
    "Your work, and what you have met of AI so far",
    "What to think of when AI is to be brought in: chances and problems",
    "What you believe AI can and cannot do for care",
    "What stands in the way and what helps, in the work as it is now",
)

LENA = ("Lena Park", "LP")
JON = ("Jon Ek", "JE")

MANAGER, STRATEGIST, POLITICIAN = "manager", "quality developer or strategist", "politician"
ADMINISTRATION, PRIMARY, PSYCHIATRY, HOSPITAL = "healthcare administration", "primary care", "psychiatry", "hospital"
VIDEO, PHONE, MET = "video call", "phone", "face to face"
MALE, FEMALE = "male", "female"

LEADERS = (
    Leader("L01", "Leader 1", STRATEGIST, ADMINISTRATION, MALE, "2025-10-14", VIDEO, 61, "A", "11224444423-"),
    Leader("L02", "Leader 2", STRATEGIST, ADMINISTRATION, MALE, "2025-10-21", MET, 120, "B", "-11444422333"),
    Leader("L03", "Leader 3", MANAGER, HOSPITAL, FEMALE, "2026-02-11", MET, 47, "A", "1124424324"),
    Leader("L04", "Leader 4", MANAGER, PSYCHIATRY, FEMALE, "2025-11-04", VIDEO, 58, "B", "11-242233442"),
    Leader("L05", "Leader 5", POLITICIAN, ADMINISTRATION, MALE, "2025-11-11", PHONE, 30, "A", "-11224443-"),
    Leader("L06", "Leader 6", STRATEGIST, ADMINISTRATION, MALE, "2025-11-18", VIDEO, 49, "A", "1244234342"),
    Leader("L07", "Leader 7", MANAGER, PRIMARY, MALE, "2026-02-19", VIDEO, 52, "B", "112444434243"),
    Leader("L08", "Leader 8", STRATEGIST, ADMINISTRATION, MALE, "2025-11-27", MET, 73, "B", "12124444423"),
    Leader("L09", "Leader 9", STRATEGIST, ADMINISTRATION, FEMALE, "2025-12-03", VIDEO, 66, "A", "122244-423"),
    Leader("L10", "Leader 10", MANAGER, PRIMARY, MALE, "2025-12-09", PHONE, 45, "B", "11224234432", "sv"),
    Leader("L11", "Leader 11", POLITICIAN, ADMINISTRATION, MALE, "2025-12-16", PHONE, 41, "A", "122443343-"),
    Leader("L12", "Leader 12", STRATEGIST, ADMINISTRATION, MALE, "2026-03-04", VIDEO, 44, "A", "11244224443"),
    Leader("L13", "Leader 13", MANAGER, PRIMARY, FEMALE, "2026-01-13", MET, 55, "B", "112244334-", "sv"),
    Leader("L14", "Leader 14", MANAGER, PRIMARY, MALE, "2026-01-20", VIDEO, 38, "A", "1123444424-"),
    Leader("L15", "Leader 15", STRATEGIST, PSYCHIATRY, MALE, "2026-01-27", MET, 84, "B", "14244133342"),
    Leader("L16", "Leader 16", POLITICIAN, ADMINISTRATION, FEMALE, "2026-03-12", PHONE, 39, "B", "113442442-3"),
    Leader("L17", "Leader 17", STRATEGIST, ADMINISTRATION, MALE, "2026-02-03", VIDEO, 50, "A", "1224344442"),
    Leader("L18", "Leader 18", MANAGER, HOSPITAL, MALE, "2026-02-26", PHONE, 36, "A", "-12223334-"),
    Leader("L19", "Leader 19", STRATEGIST, ADMINISTRATION, MALE, "2026-03-19", VIDEO, 57, "B", "11224443"),
    Leader("L20", "Leader 20", MANAGER, PRIMARY, MALE, "2026-03-26", MET, 62, "A", "11333-44243"),
    Leader("L21", "Leader 21", STRATEGIST, ADMINISTRATION, FEMALE, "2026-04-02", VIDEO, 70, "B", "1122224443", "sv"),
    Leader("L22", "Leader 22", POLITICIAN, ADMINISTRATION, MALE, "2026-04-09", PHONE, 33, "A", "1344344-"),
    Leader("L23", "Leader 23", STRATEGIST, PRIMARY, MALE, "2026-04-16", VIDEO, 54, "B", "1124433243"),
    Leader("L24", "Leader 24", MANAGER, PSYCHIATRY, MALE, "2026-04-23", VIDEO, 48, "A", "111332344423", "sv"),
    Leader("L25", "Leader 25", STRATEGIST, ADMINISTRATION, FEMALE, "2026-05-05", MET, 63, "B", "112-44433422"),
    Leader("L26", "Leader 26", STRATEGIST, ADMINISTRATION, FEMALE, "2026-05-19", VIDEO, 54, "A", "1122442334"),
)

ROUNDS = (
    ("L01", "L02", "L04", "L05", "L06", "L08", "L09", "L10"),
    ("L11", "L13", "L14", "L15", "L17", "L03", "L07", "L18"),
    ("L12", "L16", "L19", "L20", "L21", "L22", "L23", "L24", "L25", "L26"),
)
"""The interviews as they were coded: after each round the codes were sorted anew and the system kept."""

TRANSLATOR, TRANSLATED = "Ida Moe", "2026-07-28"
"""Who put the Swedish quotations into English, and when; as invented as everybody else."""

QUOTED = {
    "Liability and law": (7, 2, 2, 16),
    "Quality standards": (2,),
    "Higher education": (15,),
    "Systematic steps": (4, 21, 10, 13),
    "Resources": (13, 14),
    "Involving staff": (4, 10),
    "Collaboration": (2, 9, 16),
    "New roles": (15, 20, 7),
    "Trust": (2, 10, 4, 13),
}
"""Whose words stand under each sub-category, in the order in which they are read there."""

# What says who they are and not what is hard: source, first words, last words.
NOT_RELEVANT = (
    ("L03", "Backwards, mostly.", "That was the promotion."),
    ("L05", "Parked. I'm parked in a field entrance", "Fire away."),
    ("L07", "Earlier I drove an ambulance.", "I still look round for the bag."),
    ("L12", "Don't quote that.", "I retire in June."),
    ("L18", "Sorry, one moment.", "Where were we?"),
    ("L20", "Take a jar!", "the patients' association is in charge of the labels."),
)

NOTES = (
    Note(
        "project",
        "",
        "methodological",
        "LP",
        "Jon codes seventeen of the interviews beside me and does not see my units until both of us are through with "
        "one. We compare on Thursdays. What we could not agree on stands in memos of discussion, with both readings.",
    ),
    Note(
        "project",
        "",
        "methodological",
        "LP",
        "What counts in the results is my coding as it stands after the discussions. Jon's stays beside it.",
    ),
    Note(
        "project",
        "",
        "reflexive",
        "JE",
        "I have worked in a region's IT unit. When they mock IT I laugh too early; Lena has asked me to say when I do.",
    ),
    Note(
        "source",
        "L01",
        "analytic",
        "LP",
        "Everything is harbour and fog with him, and it holds. Scarf half down is a better word for trust than ours.",
    ),
    Note(
        "source",
        "L02",
        "analytic",
        "LP",
        "The only one who says what the law does say. Compare with those who say that it says nothing.",
    ),
    Note(
        "source",
        "L03",
        "analytic",
        "LP",
        "She trusts figures and asks for one to stop by, and then tells me that she stopped it without. Keep both.",
    ),
    Note(
        "source",
        "L04",
        "reflexive",
        "LP",
        "I stopped the recording in the middle and we sat for a while. The long pause is longer than it looks.",
    ),
    Note(
        "source",
        "L07",
        "reflexive",
        "LP",
        "I like him, and I notice that I code his jokes as findings. Read it once more when I am less charmed.",
    ),
    Note(
        "source",
        "L18",
        "methodological",
        "LP",
        "Thirty-six minutes, of which two calls. He answers in conclusions. Ask earlier for what happened.",
    ),
    Note(
        "source",
        "L24",
        "methodological",
        "LP",
        "Coded from the Swedish; condensed in Swedish too. The codes are in English. Ida has read both.",
    ),
    Note(
        "unit",
        "There's the board, the digital committee",
        "methodological",
        "LP",
        "He says not to quote it, then that we may. Asked him again by mail: we may.",
    ),
    Note(
        "unit",
        "We used to fax",
        "discussion",
        "JE",
        "Lena hears the patient in two records, I hear the law. We keep ours apart: he says both.",
    ),
    Note(
        "unit",
        "the licensed professional decides",
        "discussion",
        "JE",
        "I took the stethoscope along, Lena did not. For me the contrast is the point. Settled: hers is the quotation, "
        "mine is the better unit.",
    ),
    Note(
        "unit",
        "So I have a farmer",
        "analytic",
        "LP",
        "No code yet. He weighs harm against good and says that nobody taught him how.",
    ),
    Note(
        "unit",
        "Come at night.",
        "analytic",
        "LP",
        "Three words and no code holds them. Perhaps the title of the paper.",
    ),
    Note(
        "unit",
        "they follow the advice in ninety-six",
        "analytic",
        "LP",
        "A figure from his own files. We do not have it in writing; do not quote it as a result.",
    ),
    Note(
        "code",
        "a name on it",
        "analytic",
        "LP",
        "Two things: a name at the start and a name after the end. Kept as one, since those who miss one miss both.",
    ),
    Note(
        "code",
        "it saw it first",
        "analytic",
        "LP",
        "Trust seems to come from one patient at a time, with a reason to repeat. This is what made a third category.",
    ),
    Note(
        "code",
        "someone must check",
        "discussion",
        "JE",
        "Lena puts this under trust, I would put it under roles: it is work. We keep it where the leaders say why.",
    ),
    Note(
        "code",
        "a price on waiting",
        "discussion",
        "LP",
        "Came late, from three of them. A reason to bring AI in, not a difficulty. To be settled with all six authors.",
    ),
    Note(
        "code",
        "who is not in the data",
        "discussion",
        "LP",
        "Tested on whom, or a thing of its own? Two leaders, both about people nobody has written down. To be settled.",
    ),
    Note(
        "sub-category",
        "Collaboration",
        "decision",
        "LP",
        "It stays beside the systematic steps: what is done with others has other hindrances than what is done alone.",
    ),
    Note(
        "category",
        "Transformation",
        "decision",
        "LP",
        "Made after the last round. Until then roles lay under staff and belief in the tray; both are about what "
        "becomes of the work, and neither is a condition for it.",
    ),
    Note(
        "participant",
        "Leader 16",
        "reflexive",
        "LP",
        "She was elected by people like me. I asked her more gently than the others; see my last questions.",
    ),
    Note(
        "participant",
        "Leader 25",
        "reflexive",
        "LP",
        "Staff and patient in one. We count her once, as what she was invited as.",
    ),
)

SNAPSHOTS = (
    ("after eight interviews", "Four piles with working names; the rest is in the tray. Nothing is named to last."),
    ("after sixteen interviews", "Two categories stand. What makes people believe a tool is still in the tray."),
    ("after all interviews", "A third category for what becomes of the work. Four codes merged, one pile given up."),
    ("after the discussion", "Names and definitions as six of us could agree on them. Two codes wait in the tray."),
)

ACCEPTED = (
    (
        "long-name",
        "taught by those who never tried",
        "It is the trying that is missed.",
    ),
    ("long-name", "what is left of the craft", "Two of them said it in these words. It stays."),
    (
        "long-name",
        "a number one can argue with",
        "The arguing is what it is about.",
    ),
    ("two-categories", "L19:14", "He says both at once: it moved, and nobody who should have decided did."),
)
"""What the method's check finds and the coders let stand: the rule, what it is about, and why."""
