"""The keys of a journey: what a customer wants to achieve."""

import re
from pathlib import Path

from harness.grammar.near import did_you_mean
from harness.language.files.ideal import IDEAL, NO_IDEAL
from harness.language.files.limits import LIMITS
from harness.language.files.matrix import MOST_VISITS, Matrix
from harness.language.files.rows_file import rows_of
from harness.language.known.commitments import COMMITMENTS
from harness.language.known.evidence import WORDS
from harness.language.known.severities import SEVERITIES
from harness.language.known.stages import STAGES, TOUCHPOINT_OF_STAGE, TOUCHPOINTS
from harness.language.model import Journey, Variant
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import ListOf, MappingOf, OneOrMore
from harness.language.shapes.names import Name
from harness.language.shapes.plain import OneOf, Pattern, PlainText
from harness.language.shapes.rows import AskedRows, FixedText, Rows
from harness.language.shapes.steps import STEPS
from harness.language.shapes.table import Key, Table

_TAG = Pattern(
    re.compile(r"[A-Za-z][\w-]*"),
    "a tag",
    'Use letters, digits, "-" and "_", begin with a letter, and put "," between two.',
)

_TITLE = Key(
    "journey",
    PlainText("the name of the journey"),
    "What the customer wants to do.",
    "",
    required=True,
    elsewhere=("feature", "name", "scenario", "test", "title"),
)
_WHY = Key("why", PlainText("a sentence"), "Why it matters, for whoever reads the report.", "")
_STAGE = Key(
    "stage", OneOf(STAGES, "stage"), "The stage of being a customer; by default the folder's name.", ""
)
_TOUCHPOINT = Key(
    "touchpoint", OneOf(TOUCHPOINTS, "touchpoint"), "What is experienced; by default told by the stage.", ""
)
_OWNER = Key("owner", PlainText("a team or a person"), "Who acts when it fails.", "")
_SEVERITY = Key("severity", OneOf(SEVERITIES, "severity"), "How bad it is when it fails.", "normal")
_TAGS = Key("tags", ListOf(_TAG, "tags"), "Words to choose journeys by.", ())
_PERSONAS = Key(
    "personas",
    ListOf(PlainText("the name of a persona"), "personas"),
    "Who walks it; by default the first one of the personas file.",
    (),
)
_SITES = Key(
    "sites",
    ListOf(PlainText("the name of a site"), "sites"),
    "The sites it is for, if not all of them.",
    (),
)
_COMMITS = Key(
    "commits", OneOf(COMMITMENTS, "commitment"), "How far it commits the shopper at the most.", "nothing"
)
_EVIDENCE = Key(
    "evidence",
    OneOrMore(OneOf(WORDS, "kind of evidence"), "kinds of evidence"),
    "What its visits leave behind: `full`, `lean` or `none`, and kinds such as `har`.",
    (),
)
_DATA = Key("data", MappingOf(Name(), FixedText(), "data: {code: SAVE10}"), "Values for `${name}`.", {})
_NO_ROWS: AskedRows = ({},)
_ROWS = Key("for each", Rows(), "Rows of values, or a file of them; walked once for each.", _NO_ROWS)
_MATRIX = Key(
    "matrix",
    Matrix(),
    "Devices, connections, values ... to combine: each combination is a visit.",
    (Variant(),),
)
_LIMITS = Key("limits", LIMITS, "Slower or heavier than this is over budget, in this journey.", None)
_IDEAL = Key("ideal", IDEAL, "What it should need of a customer: reports tell what it needs more.", NO_IDEAL)
_STEPS = Key("steps", STEPS, "What the customer does, step by step.", (), required=True)
_CLEANUP = Key("cleanup", STEPS, "What puts everything back, also after a failure.", ())
_LOOKUP = Key("lookup", STEPS, "How to find out later whether what it commits to was done.", ())
JOURNEY_KEYS = (
    *(_TITLE, _WHY, _STAGE, _TOUCHPOINT, _OWNER, _SEVERITY, _TAGS, _PERSONAS, _SITES, _COMMITS),
    *(_EVIDENCE, _DATA, _ROWS, _MATRIX, _LIMITS, _IDEAL, _STEPS, _CLEANUP, _LOOKUP),
)

JOURNEY = Table("a journey", JOURNEY_KEYS, lambda found: found)


def read_journey(node: Node, reading: Reading, *, path: Path, name: str) -> Journey:
    """Read a journey.

    Args:
        node: The content of its file.
        reading: Where problems are noted.
        path: The file.
        name: The file below the journeys folder without its extension: `buy/promo-code`.
    """
    found = JOURNEY.read(node, reading)
    stage = found[_STAGE] if _STAGE in found else _stage_of_folder(node, reading, name)
    rows = rows_of(found[_ROWS], reading, path.parents[name.count("/")])
    number = len(rows) * len(found[_MATRIX])
    if number > MOST_VISITS:
        reading.problem(
            reading.find("for each:", found.place),
            f"the rows ask for {number} visits, and {MOST_VISITS} is the most. Take some out.",
        )
    return Journey(
        id=name,
        path=path,
        place=found.place,
        title=found[_TITLE],
        stage=stage,
        touchpoint=found[_TOUCHPOINT] or TOUCHPOINT_OF_STAGE.get(stage, ""),
        why=found[_WHY],
        owner=found[_OWNER],
        severity=found[_SEVERITY],
        tags=found[_TAGS],
        personas=found[_PERSONAS],
        sites=found[_SITES],
        commits=found[_COMMITS],
        evidence=found[_EVIDENCE],
        data=found[_DATA],
        rows=rows,
        variants=found[_MATRIX],
        limits=found[_LIMITS],
        ideal=found[_IDEAL],
        steps=found[_STEPS],
        cleanup=found[_CLEANUP],
        lookup=found[_LOOKUP],
        verbs=reading.verbs,
    )


def _stage_of_folder(node: Node, reading: Reading, name: str) -> str:
    folder, _, _ = name.rpartition("/")
    stage = folder.partition("/")[0]
    if stage in STAGES or reading.problems:
        return stage
    where = f'the folder "{stage}" is no stage' if stage else "no folder says the stage"
    reading.problem(node, f'{where}. Add "stage:" to the journey. {did_you_mean(stage, STAGES)}')
    return ""
