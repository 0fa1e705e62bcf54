"""Every example of the documents is read by the real loader: what is shown works, or fails as told."""

from pathlib import Path

import pytest
import yaml

from harness.language.project import load_project

from .examples import DOCUMENTS, Example, examples_in, files_of_rows, yaml_examples

SITE = "site: https://shop.example\nshopper: {name: Pat, email: pat@shop.example}\nmoney: USD\n"
STEP = "journey: Look\ndata: {code: SAVE10, before: $40.00}\nsteps:\n  - step: Look\n"
AROUND = {
    'below "do:"': (f"{STEP}    do:\n", "      ", "    see: The end\n"),
    'below "see:"': (f"{STEP}    see:\n", "      ", ""),
    'below "steps:"': ("journey: Look\nsteps:\n", "  ", ""),
}
EXAMPLES = yaml_examples()
FILES = [each for each in EXAMPLES if each.is_file and not each.is_wrong]
WRONG = [each for each in EXAMPLES if each.is_wrong]
PIECES = [each for each in EXAMPLES if each.name in AROUND]
OTHERS = [each for each in EXAMPLES if each.name.startswith(".github/")]


def write_project(document: Path, folder: Path) -> Path:
    """Write the whole files that a document shows, with what it adds to them later."""
    site = folder / "journeys/site.yaml"
    site.parent.mkdir(parents=True)
    site.write_text(SITE, encoding="utf-8")
    kinds = {"yaml", "python"}
    shown = [each for each in examples_in(document) if each.language in kinds and not each.is_wrong]
    for example in (each for each in shown if each.is_file):
        path = folder / example.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.text, encoding="utf-8")
    for name, text in files_of_rows(document).items():
        (site.parent / name).parent.mkdir(parents=True, exist_ok=True)
        (site.parent / name).write_text(text, encoding="utf-8")
    for example in (each for each in shown if each.name.startswith("in journeys/")):
        path = folder / example.name.removeprefix("in ")
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{example.text}", encoding="utf-8")
    return site.parent


def problems_with(example: Example, folder: Path) -> list[str]:
    """Return what is wrong in the file that an example becomes."""
    file = example.name if example.is_file else "journeys/buy/piece-of-a-journey.yaml"
    return [str(found) for found in load_project(folder).problems if found.place.file == file]


def test_there_are_examples_of_each_sort() -> None:
    assert FILES
    assert WRONG
    assert PIECES


def test_every_yaml_example_says_where_it_belongs() -> None:
    known = (*FILES, *WRONG, *PIECES, *OTHERS)
    assert [
        str(each) for each in EXAMPLES if each not in known and not each.name.startswith("in journeys/")
    ] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_files_of_a_document_make_a_project_without_a_problem(document: Path, tmp_path: Path) -> None:
    project = load_project(write_project(document, tmp_path))
    assert [str(problem) for problem in project.problems] == []


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_a_wrong_example_is_told_as_shown(example: Example, tmp_path: Path) -> None:
    root = write_project(example.document, tmp_path)
    path = tmp_path / example.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.text, encoding="utf-8")
    assert "\n".join(problems_with(example, root)) == example.told.rstrip("\n")


@pytest.mark.parametrize("example", PIECES, ids=str)
def test_a_piece_of_a_journey_is_understood(example: Example, tmp_path: Path) -> None:
    root = write_project(example.document, tmp_path)
    before, indent, after = AROUND[example.name]
    lines = "".join(f"{indent}{line}\n" for line in example.text.splitlines())
    (root / "buy").mkdir(exist_ok=True)
    (root / "buy/piece-of-a-journey.yaml").write_text(f"{before}{lines}{after}", encoding="utf-8")
    assert problems_with(example, root) == []


@pytest.mark.parametrize("example", OTHERS, ids=str)
def test_a_file_of_another_program_is_yaml(example: Example) -> None:
    assert yaml.safe_load(example.text)
