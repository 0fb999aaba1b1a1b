"""The study around the interviews: who took part, when they spoke, what was noted, what is beside the aim."""

from typing import NamedTuple


class Leader(NamedTuple):
    """A participant and the interview with them."""

    source: str
    name: str
    role: str
    context: str
    gender: str
    date: str
    mode: str
    minutes: int
    interviewer: str


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
FICTION = "All of this is fiction: four invented interviews, made to be coded."
INVITED, DECLINED = 6, 2

LENA = ("Lena Park", "LP")
JON = ("Jon Ek", "JE")

LEADERS = (
    Leader("L03", "Leader 3", "manager", "hospital", "female", "2026-02-11", "face to face", 47, "A"),
    Leader("L07", "Leader 7", "manager", "primary care", "male", "2026-02-19", "video call", 52, "B"),
    Leader("L12", "Leader 12", "strategist", "administration", "male", "2026-03-04", "video call", 44, "A"),
    Leader("L16", "Leader 16", "politician", "administration", "female", "2026-03-12", "phone", 39, "B"),
)

UNFINISHED = "L16"
"""The interview that Lena has not closed yet."""

# What says who they are and not what is hard: source, first words, last words.
NOT_RELEVANT = (
    ("L03", "Backwards, mostly.", "That was the promotion."),
    ("L07", "Earlier I drove an ambulance.", "I still look round for the bag."),
    ("L12", "Don't quote that.", "I retire in June."),
)

NOTES = (
    Note(
        "project",
        "",
        "methodological",
        "LP",
        "Jon read L07 and L12 beside me and did not see my units until both were closed. We compared on a Thursday.",
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
        "L07",
        "reflexive",
        "LP",
        "I like him, and I notice that I code his jokes as findings. Read it once more when I am less charmed.",
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
        "So I have a farmer",
        "analytic",
        "LP",
        "No code yet. He weighs harm against good and says that nobody taught him how. Perhaps a pile of its own.",
    ),
    Note(
        "code",
        "a name on it",
        "analytic",
        "LP",
        "Two things so far: a name at the start and a name after the end. Split it when there are more units.",
    ),
    Note(
        "code",
        "it saw it first",
        "analytic",
        "LP",
        "Trust seems to come from one patient at a time, with a reason to repeat. Is that a third category?",
    ),
    Note(
        "sub-category",
        "Collaboration",
        "decision",
        "LP",
        "Only one leader each. It stays for now, since both speak of neighbours; look again after the next interviews.",
    ),
    Note(
        "participant",
        "Leader 16",
        "reflexive",
        "LP",
        "She was elected by people like me. I asked her more gently than the others; see my last questions.",
    ),
)

SNAPSHOT = ("after four interviews", "Two categories stand. What makes people believe a tool is still in the tray.")
