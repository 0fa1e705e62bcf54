"""A document in, its fenced examples out, each with the heading line that says what it is.

The first line of a YAML example is a comment that names where it belongs, for readers and for these tests:

    # journeys/buy/voucher.yaml              a whole file
    # journeys/buy/voucher.yaml (wrong)      a file with mistakes; the next block is what is told
    # in journeys/site.yaml                  lines to add to that file
    # below "do:"                            actions; also "see:" and "steps:"
    # .github/workflows/...                  a file of another program
"""

import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
DOCUMENTS = tuple(
    path
    for path in (
        *sorted(CHECKOUT.glob("*.md")),
        *sorted((CHECKOUT / "docs").glob("*.md")),
        CHECKOUT / "reports/README.md",
    )
    if path.is_file()
)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WRONG = " (wrong)"


@dataclass(frozen=True)
class Example:
    """One fenced block."""

    document: Path
    line: int
    language: str
    text: str
    told: str = ""

    @property
    def name(self) -> str:
        """Where it belongs, as its first line says."""
        first = self.text.partition("\n")[0]
        return first.removeprefix("# ").removesuffix(_WRONG) if first.startswith("# ") else ""

    @property
    def is_wrong(self) -> bool:
        """Whether it shows mistakes."""
        return self.text.partition("\n")[0].endswith(_WRONG)

    @property
    def is_file(self) -> bool:
        """Whether it is a whole file of a journeys folder."""
        return self.name.startswith("journeys/")

    def __str__(self) -> str:
        return f"{self.document.relative_to(CHECKOUT)}:{self.line}"


def examples_in(document: Path) -> list[Example]:
    """Return the fenced blocks of a document; a wrong one carries the block after it as what is told."""
    text = document.read_text(encoding="utf-8")
    blocks = list(_FENCE.finditer(text))
    found = []
    for block, following in zip_longest(blocks, blocks[1:]):
        line = text[: block.start()].count("\n") + 1
        told = following.group(2) if following else ""
        found.append(Example(document, line, block.group(1), block.group(2), told))
    return found


def yaml_examples() -> list[Example]:
    """Return every YAML example of every document."""
    return [each for document in DOCUMENTS for each in examples_in(document) if each.language == "yaml"]


def files_of_rows(document: Path) -> dict[str, str]:
    """Return the CSV files that a document shows, by the names that its journeys have for them."""
    names = re.findall(r"from: ([\w/-]+\.csv)", document.read_text(encoding="utf-8"))
    shown = [each.text for each in examples_in(document) if each.language == "csv"]
    return dict(zip(names, shown, strict=True))


def commands_in(document: Path) -> list[str]:
    """Return the lines to type that a document shows."""
    shells = (each.text for each in examples_in(document) if each.language == "sh")
    return [line.strip() for text in shells for line in text.splitlines() if line.strip()]
