"""How Lena sorted the codes: piles in the order she made them, what each means, and what she wrote beside them."""

from typing import NamedTuple


class Pile(NamedTuple):
    """A sub-category with the codes thrown into it, in her order."""

    name: str
    short: str
    definition: str
    codes: tuple[str, ...]
    include: str = ""
    exclude: str = ""
    narrative: str = ""


class Group(NamedTuple):
    """A category over its piles."""

    name: str
    short: str
    definition: str
    piles: tuple[Pile, ...]


class Meaning(NamedTuple):
    """What a code stands for: brief, when to use it, when not."""

    definition: str
    include: str = ""
    exclude: str = ""
    full: str = ""


OUTSIDE = Group(
    "Conditions external to the healthcare system",
    "Conditions external",
    "What is decided outside the leaders' own organisations: law, approval and schooling.",
    (
        Pile(
            "Addressing liability issues and legal information sharing",
            "Liability and law",
            "Who carries the consequences, and what the law lets a tool know.",
            (
                "who answers",
                "the law says depends",
                "nowhere to report",
                "half a person",
                "may not look inside",
                "a law made for paper",
            ),
            include="Responsibility for what a tool took part in; laws on records and who may share them.",
            exclude="Whether a product is good enough to buy: Quality standards.",
            narrative=(
                "Two of the leaders had gone looking for the one who answers when a tool has had a say, and had not "
                "found anybody. One had asked the insurer, and was told that it depends; the other had signed a "
                "contract whose decisive part was a trade secret, and could not say whether she had had a choice. Both "
                "would have been content with little: two lines in an agreement, a name to give to a citizen.\n\n"
                "Both also spoke of records that end where another authority begins. A tool that reads only one of "
                "them would advise on half of the person."
            ),
        ),
        Pile(
            "Complying with standards and quality requirements",
            "Quality standards",
            "What makes a tool good enough for these patients, and who says so.",
            (
                "allowed, not suited",
                "tested on whom",
                "test it at home",
                "nobody has the stamp",
                "the small shut out",
            ),
            include="Certificates, validation, whose patients a tool was tried on.",
        ),
        Pile(
            "Integrating AI-relevant learning in higher education for healthcare staff",
            "Higher education",
            "What students learn about AI before they come, and what that leaves to the workplace.",
            ("hardly taught", "left to us to teach"),
        ),
    ),
)

INSIDE = Group(
    "Capacity for strategic change management",
    "Capacity for change",
    "What the leaders' organisations can, or cannot, do to carry a change through.",
    (
        Pile(
            "Developing a systematic approach to AI implementation",
            "Systematic steps",
            "The way from a need to ordinary use: who decides, in which order, and how it may end.",
            (
                "pilots never land",
                "begin where it hurts",
                "everybody can say no",
                "settled elsewhere",
                "a name on it",
                "no agreed ending",
            ),
            include="Decisions and their order, handing over, stopping.",
            exclude="Money, also where its end is what stops a trial: Resources.",
        ),
        Pile(
            "Ascertaining resources for AI implementation",
            "Resources",
            "Money, time, hands and systems that a tool needs after its first year.",
            (
                "money after year one",
                "on top of everything",
                "old systems",
                "one pair of hands",
                "against the roof",
            ),
            narrative=(
                "Money was there for beginnings. What comes after, licences and upkeep and somebody who watches over "
                "the tool, was left to those who had been told to save. Knowledge hung on one or two people: when they "
                "were away, or were cut, the tool was too. In primary care the work was laid on top of all other work, "
                "and fewer hands than before were there to do it."
            ),
        ),
        Pile(
            "Involving staff throughout the implementation process of AI systems",
            "Involving staff",
            "Whether those who are to use a tool are asked, taught and believed.",
            (
                "told, not asked",
                "ask who will hold it",
                "before it matters",
                "one they believe",
                "the doubters first",
            ),
        ),
        Pile(
            "Developing new strategies for internal and external collaboration",
            "Collaboration",
            "Doing together, with neighbours too, what each does alone today.",
            ("tested on both sides", "big enough to annoy"),
        ),
    ),
)

GROUPS = (OUTSIDE, INSIDE)

