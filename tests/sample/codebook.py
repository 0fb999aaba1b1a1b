"""How the codes were sorted: piles in the order they were made, what each means, and what was written beside them."""

from typing import NamedTuple


class Pile(NamedTuple):
    """A sub-category with the codes thrown into it; the stage at which it was made, and what it was called then."""

    name: str
    short: str
    definition: str
    codes: tuple[str, ...]
    stage: int
    first: str
    include: str = ""
    exclude: str = ""
    narrative: str = ""


class Group(NamedTuple):
    """A category over its piles."""

    name: str
    short: str
    definition: str
    piles: tuple[Pile, ...]
    stage: int
    narrative: str = ""
    include: str = ""
    exclude: str = ""
    full: str = ""


class Meaning(NamedTuple):
    """What a code stands for: brief, when to use it, when not, and in full."""

    definition: str
    include: str = ""
    exclude: str = ""
    full: str = ""


class Merging(NamedTuple):
    """A code, or a pile by its first name, that went into another, when and why."""

    name: str
    into: str
    stage: int
    reason: str


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
                "asked to agree",
                "the lawyer at the table",
                "whose are the data",
            ),
            1,
            "Law",
            include="Responsibility for what a tool took part in; laws on records and who may share them.",
            exclude="Whether a product is good enough to buy: Quality standards.",
            narrative=(
                "Leaders had gone looking for the one who answers when a tool has had a say, and most had found "
                "themselves. They took the blame at once and doubted it afterwards: the decision had been shaped by a "
                "maker, a buyer and somebody who set a threshold, and the name in the file was that of the person who "
                "stood nearest. Those who had asked an insurer or a lawyer were told that it depends. Near misses "
                "fitted no form, so that nothing was learned from them.\n\n"
                "The laws on records were older than what they were to rule. They divided a patient between "
                "authorities that may each know a part, and had no words for a model that has learned a little from "
                "everybody. Consent was given, by nearly all, to what nobody could explain."
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
                "it drifts",
                "same word, other thing",
            ),
            1,
            "Quality",
            include="Certificates, validation, whose patients a tool was tried on, what happens to it later.",
            exclude="Whether one's own records are in order: Resources.",
            narrative=(
                "A mark on the package said that a tool may be sold and not that it would do here. Leaders asked on "
                "whom it had been tried, and heard of dry barns, single sites and difficult cases left out. They "
                "wished for somebody with a stamp, tried bought tools once more on their own patients, and saw that "
                "such demands kept the small makers away. What was approved on one day was rebuilt on the next: "
                "thresholds, versions and words moved, and mostly a patient, a bill or a colleague noticed first."
            ),
        ),
        Pile(
            "Integrating AI-relevant learning in higher education for healthcare staff",
            "Higher education",
            "What students and staff learn about AI, and what that leaves to the workplace.",
            ("hardly taught", "left to us to teach", "taught by those who never tried", "schooled before it existed"),
            1,
            "School",
            include="Programmes, courses, modules; who teaches.",
            exclude="Getting to know one tool before it is used: Involving staff.",
            narrative=(
                "Programmes gave hours, or nothing, to systems that advise, and no examination. What leaders missed "
                "was less the handling than the doubting: when to disbelieve a thing that is usually right, and that "
                "what one writes will be read by something that cannot ask. For those already at work there were "
                "links, posters and films, made by people who had not met a patient. The workplace made the knowledge "
                "itself, and lost it again when somebody left."
            ),
        ),
    ),
    2,
    narrative=(
        "Much of what made AI hard to bring into care was decided by others. Law, approval and schooling came from "
        "outside, late or not at all, and the leaders were left to answer for them."
    ),
    include="What a leader cannot change by deciding it: statutes, marks of approval, curricula.",
    exclude="What the organisation could order itself: Capacity for change.",
    full="Also where a rule helps. What counts is that it was made by others, and for more than this organisation.",
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
                "never looked back",
                "small steps",
                "something must go",
            ),
            1,
            "How it goes",
            include="Decisions and their order, handing over, looking back, stopping.",
            exclude="Money, also where its end is what stops a trial: Resources.",
            narrative=(
                "Tools arrived, leaders said, more than they were introduced: from a conference, a brother-in-law, a "
                "purchase order with one's own name on it. The need was looked for afterwards. Many bodies could "
                "refuse and none decide, so that trials went on for years as trials. Nobody had written down what "
                "must have happened for one to be called good, or to be stopped, and nobody had measured how it was "
                "before.\n\n"
                "Where it had gone well there was a single door with somebody behind it, a first step small enough "
                "to fail, and something old that was taken away in return."
            ),
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
                "data in a mess",
                "the gain lands elsewhere",
            ),
            2,
            "Money and hands",
            include="Money, hours, hands, systems, data.",
            exclude="Who decides about them: Systematic steps.",
            narrative=(
                "Money was there for beginnings. What comes after, licences and upkeep and somebody who watches over "
                "the tool, was left to those who had been told to save, and was paid with posts left empty. What was "
                "saved was saved in another's budget. The data that a tool took for granted lay in many shapes and "
                "cost more to put in order than the tool. Knowledge hung on one or two people: when they were away, "
                "or were cut, the tool was too."
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
                "tired of news",
                "their own idea",
                "the union in the room",
            ),
            2,
            "Staff",
            include="Asking, telling, rehearsing, believing colleagues.",
            exclude="What becomes of their work: New roles.",
            narrative=(
                "Staff heard of a tool when it was there, from a parcel, a postman or the news. Leaders had learned "
                "that those who will hold it know what planners do not, and that the sharpest doubters, given a day "
                "and a cake, made the best of it. People got to know a thing while nothing hung on it. What spread "
                "was what somebody respected had tried, or what staff had begun themselves with slips of paper."
            ),
        ),
        Pile(
            "Developing new strategies for internal and external collaboration",
            "Collaboration",
            "Doing together, with neighbours, firms, patients and universities, what each does alone today.",
            (
                "tested on both sides",
                "big enough to annoy",
                "firms at the table",
                "patients at the table",
                "the university next door",
                "neighbours with one record",
            ),
            2,
            "Together",
            include="Regions, municipalities, firms, patients, universities.",
            exclude="Law that keeps them apart: Liability and law.",
            narrative=(
                "Neighbours had tested the same tool without knowing of each other, and paid different prices for "
                "it. Together they were big enough to be answered. Firms that were let in before a specification "
                "existed met their users for the first time. Patients were asked about the logo first and given a "
                "vote later, which they used."
            ),
        ),
    ),
    2,
    narrative=(
        "Inside the organisations it was order that was lacking more than will: a way in, a way on and a way out, "
        "the means for what comes after a beginning, and people who had been asked."
    ),
    include="Ways of deciding, money, hands, data, staff and partners that a leader can do something about.",
    exclude="What becomes of the work once a tool is in it: Transformation.",
    full="Readiness as leaders spoke of it: what has to be there before, while and after a tool is brought in.",
)

