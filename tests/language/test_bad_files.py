from pathlib import Path

import pytest

from harness.language.project import load_project

from .cases import TESTS, folder_with

CASES = sorted(path for path in (TESTS / "bad").iterdir() if path.suffix == ".yaml" or path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_bad_file_is_told_with_its_place_and_remedy(case: Path, tmp_path: Path) -> None:
    project = load_project(folder_with(case, tmp_path))

    told = "\n\n".join(map(str, project.problems)) + "\n"

    assert told == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_expected_output_belongs_to_a_case() -> None:
    outputs = {path.stem for path in (TESTS / "bad").glob("*.txt")}

    assert outputs == {case.stem for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_message_says_what_is_wrong_and_what_to_do(case: Path) -> None:
    text = case.with_suffix(".txt").read_text(encoding="utf-8")
    heads = [line for line in text.splitlines() if line.startswith("journeys/")]

    for head in heads:
        _, _, _, message = head.split(":", 3)

        assert message.startswith(" ")
        assert not message[1].isupper()
        assert ". " in message or "? " in message or ": " in message, message
