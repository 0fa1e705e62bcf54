"""What the documents tell to type exists, what they link to is there, and pictures are small."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from harness.cli.commands import COMMANDS, app
from harness.language.project import load_project

from .examples import CHECKOUT, DOCUMENTS, commands_in, examples_in
from .test_examples import write_project

LARGEST_PICTURE_BYTES = 150_000
MADE_UP = {"harness/verbs/hover.py", "journeys/verbs.py", "journeys/STAGE/what-the-customer-wants.yaml"}
"""Files that a reader is told to write."""

COMMANDS_SHOWN = [(document, line) for document in DOCUMENTS for line in commands_in(document)]
LINKS = [
    (document, link)
    for document in DOCUMENTS
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
    if not link.startswith("https:")
]


def typed(program: str) -> list[list[str]]:
    """Return the words of every shown command of a program."""
    words = [shlex.split(line, comments=True) for _, line in COMMANDS_SHOWN]
    return [line for line in words if line[:1] == [program]]


def anchors_of(document: Path) -> set[str]:
    """Return the names by which the headings of a document are linked to."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("words", typed("harness"), ids=" ".join)
def test_a_command_exists_with_its_options(words: list[str]) -> None:
    _, command, *rest = words
    assert command in COMMANDS
    own = typer.main.get_command(app).get_command(None, command)  # type: ignore[attr-defined]
    if rest and rest[0] in getattr(own, "commands", {}):
        own = own.commands[rest.pop(0)]
    known = {name for parameter in own.params for name in parameter.opts} | {"--help"}
    ours = rest[: rest.index("--")] if "--" in rest else rest
    assert {word for word in ours if word.startswith("-")} <= known


@pytest.mark.parametrize("words", typed("make"), ids=" ".join)
def test_a_target_of_make_exists(words: list[str]) -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}: " in makefile for target in words[1:])


@pytest.mark.parametrize(("document", "link"), LINKS, ids=lambda part: getattr(part, "name", part))
def test_a_link_leads_somewhere(document: Path, link: str) -> None:
    path, _, anchor = link.partition("#")
    leads_to = (document.parent / path).resolve() if path else document
    assert leads_to.exists()
    assert not anchor or anchor in anchors_of(leads_to)


def test_pictures_are_small() -> None:
    pictures = (CHECKOUT / "docs/images").iterdir()
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE_BYTES] == []


def test_the_mistake_in_the_readme_is_told_as_shown(tmp_path: Path) -> None:
    readme = CHECKOUT / "README.md"
    root = write_project(readme, tmp_path)
    journey = root / "buy/voucher.yaml"
    journey.write_text(journey.read_text(encoding="utf-8").replace("fill:", "fil:"), encoding="utf-8")
    (problem,) = load_project(root).problems
    assert f"{problem}\n" in [example.text for example in examples_in(readme)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_no_file_that_is_not_there(document: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    named = re.findall(r"`((?:[\w-]+/)+[\w.-]+\.(?:py|md|js|yaml))`", text)
    roots = (CHECKOUT, CHECKOUT / "harness", CHECKOUT / "tests")
    assert [
        name for name in named if name not in MADE_UP and not any((r / name).exists() for r in roots)
    ] == []