WITHIN = Group(
    "Transformation of healthcare professions and healthcare practice",
    "Transformation",
    "What becomes of work, and of those who do it and are cared for, where a tool takes part.",
    (
        Pile(
            "Managing new roles in care processes",
            "New roles",
            "Who does what when a tool does some of it: tasks that move, appear or fade.",
            (
                "who looks first",
                "minding the machine",
                "fear of being replaced",
                "the nurse decides more",
                "the patient comes prepared",
                "what is left of the craft",
                "time given back",
            ),
            3,
            "Roles",
            include="Tasks and standing of professions and of patients.",
            exclude="Whether one believes the tool: Trust.",
            narrative=(
                "The first opinion on a patient was often no longer a person's. Experience moved from the door "
                "indoors, and what came through was tangled. New work appeared that no time sheet knew: somebody "
                "checked, wiped, argued with the tool. Patients came with their own curves and became colleagues of "
                "a kind. Time that was given back filled up again within the week. Behind the question whether a "
                "tool was validated leaders heard a fear for the craft, and some saw the craft more clearly for it."
            ),
        ),
        Pile(
            "Building trust for AI systems acceptance in clinical practice",
            "Trust",
            "What makes those who use a tool believe it, too little, too much or about right.",
            (
                "it saw it first",
                "a reason to give",
                "burnt once",
                "believed too much",
                "someone must check",
                "a number one can argue with",
                "slowly, by use",
            ),
            3,
            "Belief",
            include="What makes or breaks belief in a tool, one's own or others'.",
            exclude="Practice before anything depends on it: Involving staff.",
            narrative=(
                "Trust came from one patient at a time: a tool saw what a tired doctor did not, and was listened to "
                "from then on. It grew with use that did not count yet, and where a number stood beside the words it "
                "was made from and could be argued with. Leaders feared too much of it as well as too little, the "
                "shoulder that comes down when the lamp is green. They held on to somebody who checks, and to a "
                "reason that a doctor can give."
            ),
        ),
    ),
    3,
    narrative=(
        "Where tools had come into use they changed who looks first, who decides and who is believed, mostly "
        "without anybody having described it."
    ),
    include="Tasks, standing, skills and belief of those who work with a tool, and of patients.",
    exclude="What has to be arranged for it to come about: Capacity for change.",
    full="Seen, or foreseen by somebody who has met it elsewhere; fears without a case are coded where they are.",
)

