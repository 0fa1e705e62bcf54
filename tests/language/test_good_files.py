from pathlib import Path

import pytest

from harness.language.model import Action, Journey, Place, Step, Use
from harness.language.project import Project, load_project

from .cases import TESTS, folder_with

CASES = sorted((TESTS / "good").glob("*.yaml"))


def load(slug: str, where: Path) -> Journey:
    project: Project = load_project(folder_with(TESTS / "good" / f"{slug}.yaml", where))
    (journey,) = project.journeys
    return journey


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_good_file_is_a_journey_without_problems(case: Path, tmp_path: Path) -> None:
    project = load_project(folder_with(case, tmp_path))

    assert [str(problem) for problem in project.problems] == []
    assert [journey.id for journey in project.journeys] == [f"buy/{case.stem}"]


def test_every_key_of_a_journey_reaches_the_model(tmp_path: Path) -> None:
    journey = load("apply-a-promo-code", tmp_path)

    assert (journey.title, journey.stage, journey.touchpoint) == ("Apply a promo code", "buy", "promo code")
    assert journey.why == "A shopper who holds a code and sees no discount leaves the basket."
    assert (journey.owner, journey.severity, journey.commits) == ("checkout-team", "critical", "cart")
    assert journey.tags == ("promo", "nightly")
    assert journey.personas == ("first-time-phone", "loyal-laptop")
    assert journey.data == {"code": "SAVE10"}
    assert journey.rows == ({"code": "SAVE10", "by": "10%"}, {"code": "WELCOME", "by": "15%"})
    assert [step.name for step in journey.cleanup if isinstance(step, Step)] == ["Empty the basket"]
    assert journey.path == tmp_path / "journeys" / "buy" / "apply-a-promo-code.yaml"


def test_a_step_holds_its_actions_and_claims_with_their_places(tmp_path: Path) -> None:
    journey = load("apply-a-promo-code", tmp_path)
    step = journey.steps[1]
    file = "journeys/buy/apply-a-promo-code.yaml"

    assert step == Step(
        name="Apply the code",
        place=Place(file, 24, 5),
        within_ms=3000,
        do=(
            Action("remember", ("before", "Order total"), Place(file, 27, 20)),
            Action("fill", ("Promo code", "${code}"), Place(file, 28, 16)),
            Action("click", ("Apply",), Place(file, 29, 9)),
        ),
        see=(
            Action("see", ("Promo code ${code} applied",), Place(file, 31, 9)),
            Action(
                "see",
                ("Order total",),
                Place(file, 32, 9),
                words=(("less than", "${before}"), ("by", "${by}")),
            ),
        ),
        should_see=(Action("should see", ("You save",), Place(file, 34, 9)),),
    )


def test_the_use_of_a_part_holds_its_values(tmp_path: Path) -> None:
    journey = load("apply-a-promo-code", tmp_path)

    assert journey.steps[2] == Use(
        part="Sign in",
        place=Place("journeys/buy/apply-a-promo-code.yaml", 35, 5),
        values=(("email", "${shopper.email}"), ("password", "${secret.SHOPPER_PASSWORD}")),
    )


def test_every_scalar_stays_the_text_it_was(tmp_path: Path) -> None:
    journey = load("texts-stay-texts", tmp_path)

    assert (journey.title, journey.why, journey.owner) == ("0154", "~", "NO")
    assert journey.data == {
        "octal": "0154",
        "time": "12:30",
        "price": "19.90",
        "day": "2026-07-01",
        "nothing": "null",
        "tilde": "~",
        "truth": "yes",
        "number": "1_000",
        "hex": "0x1F",
        "empty": "",
    }


def test_a_verb_with_several_pairs_makes_one_action_of_each(tmp_path: Path) -> None:
    journey = load("all-verbs", tmp_path)
    (step,) = journey.steps
    assert isinstance(step, Step)

    fills = [action.arguments for action in step.do if action.verb == "fill"]

    assert fills == [("Quantity", "2"), ("Note", ""), ("Gift message", 'For "Pat": enjoy')]


def test_a_literal_on_the_right_means_is(tmp_path: Path) -> None:
    journey = load("all-checks", tmp_path)
    (step,) = journey.steps
    assert isinstance(step, Step)

    assert [action.words for action in step.see] == [
        (("is", "$36.00"),),
        (("is", "/N-[0-9]+/"),),
        (("is", "$36.00"),),
        (("is not", "$40.00"), ("contains", "36")),
        (("less than", "${before}"), ("by", "${by}")),
        (("more than", "$30.00"), ("by", "$6.00")),
        (("at least", "$30.00"), ("at most", "$40.00")),
        (("no later than", "in 3 working days"),),
        (("one of", ("S", "M", "${persona.size}")),),
        (("is", "$36.00"),),
        (("is", "$4.00"),),
        (("is", "Free"),),
    ]


def test_what_is_left_out_has_a_meaning(tmp_path: Path) -> None:
    journey = load("smallest", tmp_path)

    assert (journey.stage, journey.touchpoint) == ("buy", "buying")
    assert (journey.severity, journey.commits) == ("normal", "nothing")
    assert (journey.personas, journey.rows, journey.cleanup) == ((), ({},), ())


def test_lines_are_counted_alike_with_every_kind_of_line_end(tmp_path: Path) -> None:
    journey = load("windows-lines", tmp_path)
    (step,) = journey.steps
    assert isinstance(step, Step)

    assert step.do[0].place == Place("journeys/buy/windows-lines.yaml", 5, 9)
    assert journey.title == "End lines like Windows"
