"""What was recorded on the embedded shop walks unchanged, and is fine; secrets are in none of its files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.demo import DEMO_SECRETS
from harness.demo.journeys_root import journeys_root
from harness.demo.process import DemoShop
from harness.language.project import load_surroundings
from harness.recorder.drafting import About, draft
from tests.plugin.project import Project
from tests.recorder.conftest import Begin
from tests.recorder.flows import FLOWS, PASSWORD
from tests.recorder.person import Person

CARD = {
    "NORTHFOLD_CARD_NUMBER": "4242 4242 4242 4242",
    "NORTHFOLD_EXPIRY_DATE": "12/31",
    "NORTHFOLD_SECURITY_CODE": "737",
}
QUICK = "find/search-for-a-shirt"


def record(begin: Begin, name: str, flow: Callable[[Person], None], project: Project) -> None:
    """Record a flow into a journey of the project."""
    root = project.path / "journeys"
    with DemoShop.start() as shop:
        person = begin(f"{shop.address}/")
        flow(person)
        about = About(name, shop.address, load_surroundings(root).site)
        made = draft(person.session.finish(), about)
    project.write({f"journeys/{name}.yaml": made.text})


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    files = {name: (journeys_root() / name).read_text("utf-8") for name in ("site.yaml", "personas.yaml")}
    made.write({"pytest.ini": "[pytest]\n", **{f"journeys/{name}": text for name, text in files.items()}})
    return made


def test_a_search_that_was_recorded_walks_unchanged(begin: Begin, project: Project) -> None:
    record(begin, QUICK, FLOWS[QUICK], project)

    outcome = project.run("--report=none")

    assert (outcome.code, list(outcome.allure.values())) == (0, ["passed"]), outcome.text


@pytest.mark.long
def test_five_flows_that_were_recorded_walk_unchanged(begin: Begin, project: Project) -> None:
    for name, flow in FLOWS.items():
        record(begin, name, flow, project)

    outcome = project.run("--report=none", environ={**os.environ, **DEMO_SECRETS, **CARD})

    assert outcome.code == 0, outcome.text
    assert list(outcome.allure.values()) == ["passed"] * len(FLOWS)
    written = [path.read_text("utf-8") for path in (project.path / "journeys").rglob("*.yaml")]
    for secret in (PASSWORD, *CARD.values()):
        assert not any(secret in text for text in written)