GROUPS = (OUTSIDE, INSIDE, WITHIN)

TRYING = Pile(
    "Trying things out",
    "",
    "Trials and what became of them.",
    ("small steps", "never looked back"),
    2,
    "Trying things out",
)
"""A pile of the second stage that did not last."""

MEANINGS = {
    "who answers": Meaning(
        "Who stands for a decision that a tool has taken part in.",
        "Blame, responsibility, being voted out or sued; the wish that it be written down.",
        "Who decided to buy the tool: settled elsewhere.",
        "Also where somebody takes the responsibility at once and doubts it afterwards: the doubt is what is meant.",
    ),
    "the law says depends": Meaning(
        "A straight question about responsibility gets no answer.",
        "Insurers, lawyers, authorities who were asked.",
        "The rules themselves: a law made for paper.",
    ),
    "nowhere to report": Meaning(
        "What went wrong, or nearly, with a tool fits none of the places where errors are reported.",
        "Forms, boxes, emoji from the firm.",
        "Who is to blame for it: who answers.",
    ),
    "half a person": Meaning(
        "What is known of a patient is divided between records that may not meet.",
        "Municipality and region, care home and hospital; ways round it.",
        "The law itself, without a patient in sight: a law made for paper.",
    ),
    "may not look inside": Meaning(
        "How a tool decides, costs or was changed is a secret of its maker.",
        "Trade secrets, blackened contracts, logs that are not handed out.",
        "What patients are not told: asked to agree.",
    ),
    "a law made for paper": Meaning(
        "The rules are older than what they are to rule, and nobody changes them.",
        "Acts and forms from before, waiting for an amendment.",
        "What they do to one patient: half a person.",
    ),
    "asked to agree": Meaning(
        "What patients are asked to consent to, and whether they can know.",
        "Terms, boxes to tick, being told and not talked to.",
        "What is done with the data afterwards: whose are the data.",
    ),
    "the lawyer at the table": Meaning(
        "When in the course of things the lawyer is asked.",
        "Asked before or after, brakes or map.",
        "What the law says: the law says depends.",
    ),
    "whose are the data": Meaning(
        "Who has, keeps, sells or gives back what patients and staff have put in.",
        "Ownership, copies, suppliers who want paying, where voices go.",
        "Whether patients agreed to it: asked to agree.",
    ),
    "allowed, not suited": Meaning(
        "A mark or certificate permits a tool and does not say that it works here.",
        "Marks, certificates, intended uses that leave out what happens.",
        "No mark to be had at all: nobody has the stamp.",
    ),
    "tested on whom": Meaning(
        "The tool was tried on patients unlike one's own.",
        "Other countries, single sites, difficult cases left out.",
        "Trying it again on one's own: test it at home.",
    ),
    "test it at home": Meaning(
        "Trying a bought tool on one's own patients before believing it.",
        "Own comparisons, a tenth repeated, clauses that demand it.",
        "That it was tried elsewhere: tested on whom.",
    ),
    "nobody has the stamp": Meaning(
        "No authority says which tool is fit for a place like one's own.",
        "The wish for approval by somebody who knows places like this one.",
        "A mark there is: allowed, not suited.",
    ),
    "the small shut out": Meaning(
        "Demands that only large companies can meet.",
        "Lawyers, audits and responsible persons that small makers cannot pay; also a doctor’s own tool.",
        "Prices for small customers: big enough to annoy.",
    ),
    "it drifts": Meaning(
        "A tool becomes another after it was approved, and nobody is told.",
        "Updates, thresholds, a smear on the lens.",
        "Nobody evaluated it at all: never looked back.",
    ),
    "same word, other thing": Meaning(
        "Terms, codes and boxes mean different things in different places.",
        "Diagnoses, questions to patients, labels in catalogues.",
        "Records in bad order where the meaning is clear: data in a mess.",
    ),
    "hardly taught": Meaning(
        "Training programmes give AI hours, or nothing, and no examination.",
        "Hours, examinations, curricula; what students should learn.",
        "Those already at work: schooled before it existed.",
    ),
    "left to us to teach": Meaning(
        "The workplace makes the competence that no school provides, and may lose it.",
        "Staff made by hand, taught by salesmen or by each other.",
        "That the teacher does not know: taught by those who never tried.",
    ),
    "taught by those who never tried": Meaning(
        "Teachers who know the tool or the patient, and not both.",
        "Engineers without patients, clinicians who have read a book.",
        "That nobody teaches: hardly taught.",
    ),
    "schooled before it existed": Meaning(
        "Those already at work get a link, a poster, an owl.",
        "Modules, posters and links for those with long experience.",
        "Students: hardly taught.",
    ),
    "pilots never land": Meaning(
        "Trials that end without coming into ordinary use.",
        "Also where a trial was liked.",
        "Where it is said that money was what ended it: money after year one.",
    ),
    "begin where it hurts": Meaning(
        "A need comes first, and the product after it.",
        "Needs asked for, products looking for a problem, what turns out to be a cable.",
        "Who is asked: ask who will hold it.",
    ),
    "everybody can say no": Meaning(
        "Many bodies may refuse, none may decide.",
        "Committees, signatures, agendas; the wish for one who may say yes.",
        "That it was decided without them: settled elsewhere.",
    ),
    "settled elsewhere": Meaning(
        "Those who should decide find it decided.",
        "Boards, managers and clinics who take note.",
        "Staff who are to use it: told, not asked.",
    ),
    "a name on it": Meaning(
        "One person who owns it, at the start and after the project.",
        "Owners, signatures, somebody behind the door; also the lack of one.",
        "Only one who knows how: one pair of hands.",
    ),
    "no agreed ending": Meaning(
        "Nobody has said beforehand when a trial is stopped, or how it is turned down.",
        "Stopping, turning down, pilots between on and off.",
        "Ended by lack of money: money after year one.",
    ),
    "never looked back": Meaning(
        "What was introduced is not evaluated, or not against how it was before.",
        "Enquiries about the mood, reports nobody reads.",
        "That it changes afterwards: it drifts.",
    ),
    "small steps": Meaning(
        "One ward, one question, one day of the week at a time.",
        "Beginnings small enough to fail; also the contrary, everybody on one Tuesday.",
        "Practice before it counts: before it matters.",
    ),
    "something must go": Meaning(
        "What is stopped so that there is room for the new.",
        "Forms, projects, tasks that end so that there is room; also that none does.",
        "What it costs beside all else: on top of everything.",
    ),
    "money after year one": Meaning(
        "Running costs that nobody has been given money for.",
        "Licences, upkeep, projects that end in December.",
        "Hours nobody counted: on top of everything.",
    ),
    "on top of everything": Meaning(
        "Time and hands that a tool takes and that nobody counted.",
        "Minutes a picture takes, hours to learn it, half a nurse.",
        "Money for licences: money after year one.",
    ),
    "old systems": Meaning(
        "Archives and records that a new tool cannot work with.",
        "Archives, adapters, between two systems.",
        "What stands in them: data in a mess.",
    ),
    "one pair of hands": Meaning(
        "All that is known about the tool is known by one or two people.",
        "Their leave, their next job, their being cut.",
        "The one who owns and decides: a name on it.",
    ),
    "against the roof": Meaning(
        "Money that AI and everything else want at the same time.",
        "Roofs, posts, others’ needs in the same budget.",
        "That the gain is another’s: the gain lands elsewhere.",
    ),
    "data in a mess": Meaning(
        "Records in a state that no tool can learn from, and what order would cost.",
        "Doubles, defaults, words where numbers should be; notes written for the tool.",
        "Terms that differ between places: same word, other thing.",
    ),
    "the gain lands elsewhere": Meaning(
        "One budget pays, another saves.",
        "Savings in another’s budget, and what is taken away if they are seen.",
        "Costs that come late: money after year one.",
    ),
    "told, not asked": Meaning(
        "Staff hear of a tool when it is there.",
        "Parcels, invitations, minutes.",
        "Elected leaders who hear of it late: settled elsewhere.",
    ),
    "ask who will hold it": Meaning(
        "Those who will use it every day know what planners do not.",
        "Their knowledge, what they changed, that they were left out of the group.",
        "Inviting those against it: the doubters first.",
    ),
    "before it matters": Meaning(
        "Getting used to a tool before it matters.",
        "Rehearsal, harbours, kitchen tables.",
        "Belief that grows by use: slowly, by use.",
    ),
    "one they believe": Meaning(
        "A respected colleague's word counts for more than evidence.",
        "Old foxes, assistant nurses, a colleague on Fridays.",
        "Evidence, or a case: it saw it first.",
    ),
    "the doubters first": Meaning(
        "Inviting those who are against it.",
        "Taken in from the first day, with paid hours; lists in a drawer.",
        "Whose word is believed: one they believe.",
    ),
    "tired of news": Meaning(
        "Staff who cannot take one more new thing.",
        "Scarves, buns, one more thing that blinks.",
        "Fear for one’s work: fear of being replaced.",
    ),
    "their own idea": Meaning(
        "What staff began themselves, and what becomes of it.",
        "Slips of paper, whiteboards, a stick; also that nobody picks it up.",
        "That staff were asked: ask who will hold it.",
    ),
    "the union in the room": Meaning(
        "What those who speak for staff could do if they were in early.",
        "Early, late, informed; agreements on what is saved.",
        "Staff themselves: told, not asked.",
    ),
    "tested on both sides": Meaning(
        "The same work done twice by neighbours who do not speak, or shared.",
        "Doubled tests, secret prices, shared results.",
        "Buying together: big enough to annoy.",
    ),
    "big enough to annoy": Meaning(
        "Together one is answered by the companies.",
        "Joint purchases, questions for two million.",
        "Testing for each other: tested on both sides.",
    ),
    "firms at the table": Meaning(
        "Makers who meet users, or come to find out what went wrong.",
        "Before a specification, after an accident.",
        "What they keep to themselves: may not look inside.",
    ),
    "patients at the table": Meaning(
        "Whether patients are asked before it is decided, and about what.",
        "Logos, votes, councils behind a wall.",
        "Consent: asked to agree.",
    ),
    "the university next door": Meaning(
        "Research and care keep different calendars.",
        "Calendars, incubators, a colleague at the coffee machine.",
        "Teaching: hardly taught.",
    ),
    "neighbours with one record": Meaning(
        "Region and municipality working in a common record.",
        "Common records, with permission.",
        "Their lack: half a person.",
    ),
    "who looks first": Meaning(
        "The first opinion on a patient is a tool's.",
        "Triage, sorting, what is left for those behind it.",
        "Whether one should believe it: believed too much.",
    ),
    "minding the machine": Meaning(
        "New work: watching over, checking on, arguing with a tool.",
        "Checks on Fridays, writing so that it stays calm, wiping the lens.",
        "Looking as well, for safety: someone must check.",
    ),
    "fear of being replaced": Meaning(
        "Staff afraid for their work, said or not said.",
        "Silence, numbers carried for a year, leaving for dahlias.",
        "Skills that fade: what is left of the craft.",
    ),
    "the nurse decides more": Meaning(
        "Decisions that move from doctors to nurses without being written down.",
        "What she may say no to, what doctors ask her.",
        "Who sees the patient first: who looks first.",
    ),
    "the patient comes prepared": Meaning(
        "Patients who measure, write and know more, and what that asks of both sides.",
        "Also too much of it.",
        "Whether patients took part in deciding on a tool: patients at the table.",
    ),
    "what is left of the craft": Meaning(
        "Skills that fade, or are first seen, where a tool has them too.",
        "Ears, hands, questions; also seeing what one can.",
        "Fear for the job: fear of being replaced.",
    ),
    "time given back": Meaning(
        "Time that a tool saves, and what it is filled with.",
        "Minutes, going home at four, two patients more.",
        "Time it takes: on top of everything.",
    ),
    "it saw it first": Meaning(
        "A tool found what a person had not, and is believed since.",
        "Also where it was one's own family.",
        "Belief that grows without such a case: slowly, by use.",
    ),
    "a reason to give": Meaning(
        "A tool's reasons that can be passed on to patients and colleagues.",
        "Grounds to pass on, appeal against, see.",
        "Figures one may quarrel with: a number one can argue with.",
    ),
    "burnt once": Meaning(
        "One bad case, or too many alarms, and it is not believed again.",
        "One harm, or alarms for everyone.",
        "Harm seen as somebody’s fault: who answers.",
    ),
    "believed too much": Meaning(
        "A tool is followed where it should have been doubted.",
        "Relief at a green lamp, hands that sign by themselves.",
        "A person who checks: someone must check.",
    ),
    "someone must check": Meaning(
        "A person who looks as well, before, beside or after.",
        "Deciding first, reading twice, planted errors, sitting on the bed.",
        "New tasks that come of it: minding the machine.",
    ),
    "a number one can argue with": Meaning(
        "A figure is used where one sees what it is made of, or may go against it.",
        "Words beside the figure, going against it, clapping.",
        "Reasons to pass on: a reason to give.",
    ),
    "a price on waiting": Meaning(
        "Waiting has a price too, which speaks for bringing a tool in.",
        "Queues, nobody to answer, a machine before nothing.",
        "Time that a tool saves: time given back.",
    ),
    "who is not in the data": Meaning(
        "People whom no record knows, and who are therefore well.",
        "Those who seek no care, or say it in other words.",
        "Patients unlike one’s own: tested on whom.",
    ),
    "slowly, by use": Meaning(
        "Getting used to a tool until it is one of us.",
        "Autumns beside it, names and coffee cups, sugar in the door.",
        "One case that turned somebody: it saw it first.",
    ),
}

