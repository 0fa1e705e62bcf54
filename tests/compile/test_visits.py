"""A matrix becomes visits: all combinations, or so few that every two values meet; with readable names."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

import pytest

from harness.compile.visits import PlannedVisit, plan_visits
from tests.language.cases import TESTS, project_with

DIMENSIONS = {
    "device": ["own", "Pixel 7", "iPhone 15"],
    "network": ["own", "slow4g", "cable"],
    "cpu": ["own", "2x", "4x"],
    "locale": ["own", "de-DE", "fr-FR"],
    "timezone": ["own", "Europe/Paris"],
    "size": ["S", "M", "L", "XL"],
    "code": ["SAVE10", "WELCOME", "NONE", "OLD"],
}
JOURNEY = """\
journey: Look at the shop
personas: [{personas}]
matrix:
  {way}:
{dimensions}
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - ${{size}} ${{code}}
"""


def planned(text: str, where: Path) -> tuple[PlannedVisit, ...]:
    project = project_with(text, where)
    assert project.problems == ()
    assert project.site
    (journey,) = project.journeys
    return plan_visits(journey, site=project.site, personas=project.personas, parts=project.parts)


def journey(way: str, names: Sequence[str], personas: str = "loyal-laptop") -> str:
    dimensions = "\n".join(f"    {name}: [{', '.join(DIMENSIONS[name])}]" for name in names)
    return JOURNEY.format(way=way, personas=personas, dimensions=dimensions)


def settings_of(visit: PlannedVisit) -> dict[str, str]:
    persona = visit.persona
    asked = {
        "device": persona.device,
        "network": persona.network,
        "cpu": f"{persona.cpu:g}x" if persona.cpu else None,
        "locale": persona.locale,
        "timezone": persona.timezone,
    }
    return {name: value or "own" for name, value in asked.items()} | dict(visit.row)


def pairs(settings: dict[str, str]) -> Iterator[tuple[tuple[str, str], ...]]:
    return combinations(sorted(settings.items()), 2)


def test_seven_dimensions_cost_about_twenty_visits_and_every_pair_of_values_meets(tmp_path: Path) -> None:
    visits = planned(journey("pairs", list(DIMENSIONS)), tmp_path)

    met = {pair for visit in visits for pair in pairs(settings_of(visit))}
    wanted = {
        tuple(sorted([(one, a), (other, b)]))
        for one, other in combinations(DIMENSIONS, 2)
        for a, b in product(DIMENSIONS[one], DIMENSIONS[other])
    }
    assert wanted <= met
    assert len(visits) <= 24  # of 2,592


def test_all_combinations_are_walked_where_all_are_wanted(tmp_path: Path) -> None:
    visits = planned(journey("all", ["device", "size", "code"]), tmp_path)

    assert len({tuple(sorted(settings_of(visit).items())) for visit in visits}) == len(visits) == 48


def test_each_persona_walks_each_combination_and_keeps_what_is_her_own(tmp_path: Path) -> None:
    text = journey("all", ["device", "size", "code"], personas="loyal-laptop, first-time-phone")
    visits = planned(text, tmp_path)

    own = [visit for visit in visits if "iphone" not in visit.id and "pixel" not in visit.id]
    assert {(visit.persona.id, visit.persona.device) for visit in own} == {
        ("loyal-laptop", None),
        ("first-time-phone", "Pixel 7"),
    }


def test_names_of_visits_say_what_is_different_and_differ(tmp_path: Path) -> None:
    visits = planned(journey("all", ["network", "size", "code"]), tmp_path)

    assert visits[0].label == "s-save10-loyal-laptop"
    assert "slow4g-m-welcome-loyal-laptop" in {visit.label for visit in visits}
    assert len({visit.id for visit in visits}) == len(visits)


@pytest.mark.parametrize(
    "text", ["code,by\nSAVE10,10%\n\n", "\ufeffcode;by\r\n SAVE10 ;10%", 'code\tby\n"SAVE10"\t10%\n']
)
def test_rows_stand_in_a_file_as_spreadsheets_write_it(text: str, tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "codes.csv").write_bytes(text.encode())
    journey = "journey: Look\nfor each: {from: codes.csv}\nsteps:\n  - step: Look\n    do:\n      - open: /\n"
    (visit,) = planned(f"{journey}    see:\n      - ${{code}} ${{by}}\n", tmp_path)

    assert visit.row == {"code": "SAVE10", "by": "10%"}
    assert visit.label == "save10-10-first-time-phone"


def test_the_same_matrix_is_the_same_visits_every_night(tmp_path: Path) -> None:
    text = journey("pairs", list(DIMENSIONS))
    first, again = (planned(text, tmp_path / name) for name in ("one", "two"))

    assert [visit.id for visit in first] == [visit.id for visit in again]


@pytest.mark.parametrize("case", [TESTS / "good" / "matrix.yaml"], ids=lambda case: case.stem)
def test_rows_and_matrix_multiply(case: Path, tmp_path: Path) -> None:
    visits = planned(case.read_text("utf-8"), tmp_path)

    assert {visit.row["shirt"] for visit in visits} == {"Blue shirt", "Green shirt"}
    assert len(visits) % 2 == 0
    assert {visit.row["greeting"] for visit in visits} == {"Welcome", "Hello"}
