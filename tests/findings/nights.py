"""Made-up nights in, judged visits and the findings that live on after each out."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from harness.findings.lives import live_on
from harness.findings.model import Decision, Life
from harness.judge import Judgement, judge
from harness.judge.speed import EarlierTimes, as_earlier
from harness.record import (
    JourneyFacts,
    PageHealth,
    PageView,
    PersonaFacts,
    Place,
    RunRecord,
    StepRecord,
    Trouble,
    VisitRecord,
)

FIRST = datetime(2026, 11, 1, 2, tzinfo=UTC)
SHOP = "https://shop.example"
PHONE = PersonaFacts(id="phone", who="A first-time shopper on a phone", locale="en-US", share=0.4)
LAPTOP = PersonaFacts(id="laptop", who="A loyal customer on a laptop", locale="en-US", share=0.25)
PERSONAS = {"phone": PHONE, "laptop": LAPTOP}
PAGES = {
    "promo": ("/product/blue-shirt", "/basket"),
    "order": ("/product/blue-shirt", "/checkout"),
    "search": ("/", "/search"),
}
"""By journey, the page of each of its two steps."""
STEPS = {
    "promo": ("Put a shirt in the basket", "Apply the code"),
    "order": ("Put a shirt in the basket", "Place the order"),
    "search": ("Open the shop", "Look for a shirt"),
}
VERIFIED_AFTER = 3


def night(number: int) -> datetime:
    """Return when a night's run begins."""
    return FIRST + timedelta(days=number - 1)


def visit(name: str, outcome: str) -> VisitRecord:
    """Make a visit.

    Args:
        name: Journey and persona: `promo phone`.
        outcome: `fine`, `broken`, `renamed` (broken at a step with another name), `flaky`, `down`,
            `early` (stopped before the last step), `slow` or `unwalked`.
    """
    journey, who = name.split(" ")
    record = VisitRecord(
        id=f"{journey}--{who}",
        run_id="",
        journey=JourneyFacts(
            id=f"buy/{journey}",
            title=f"Try the {journey}",
            stage="buy",
            touchpoint="buying",
            owner="checkout-team",
            place=Place(file=f"journeys/buy/{journey}.yaml", line=1),
        ),
        persona=PERSONAS[who],
        site="Northfold",
        address=SHOP,
        started_at=FIRST,
        ending="walked",
        outcome_checks=1,
        steps=tuple(_step(journey, index, active_ms=800) for index in (0, 1)),
    )
    changes = {
        "fine": {},
        "broken": _stopped(journey, 1, "check failed"),
        "renamed": _stopped(journey, 1, "check failed", name="Redeem the voucher"),
        "flaky": {**_stopped(journey, 1, "check failed"), "again": record},
        "down": _stopped(journey, 0, "unreachable"),
        "early": _stopped(journey, 0, "disabled"),
        "slow": {"steps": (record.steps[0], _step(journey, 1, active_ms=19_000))},
        "unwalked": {"steps": (), "ending": "not walked", "reason": "the run was cut off"},
    }[outcome]
    return record.model_copy(update=changes)


def _step(journey: str, index: int, **facts: object) -> StepRecord:
    path = PAGES[journey][index]
    view = PageView(url=f"{SHOP}{path}", cause=f'open "{path}"', started_ms=0, status=200)
    place = Place(file=f"journeys/buy/{journey}.yaml", line=10 + index)
    given = {"name": STEPS[journey][index], "place": place, "outcome": "passed", "page_views": (view,)}
    return StepRecord.model_validate({"index": index, **given, **facts})


def _stopped(journey: str, at: int, kind: str, **facts: object) -> Mapping[str, object]:
    down = kind == "unreachable"
    address = "chrome-error://chromewebdata/" if down else f"{SHOP}{PAGES[journey][at]}"
    trouble = Trouble.model_validate(
        {
            "kind": kind,
            "verb": "open" if down else "see",
            "target": PAGES[journey][at] if down else "Order total",
            "message": "the address does not answer" if down else "Order total is $40.00",
            "wanted": None if down else "$36.00",
            "seen": None if down else "$40.00",
            "place": Place(file=f"journeys/buy/{journey}.yaml", line=12),
            "health": PageHealth(url=address, status=None if down else 200),
        }
    )
    views = {"page_views": ()} if down else {}
    failed = _step(journey, at, outcome="failed", trouble=trouble, **views, **facts)
    steps = (failed, _step(journey, 1, outcome="not reached", page_views=())) if at == 0 else (failed,)
    before = () if at == 0 else (_step(journey, 0, active_ms=800),)
    return {"steps": (*before, *steps), "ending": "stopped"}


class Nights:
    """One site, night after night: every visit is judged with its own past, every finding lives on."""

    def __init__(self) -> None:
        self.lives: tuple[Life, ...] = ()
        self.numbers = 0
        self.told: list[tuple[RunRecord, Sequence[tuple[VisitRecord, Judgement]], Sequence[Decision]]] = []
        self._past: dict[str, list[EarlierTimes]] = {}

    def walk(
        self, number: int, outcomes: Mapping[str, str], decisions: Sequence[Decision] = ()
    ) -> tuple[Life, ...]:
        """Walk the visits of a night and return the findings after it."""
        run = run_of(number)
        judged = [(made, self._judge(made)) for made in (visit(*each) for each in outcomes.items())]
        self.told.append((run, judged, decisions))
        self.lives = live_on(self.lives, run, judged, decisions, self.numbers + 1, VERIFIED_AFTER)
        self.numbers = max((life.number for life in self.lives), default=0)
        return self.lives

    def _judge(self, made: VisitRecord) -> Judgement:
        past = self._past.setdefault(made.id, [])
        judgement = judge(made, past)
        if made.steps:
            past.insert(0, as_earlier(judgement))
        return judgement


def run_of(number: int) -> RunRecord:
    """Return the run of a night."""
    at = night(number)
    return RunRecord(
        id=f"{at:%Y-%m-%d-%H%M}", started_at=at, site="Northfold", address=SHOP, harness_version="1"
    )


def said(number: int, about: int, **what: object) -> Decision:
    """Return what somebody decided in the afternoon before a night."""
    at = night(number) - timedelta(hours=10)
    return Decision.model_validate({"at": at, "by": "kim", "number": about, **what})


def until(number: int) -> date:
    """Return the day of a night."""
    return night(number).date()