UNSORTED = ("a price on waiting", "who is not in the data")

PARKED = (
    ("a dig at vendors", 2, "Said with heat and beside the aim. Back to the tray if more leaders bring it up."),
    ("headlines", 3, "What is written about AI, not what it is to bring it in. For the discussion, perhaps."),
)

MERGED = (
    Merging(
        "leaning on the figure",
        "believed too much",
        2,
        "The same shoulder that comes down; the figure is only where it was seen first.",
    ),
    Merging(
        "hangs on one enthusiast",
        "one pair of hands",
        3,
        "One leaves and it is over, one is on leave and it stands still.",
    ),
    Merging("the lodger", "minding the machine", 3, "Her word for it, too good to lose: kept as the older name."),
    Merging("when the books close", "money after year one", 3, "January is only the day on which it shows."),
)

MERGED_PILE = Merging(
    "Trying things out",
    "Developing a systematic approach to AI implementation",
    3,
    "Nobody could say where a trial ends and the way of doing it begins. Trials are how it goes.",
)

MOVED = ("something must go", "Money and hands", "How it goes", 3)
"""A code, the piles it was moved from and to by their first names, and when."""

QUICK = ("who answers", "money after year one", "told, not asked", "no agreed ending", "someone must check")

THEME = (
    "Standing closest to the door",
    "What is decided far away is answered for by whoever happens to be near.",
    ("who answers", "settled elsewhere", "told, not asked", "on top of everything", "minding the machine"),
)