MEANINGS = {
    "who answers": Meaning(
        "Who stands for a decision that a tool has taken part in.",
        "Blame, responsibility, being voted out or sued; the wish that it be written down.",
        "Who decided to buy the tool: settled elsewhere.",
        "Also where somebody takes the responsibility at once and doubts it afterwards: the doubt is what is meant.",
    ),
    "the law says depends": Meaning("A straight question about responsibility gets no answer."),
    "nowhere to report": Meaning("What went wrong with a tool fits none of the places where errors are reported."),
    "half a person": Meaning(
        "What is known of a patient is divided between records that may not meet.",
        "Municipality and region, care home and hospital; ways round it.",
        "The law itself, without a patient in sight: a law made for paper.",
    ),
    "may not look inside": Meaning("How a tool decides is a secret of the company that sells it."),
    "a law made for paper": Meaning("The rules are older than what they are to rule, and nobody changes them."),
    "allowed, not suited": Meaning("A mark or certificate permits a tool and does not say that it works here."),
    "tested on whom": Meaning(
        "The tool was tried on patients unlike one's own.",
        "Other countries, single sites, difficult cases left out.",
        "Trying it again on one's own: test it at home.",
    ),
    "test it at home": Meaning("Trying a bought tool on one's own patients before believing it."),
    "nobody has the stamp": Meaning("No authority says which tool is fit for a place like one's own."),
    "the small shut out": Meaning("Demands that only large companies can meet."),
    "hardly taught": Meaning("Training programmes give AI hours, or nothing, and no examination."),
    "left to us to teach": Meaning("The workplace makes the competence that no school provides, and may lose it."),
    "pilots never land": Meaning(
        "Trials that end without coming into ordinary use.",
        "Also where a trial was liked.",
        "Where it is said that money was what ended it: money after year one.",
    ),
    "begin where it hurts": Meaning("A need comes first, and the product after it."),
    "everybody can say no": Meaning("Many bodies may refuse, none may decide."),
    "settled elsewhere": Meaning("Those who should decide find it decided."),
    "a name on it": Meaning("One person who owns it, at the start and after the project."),
    "no agreed ending": Meaning("Nobody has said beforehand when a trial is stopped, or how it is turned down."),
    "money after year one": Meaning("Running costs that nobody has been given money for."),
    "on top of everything": Meaning("Time and hands that a tool takes and that nobody counted."),
    "old systems": Meaning("Archives and records that a new tool cannot work with."),
    "one pair of hands": Meaning(
        "All that is known about the tool is known by one or two people.",
        "Their leave, their next job, their being cut.",
    ),
    "told, not asked": Meaning(
        "Staff hear of a tool when it is there.",
        "Parcels, invitations, minutes.",
        "Elected leaders who hear of it late: settled elsewhere.",
    ),
    "ask who will hold it": Meaning("Those who will use it every day know what planners do not."),
    "before it matters": Meaning("Getting used to a tool before it matters."),
    "one they believe": Meaning("A respected colleague's word counts for more than evidence."),
    "the doubters first": Meaning("Inviting those who are against it."),
    "tested on both sides": Meaning("The same work done twice by neighbours who do not speak."),
}

UNSORTED = ("it saw it first", "a reason to give")
PARKED = ("a dig at vendors", "Said with heat and beside the aim. Back to the tray if more leaders bring it up.")
MERGED = (
    "hangs on one enthusiast",
    "one pair of hands",
    "One leaves and it is over, one is on leave and it stands still.",
)
QUICK = ("who answers", "money after year one", "told, not asked", "no agreed ending")

THEME = (
    "Standing closest to the door",
    "What is decided far away is answered for by whoever happens to be near.",
    ("who answers", "settled elsewhere", "told, not asked", "on top of everything", "a name on it"),
)

# Where a definition wants showing: the code, how its unit in that source begins, and as what.
ANCHORS = (
    ("who answers", "But she wasn't all right", "typical"),
    ("who answers", "how am I to be answerable", "borderline"),
    ("tested on whom", "They had tried it", "typical"),
    ("money after year one", "There is no innovation money", "typical"),
    ("told, not asked", "One of my nurses learned", "typical"),
)
