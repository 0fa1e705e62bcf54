"""A team's own verbs are read from Python files, and checked by their signatures like the built-in ones."""

from pathlib import Path

import pytest

from harness.language.model import Action, Step
from harness.language.own_verbs import TAKEN
from harness.language.project import Project, load_project
from harness.shopper import Shopper

from .cases import project_with

VERBS = '''
from harness import Acting, Clickable, Field, NewName, ReadableValue, Text, verb


@verb("drag {thing} to {place} for {reason}")
def drag_over(shopper: Acting, thing: Clickable, place: Clickable, reason: Text = "") -> None:
    """Drag something to another place."""


@verb("look for {words} in {box}")
def look_for(shopper: Acting, words: Text, box: Field | None = None) -> None:
    """Look for words."""


@verb("note {value} as {name}", acts=False)
def note_down(shopper: Acting, value: ReadableValue, name: NewName) -> None:
    """Keep a value under a name."""


@verb("pay by invoice", commits="order")
def pay_by_invoice(shopper: Acting) -> None:
    """Order and pay later."""


@verb("send {thing} back")
def return_(shopper: Acting, thing: Clickable) -> None:
    """Send something back."""
'''
JOURNEY = "journey: Try\nsteps:\n  - step: Try\n    do:\n{}    see: Done\n"
ORDER = "journey: Try\ncommits: order\nsteps:\n  - step: Try\n{}    do: [pay by invoice]\n    see: Done\n"


def project(actions: str, where: Path, *, verbs: str = VERBS, file: str = "journeys/verbs.py") -> Project:
    text = actions if actions.startswith("journey:") else JOURNEY.format(actions)
    root = project_with(text, where).root
    (where / file).write_text(verbs, encoding="utf-8")
    return load_project(root)


def actions_of(loaded: Project) -> list[tuple[str, tuple[str, ...]]]:
    assert loaded.problems == ()
    (step,) = loaded.journeys[0].steps
    assert isinstance(step, Step)
    return [(action.verb, action.arguments) for action in step.do]


def told(loaded: Project) -> list[str]:
    return [f"{problem.place}: {problem.message}" for problem in loaded.problems]


def test_three_parameters_are_given_by_name(tmp_path: Path) -> None:
    loaded = project("      - drag over: {place: Basket, thing: Shirt}\n", tmp_path)

    assert actions_of(loaded) == [("drag over", ("Shirt", "Basket", ""))]


def test_a_parameter_with_a_default_may_be_left_out(tmp_path: Path) -> None:
    loaded = project("      - look for: shirts\n      - look for: {shirts: Find}\n", tmp_path)

    assert actions_of(loaded) == [("look for", ("shirts",)), ("look for", ("shirts", "Find"))]


def test_a_new_name_may_be_any_parameter(tmp_path: Path) -> None:
    loaded = project("      - note down: {Order total: total}\n      - see: Total ${total}\n", tmp_path)

    assert actions_of(loaded) == [("note down", ("Order total", "total")), ("see", ("Total ${total}",))]


def test_wrong_and_missing_parameters_are_told(tmp_path: Path) -> None:
    actions = "      - drag over: {thing: Shirt, plaice: Basket}\n      - drag over: Shirt\n"

    assert [problem.message for problem in project(actions, tmp_path).problems] == [
        '"drag over" needs "place:". Write it like: drag over: {thing: ..., place: ..., reason: ...}',
        '"drag over" takes no "plaice". Did you mean "place"?',
        '"drag over" needs more than this. Write it like: drag over: {thing: ..., place: ..., reason: ...}',
    ]


def test_without_the_teams_verbs_they_are_unknown(tmp_path: Path) -> None:
    text = JOURNEY.format("      - look for: shirts\n")

    (problem,) = project_with(text, tmp_path).problems

    assert problem.message.startswith('unknown verb "look for". ')


def test_an_action_holds_the_place_of_its_verb(tmp_path: Path) -> None:
    loaded = project("      - look for: shirts\n", tmp_path)
    (step,) = loaded.journeys[0].steps
    assert isinstance(step, Step)

    (action,) = step.do

    assert isinstance(action, Action)
    assert str(action.place) == "journeys/buy/journey.yaml:5:9"