PILES_DIFFER = (
    ("Liability and law", "Quality standards", "Law: who answers, who may know. Standards: whether it is good enough."),
    ("Systematic steps", "Involving staff", "Steps: in which order it is decided. Staff: who is asked, and believed."),
    ("New roles", "Trust", "Roles: who does what now. Trust: whether one believes what the tool says."),
    ("Conditions external", "Transformation", "Outside: what others decide. Transformation: what becomes of the work."),
)

DIFFERS = (
    ("believed too much", "someone must check", "Here nobody looks any more; there somebody does, and says so."),
    ("it drifts", "never looked back", "It drifts: the tool changes. Never looked back: nobody asked how it went."),
    ("told, not asked", "settled elsewhere", "Those who are to use it hear late; there, those who were to decide."),
)

# Where a definition wants showing: the code, how its unit begins, and as what.
ANCHORS = (
    ("who answers", "But she wasn't all right", "typical"),
    ("who answers", "how am I to be answerable", "borderline"),
    ("a law made for paper", "The act was written", "typical"),
    ("asked to agree", "what did they say yes to?", "typical"),
    ("tested on whom", "They had tried it", "typical"),
    ("it drifts", "Den ändrade ton", "typical"),
    ("hardly taught", "when I asked how many hours", "typical"),
    ("begin where it hurts", "there were funds that had to be used up", "typical"),
    ("no agreed ending", "Det är ingen som har bestämt", "typical"),
    ("money after year one", "There is no innovation money", "typical"),
    ("told, not asked", "One of my nurses learned", "typical"),
    ("the doubters first", "I asked the ones who were most against it", "typical"),
    ("the patient comes prepared", "Now he has his curve", "typical"),
    ("the patient comes prepared", "Then I've got those who measure", "borderline"),
    ("what is left of the craft", "What worries me", "typical"),
    ("it saw it first", "Jag tittade och sa", "typical"),
    ("believed too much", "What I'm afraid of", "typical"),
    ("a number one can argue with", "För siffran kan man", "typical"),
)
