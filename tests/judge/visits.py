"""Small records for the judge's tests."""

from datetime import UTC, datetime
from typing import Any

from harness.judge import Finding, judge
from harness.judge.speed import EarlierTimes
from harness.record import (
    ActionRecord,
    Friction,
    JourneyFacts,
    PageHealth,
    PageView,
    PersonaFacts,
    Place,
    StepRecord,
    Trouble,
    VisitRecord,
)

PLACE = Place(file="journeys/buy/promo-code.yaml", line=20)
HEALTHY = PageHealth(url="https://shop.example/basket", status=200)


def view(**facts: Any) -> PageView:
    """Return a page as the shopper saw it."""
    return PageView(
        url="https://shop.example/basket", cause="open /", started_ms=0, **{"status": 200, **facts}
    )


def trouble(kind: str, **facts: Any) -> Trouble:
    """Return what stopped a step."""
    given = {"verb": "click", "target": "Apply", "message": "it did not work", "health": HEALTHY, **facts}
    return Trouble.model_validate({"kind": kind, "place": PLACE, **given})


def step(index: int = 0, **facts: Any) -> StepRecord:
    """Return a step; one with trouble has failed."""
    outcome = "failed" if facts.get("trouble") else "passed"
    given = {"name": "Apply the code", "place": PLACE, "outcome": outcome, "page_views": (view(),), **facts}
    return StepRecord.model_validate({"index": index, **given})


def visit(*steps: StepRecord, **facts: Any) -> VisitRecord:
    """Return a visit that ends as its steps do."""
    failed = any(each.trouble for each in steps)
    given = {
        "id": "buy-promo-code",
        "run_id": "2026-07-01-020000",
        "journey": JourneyFacts(
            id="buy/promo-code",
            title="Apply a promo code",
            stage="buy",
            touchpoint="promo code",
            commits="cart",
            place=Place(file="journeys/buy/promo-code.yaml", line=1),
        ),
        "persona": PersonaFacts(id="shopper", who="A shopper on a laptop", locale="en-US"),
        "site": "Northfold",
        "address": "https://shop.example",
        "started_at": datetime(2026, 7, 1, 2, tzinfo=UTC),
        "ending": "stopped" if failed else "walked",
        "outcome_checks": 1,
        "steps": steps,
        **facts,
    }
    return VisitRecord.model_validate(given)


def earlier(*found: str) -> EarlierTimes:
    """Return what an earlier visit that came to the same step found of its times."""
    return EarlierTimes(frozenset(found), frozenset({"Apply the code", ""}))


def popup_stuck() -> Friction:
    """Return a popup that could not be closed."""
    return Friction(kind="popup stuck", what="Newsletter popup", duration_ms=2000)


SHOP = "https://shop.example"
LONG = "Words of an ordinary page. " * 30


def deed(verb: str, at_ms: int = 10) -> ActionRecord:
    """Return something a customer did."""
    return ActionRecord(verb=verb, sentence=f"{verb} it", place=PLACE, started_ms=at_ms, duration_ms=1)


def ruled(facts: dict[str, Any], health: dict[str, Any], *deeds: str, **about: Any) -> Finding:
    """Judge a failure on a page of an ordinary length, of a site that was seen before."""
    given = {"url": f"{SHOP}/basket", "status": 200, "text": LONG, **health}
    kind = facts["kind"]
    others = {name: value for name, value in facts.items() if name != "kind"}
    actions = tuple(deed(verb, 10 * n) for n, verb in enumerate(deeds, 1))
    failed = step(1, trouble=trouble(kind, health=PageHealth(**given), **others), actions=actions)
    return judge(visit(step(0, name="Come in"), failed, **about)).findings[0]


def cause(finding: Finding) -> str:
    """Return why, as it is kept."""
    return finding.fingerprint.rpartition("|")[2]
