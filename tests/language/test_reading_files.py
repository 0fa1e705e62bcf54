from pathlib import Path

import pytest
import yaml

from harness.language.project import Project, load_project
from harness.language.reading import document
from harness.language.reading.source import _UNPRINTABLE

from .cases import TESTS, folder_with, project_with


def only_problem(project: Project) -> str:
    (problem,) = project.problems
    return str(problem)


def test_a_file_of_ten_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    project = project_with(b"journey: x\n" * 1_000_000, tmp_path)

    assert only_problem(project) == (
        "journeys/buy/journey.yaml:1:1: the file is larger than 1 MiB."
        " Split it: one file is one journey, a page or two."
    )


@pytest.mark.parametrize(
    "text",
    [
        "journey: x\nsteps: " + "[" * 500_000,
        "journey: x\nsteps: " + "{a: " * 200_000,
        "- " * 400_000,
        "? " * 400_000,
        "journey: '" + "x #y\n" * 150_000 + "'",
        "- 'x #y'\n" * 100_000,
        "- x #y\n" * 100_000,
        "".join(f"key{number}: x\n" for number in range(60_000)),
        "x" * 1_000_000 + ": y\n",
        "a: " + "\\" * 500_000,
        "journey: x\nsteps:\n  - step: y\n    do:\n      - click: button " + '"a" in row ' * 60_000 + '"b"\n',
        "journey: x\nsteps:\n  - step: y\n    see: /" + "(" * 900 + "/\n",
        "journey: x\nsteps:\n  - step: y\n    see: " + "${x} " * 100_000 + "\n",
        "journey: x\nsteps:\n" + "  - use: Nothing\n" * 50_000,
    ],
    ids=range(14),
)
def test_a_hostile_file_below_the_limit_is_told_like_any_other(text: str, tmp_path: Path) -> None:
    assert project_with(text, tmp_path).problems


def test_a_link_to_nowhere_is_a_problem(tmp_path: Path) -> None:
    root = project_with("journey: x\n", tmp_path).root
    path = root / "buy" / "journey.yaml"
    path.unlink()
    path.symlink_to(tmp_path / "nowhere.yaml")
    assert only_problem(load_project(root)) == (
        "journeys/buy/journey.yaml:1:1: the file cannot be opened: No such file or directory."
        " Check that it exists and may be read."
    )


def test_without_libyaml_the_same_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder_with(TESTS / "good" / "apply-a-promo-code.yaml", tmp_path)
    with_libyaml = load_project(root)

    monkeypatch.setattr(document, "_Parser", yaml.BaseLoader)

    assert load_project(root) == with_libyaml


def test_what_is_refused_as_unprintable_is_what_the_parser_refuses() -> None:
    candidates = [
        *range(0x300),
        *range(0xD7F0, 0xE010),
        *range(0xFEF0, 0xFF10),
        *range(0xFFF0, 0x10010),
        0x10FFFF,
    ]
    characters = [chr(code) for code in candidates if not 0xD800 <= code < 0xE000]

    refused = [character for character in characters if _refused_by_yaml(character)]

    ours = [character for character in characters if _UNPRINTABLE.search(character)]
    assert [character for character in ours if character != "\ufeff"] == refused


def _refused_by_yaml(character: str) -> bool:
    try:
        list(yaml.scan(f"a: 'x{character}x'", Loader=document._Parser))
    except yaml.reader.ReaderError:
        return True
    return False
