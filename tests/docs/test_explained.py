"""The explanation that the document shows is what the command says of the journey beside it."""

from pathlib import Path

from harness.cli.places import choose
from harness.cli.reading import Fine, read_chosen
from harness.explain.explaining import explain

from .examples import CHECKOUT, examples_in
from .test_examples import write_project

DOCUMENT = CHECKOUT / "docs/writing-a-journey.md"


def test_the_explanation_shown_is_the_one_told(tmp_path: Path) -> None:
    write_project(DOCUMENT, tmp_path)
    shown = next(each.text for each in examples_in(DOCUMENT) if each.text.startswith("Use a voucher\n"))

    (read,) = read_chosen(choose([str(tmp_path / "journeys/buy/voucher.yaml")]), "")
    assert isinstance(read, Fine)
    told = explain(read.journey, read.surroundings, read.site)

    sentences = [sentence for step in told.steps for sentence in (step.step, *step.sentences)]
    assert [line[4:] for line in shown.partition("\n\n 1. ")[2].splitlines()[1:] if line] == sentences[1:]