@pytest.mark.parametrize("file", ["journeys/conftest.py", "conftest.py"])
def test_verbs_may_stand_in_a_conftest(file: str, tmp_path: Path) -> None:
    loaded = project("      - look for: shirts\n", tmp_path, file=file)

    assert actions_of(loaded) == [("look for", ("shirts",))]
    assert loaded.journeys[0].verbs["look for"].home == file


def test_a_conftest_without_verbs_is_left_to_pytest(tmp_path: Path) -> None:
    loaded = project("      - open: /\n", tmp_path, verbs="raise SystemExit\n", file="conftest.py")

    assert loaded.problems == ()


def test_a_verb_that_commits_needs_a_marked_step(tmp_path: Path) -> None:
    unmarked = told(project(ORDER.format(""), tmp_path / "unmarked"))
    marked = told(project(ORDER.format("    commits: order\n"), tmp_path / "marked"))

    message = '"pay by invoice" commits to "order". Mark its step with: commits: order'
    assert f"journeys/buy/journey.yaml:5:10: {message}" in unmarked
    assert marked == []


FAULTY = {
    "import nowhere_to_be_found": (
        "1:1: it stops here with ModuleNotFoundError: No module named 'nowhere_to_be_found'. Mend it."
    ),
    "def pick(:": "1:10: this is no Python: invalid syntax. Mend it.",
    "@verb('go')\ndef click(shopper): ...": (
        '2:1: "click" is a verb of the language already. Name the function otherwise.'
    ),
    "@verb('go')\ndef leave(shopper): ...": (
        '2:1: "leave" means something else to the shopper. Name the function otherwise.'
    ),
    "@verb('go')\ndef pick(shopper): ...\n@verb('go')\ndef pick(shopper): ...": (
        '4:1: "pick" is defined a second time here. Name one of them otherwise.'
    ),
    "@verb('go')\ndef pick(shopper): ...\n@verb('go')\ndef pick_(shopper): ...": (
        '4:1: verb "pick" is in journeys/verbs.py:2 already. Name one of them otherwise.'
    ),
    "@verb('go', commits='ordre')\ndef pick(shopper): ...": (
        '2:1: verb "pick" commits to "ordre". Did you mean "order"?'
    ),
    "@verb('go')\ndef pick(shopper, size): ...": (
        '2:1: verb "pick": parameter "size" says not how it is read. Annotate it'
        " with a type of harness, such as Text, Field or Clickable."
    ),
    "@verb('go to {place}')\ndef pick(shopper): ...": (
        '2:1: verb "pick": "go to {place}" tells of "{place}", which is no parameter. Name one that is.'
    ),
    "@verb('go')\nasync def pick(shopper): ...": (
        '2:1: verb "pick": it is "async" or has a "yield", and would never be walked.'
        " Make it an ordinary function."
    ),
    "@verb('go')\ndef pick(): ...": (
        '2:1: verb "pick": it has no parameter. Begin with the shopper: def pick(shopper: Acting, ...)'
    ),
    "@verb('go')\ndef _pick(shopper): ...": (
        '2:1: verb "_pick": its name begins with "_". Name it as customers say it: pick'
    ),
}


@pytest.mark.parametrize("text", FAULTY)
def test_what_is_wrong_with_verbs_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    verbs = text if "@" not in text else f"from harness import verb\n{text}"
    loaded = project("      - open: /\n", tmp_path, verbs=verbs)

    assert told(loaded) == [f"journeys/verbs.py:{FAULTY[text]}"]
    assert len(loaded.journeys) == 1, "a journey that needs none of them can be walked"


def test_a_journey_says_once_that_its_verbs_are_not_known(tmp_path: Path) -> None:
    loaded = project("      - pick: a\n      - pick: b\n      - drop\n", tmp_path, verbs="1 / 0\n")

    message = 'verb "pick" is not known as long as journeys/verbs.py:1 has a problem. Mend that first.'
    assert told(loaded) == [
        f"journeys/buy/journey.yaml:5:9: {message}",
        "journeys/verbs.py:1:1: it stops here with ZeroDivisionError: division by zero. Mend it.",
    ]


def test_nothing_that_a_compiled_journey_says_to_the_shopper_can_be_a_verb() -> None:
    assert {name for name in vars(Shopper) if not name.startswith("_")} | {"at_the_door", "visit"} == TAKEN
