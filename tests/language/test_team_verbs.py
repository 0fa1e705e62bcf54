"""A team's own verbs are checked by their signatures, like the built-in ones."""

from pathlib import Path

from harness.language.model import Action, Project, Step
from harness.language.project import load_project
from harness.verbs import VERBS
from harness.verbs.acting import Acting
from harness.verbs.verb import Clickable, Field, NewName, ReadableValue, Text, verb

from .cases import project_with


@verb('drag "{thing}" to "{place}" for "{reason}"')
def drag(shopper: Acting, thing: Clickable, place: Clickable, reason: Text = "") -> None:
    """Drag something to another place."""


@verb('search for "{words}" in "{box}"')
def search(shopper: Acting, words: Text, box: Field = "Search") -> None:  # type: ignore[assignment]
    """Search for words."""


@verb('note "{value}" as {name}', acts=False)
def note_down(shopper: Acting, value: ReadableValue, name: NewName) -> None:
    """Keep a value under a name."""


TEAM = {**VERBS, **{each.name: each for each in (drag, search, note_down)}}


def project(actions: str, where: Path) -> Project:
    text = f"journey: Try\nsteps:\n  - step: Try\n    do:\n{actions}    see: Done\n"
    root = project_with(text, where).root
    return load_project(root, verbs=TEAM)


def actions_of(loaded: Project) -> list[tuple[str, tuple[str, ...]]]:
    assert loaded.problems == ()
    (step,) = loaded.journeys[0].steps
    assert isinstance(step, Step)
    return [(action.verb, action.arguments) for action in step.do]


def test_three_parameters_are_given_by_name(tmp_path: Path) -> None:
    loaded = project("      - drag: {place: Basket, thing: Shirt}\n", tmp_path)

    assert actions_of(loaded) == [("drag", ("Shirt", "Basket", ""))]


def test_a_parameter_with_a_default_may_be_left_out(tmp_path: Path) -> None:
    loaded = project("      - search: shirts\n      - search: {shirts: Find}\n", tmp_path)

    assert actions_of(loaded) == [("search", ("shirts",)), ("search", ("shirts", "Find"))]


def test_a_new_name_may_be_any_parameter(tmp_path: Path) -> None:
    loaded = project("      - note down: {Order total: total}\n      - see: Total ${total}\n", tmp_path)

    assert actions_of(loaded) == [("note down", ("Order total", "total")), ("see", ("Total ${total}",))]


def test_wrong_and_missing_parameters_are_told(tmp_path: Path) -> None:
    loaded = project("      - drag: {thing: Shirt, plaice: Basket}\n      - drag: Shirt\n", tmp_path)

    assert [problem.message for problem in loaded.problems] == [
        '"drag" needs "place:". Write it like: drag: {thing: ..., place: ..., reason: ...}',
        '"drag" takes no "plaice". Did you mean "place"?',
        '"drag" needs more than this. Write it like: drag: {thing: ..., place: ..., reason: ...}',
    ]


def test_without_the_teams_verbs_they_are_unknown(tmp_path: Path) -> None:
    text = "journey: Try\nsteps:\n  - step: Try\n    do: [{search: shirts}]\n    see: Done\n"

    (problem,) = project_with(text, tmp_path).problems

    assert problem.message.startswith('unknown verb "search". ')


def test_an_action_holds_the_place_of_its_verb(tmp_path: Path) -> None:
    loaded = project("      - search: shirts\n", tmp_path)
    (step,) = loaded.journeys[0].steps
    assert isinstance(step, Step)

    (action,) = step.do

    assert isinstance(action, Action)
    assert str(action.place) == "journeys/buy/journey.yaml:5:9"
