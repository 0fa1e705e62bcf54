"""A file in, the file after a slip of its author out: lines moved, words put in or taken out."""

import random
from collections.abc import Callable, Sequence

from harness.grammar.target import TARGET_WORDS
from harness.language.files.journey import JOURNEY
from harness.language.shapes.steps import STEP_KEYS, USE_KEYS
from harness.values.checks import WORDS as CHECK_WORDS
from harness.values.counting import MANY_WORDS
from harness.verbs import VERBS

LONGEST = 4000

WORDS = tuple(
    sorted(
        {
            *VERBS,
            *TARGET_WORDS,
            *CHECK_WORDS,
            *MANY_WORDS,
            *(f"{key.name}:" for key in (*JOURNEY.keys, *STEP_KEYS, *USE_KEYS)),
            *(
                '"',
                "'",
                "{",
                "}",
                "[",
                "]",
                ": ",
                "- ",
                " #",
                "# ",
                "|",
                ">",
                "&",
                "*",
                "!",
                "---",
                "${",
                "}",
            ),
            *("${code}", "${persona.name}", "${secret.A}", "${visit.marker}", "${today}", "/x/", "/(/", "\t"),
            *("10%", "$40.00", "1.299,00 kr", "tomorrow", "3 hours", "2nd ", "last ", " in ", "${", "\ufeff"),
        }
    )
)
Slip = Callable[[list[str], random.Random], None]


def _delete(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def _double(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def _move(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))


def _indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randint(1, 4) + lines[at]


def _outdent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][min(chance.randint(1, 4), len(lines[at]) - len(lines[at].lstrip())) :]


def _put_in(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    where = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:where] + chance.choice(WORDS) + lines[at][where:]


def _replace(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    words = lines[at].split(" ")
    words[chance.randrange(len(words))] = chance.choice(WORDS)
    lines[at] = " ".join(words)


def _cut(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    begin, end = sorted(chance.randint(0, len(lines[at])) for _ in range(2))
    lines[at] = lines[at][:begin] + lines[at][end:]


SLIPS: Sequence[Slip] = (
    _delete,
    _double,
    _move,
    _indent,
    _outdent,
    _put_in,
    _put_in,
    _replace,
    _replace,
    _cut,
)


def slip(content: bytes, chance: random.Random) -> bytes:
    """Return a file after one to three slips."""
    lines = content.decode("utf-8", errors="replace").split("\n")
    for _ in range(chance.randint(1, 3)):
        if lines:
            chance.choice(SLIPS)(lines, chance)
    return "\n".join(lines).encode("utf-8", errors="replace")[:LONGEST]
