"""Made-up visits and judgements, one of every verdict: what the Allure tests look at."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harness.judge import Finding, Judgement, Verdict
from harness.record import (
    ActionRecord,
    Box,
    BrowserFacts,
    Ending,
    Evidence,
    FaultyFile,
    Friction,
    JourneyFacts,
    Outcome,
    PageHealth,
    PageView,
    PersonaFacts,
    Place,
    RunRecord,
    StepRecord,
    Trouble,
    VisitRecord,
)
from harness.record.folder import RunFolder

BEGAN = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
PHONE = PersonaFacts(
    id="first-time-phone", who="A first-time shopper on a phone", device="Pixel 7", locale="en-US"
)
LAPTOP = PersonaFacts(id="loyal-laptop", who="A loyal customer on a laptop", locale="en-GB")
BROWSER = BrowserFacts(
    engine="chromium",
    kind="chromium-headless-shell",
    version="156.0",
    viewport_width_px=400,
    viewport_height_px=800,
)
FILE = "journeys/buy/promo-code.yaml"
JOURNEY = JourneyFacts(
    id="buy/promo-code",
    title="Apply a promo code",
    why="A shopper who holds a code and sees no discount leaves the basket.",
    stage="buy",
    touchpoint="promo code",
    owner="checkout-team",
    severity="critical",
    tags=("promo", "nightly"),
    place=Place(file=FILE, line=1),
)


def place(line: int = 12) -> Place:
    return Place(file=FILE, line=line)


def journey(stage: str, slug: str, title: str, **more: Any) -> JourneyFacts:
    at = Place(file=f"journeys/{stage}/{slug}.yaml", line=1)
    return JourneyFacts(id=f"{stage}/{slug}", title=title, stage=stage, touchpoint=stage, place=at, **more)


def action(sentence: str, **more: Any) -> ActionRecord:
    verb, _, _ = sentence.partition(" ")
    given: dict[str, Any] = {"verb": verb, "place": place(), "started_ms": 100, "duration_ms": 40}
    return ActionRecord(sentence=sentence, **(given | more))


def step(number: int, name: str, **more: Any) -> StepRecord:
    given: dict[str, Any] = {
        "place": place(10 + number),
        "outcome": "passed",
        "started_ms": number * 1000,
        "duration_ms": 900,
        "active_ms": 850,
        "evidence": (
            Evidence(kind="screenshot", file=f"step-{number:02}.jpg"),
            Evidence(kind="thumbnail", file=f"step-{number:02}-thumbnail.jpg"),
        ),
    }
    return StepRecord(index=number - 1, name=name, **(given | more))


def visit(*steps: StepRecord, **more: Any) -> VisitRecord:
    given: dict[str, Any] = {
        "id": "buy-promo-code-first-time-phone",
        "run_id": "2026-11-21-0200",
        "journey": JOURNEY,
        "persona": PHONE,
        "site": "demo",
        "address": "http://127.0.0.1:8000",
        "started_at": BEGAN,
        "duration_ms": 4200,
        "browser": BROWSER,
        "versions": {"Playwright": "1.65.2"},
        "steps": steps,
        "ending": "walked",
        "outcome_checks": 1,
    }
    return VisitRecord(**(given | more))


def finding(verdict: Verdict, sentence: str, **more: Any) -> Finding:
    given: dict[str, Any] = {"kind": "broken step", "fingerprint": f"buy/promo-code/{sentence}"}
    return Finding(verdict=verdict, sentence=sentence, **(given | more))


def judged(verdict: Verdict, *findings: Finding) -> Judgement:
    return Judgement(verdict=verdict, findings=findings)


SHIRT = step(
    1,
    "Put a shirt in the basket",
    actions=(
        action("open /product/blue-shirt", started_ms=1000),
        action('click "Add to basket"', started_ms=1400),
    ),
    page_views=(
        PageView(
            url="http://127.0.0.1:8000/product/blue-shirt",
            title="Blue shirt",
            status=200,
            cause="open",
            started_ms=1010,
            ttfb_ms=31,
            fcp_ms=120,
            lcp_ms=180,
            cls=0.02,
            load_ms=240,
            requests=7,
            size_bytes=51200,
        ),
    ),
    friction=(Friction(kind="popup", what="the cookie banner lay over the page", duration_ms=300),),
)
TROUBLE = Trouble(
    kind="check failed",
    verb="see",
    target="Order total",
    message="The order total did not change.",
    wanted="less than $40.00",
    seen="$40.00",
    near=('text "Order total"',),
    technical="Locator expected to have text\nCall log: waiting",
    place=place(28),
    health=PageHealth(url="http://127.0.0.1:8000/basket", status=200, script_errors=("TypeError: x",)),
)
NO_DISCOUNT = step(
    2,
    "Apply the code",
    outcome="failed",
    within_ms=3000,
    actions=(
        action('fill "Promo code" with "SAVE10"', started_ms=2000),
        action('click "Apply"', started_ms=2200),
        action(
            "see Order total less than $40.00",
            started_ms=2300,
            held=False,
            box=Box(x=40, y=200, width=100, height=80),
        ),
    ),
    trouble=TROUBLE,
)
PAY = step(3, "Pay", outcome="not reached", evidence=(), duration_ms=0, active_ms=0)

BROKEN = (
    visit(SHIRT, NO_DISCOUNT, PAY, ending="stopped", row={"code": "SAVE10"}),
    judged(
        Verdict.BROKEN,
        finding(
            Verdict.BROKEN,
            "Shoppers cannot use a promo code: the total stays the same.",
            detail='The total should be less than "$40.00"; it was "$40.00".',
            action="Look at how the basket applies codes.",
            step=1,
            confidence="likely",
            place=f"{FILE}:28",
        ),
    ),
)
SLOW = (
    visit(
        step(1, "Open the product page", active_ms=5200, within_ms=3000),
        id="find-product",
        journey=journey("find", "product", "Find a product by search"),
    ),
    judged(
        Verdict.OVER_BUDGET,
        finding(
            Verdict.OVER_BUDGET,
            "Shoppers wait too long for the product page.",
            kind="slow page",
            step=0,
            measured_ms=5200,
            limit_ms=3000,
        ),
    ),
)


def _one_step(
    asked: JourneyFacts, outcome: Outcome, ending: Ending, found: Finding
) -> tuple[VisitRecord, Judgement]:
    only = step(1, f"{asked.title}, first step", outcome=outcome)
    slug = asked.id.replace("/", "-")
    record = visit(only, id=slug, journey=asked, persona=LAPTOP, ending=ending)
    return record, judged(found.verdict, found)


OUTDATED = _one_step(
    journey("return", "start", "Start a return"),
    "failed",
    "stopped",
    finding(Verdict.OUTDATED, 'The page now says "Send it back".', kind="journey out of date", step=0),
)
DOWN = _one_step(
    journey("help", "ask", "Ask a question"),
    "failed",
    "stopped",
    finding(Verdict.SITE_DOWN, "The shop does not answer at all.", kind="site down", step=0),
)
NOT_JUDGED = _one_step(
    journey("receive", "track", "Track an order"),
    "cut short",
    "cut short",
    finding(Verdict.NOT_JUDGED, "The browser died; nothing is known of the shop.", kind="not judged", step=0),
)
ON_PURPOSE = _one_step(
    journey("buy", "order", "Place an order as a guest"),
    "stopped on purpose",
    "stopped on purpose",
    finding(Verdict.STOPPED_ON_PURPOSE, "Ready to order, not proven.", kind="stopped on purpose", step=0),
)
ANNOYING = _one_step(
    journey("find", "first-visit", "First visit on a phone"),
    "passed",
    "walked",
    finding(Verdict.ANNOYING, "A newsletter popup could not be closed.", kind="annoyance", step=0),
)
FINE = (
    visit(
        SHIRT, id="find-policy", journey=journey("help", "policy", "Find the returns policy"), persona=LAPTOP
    ),
    judged(Verdict.FINE),
)
NIGHT = (BROKEN, SLOW, OUTDATED, DOWN, NOT_JUDGED, ON_PURPOSE, ANNOYING, FINE)
FAULTY = FaultyFile(
    file="journeys/buy/gift.yaml",
    problems=('journeys/buy/gift.yaml:3:5: unknown verb "clik". Did you mean "click"?',),
)
RUN = RunRecord(
    id="2026-11-21-0200",
    started_at=BEGAN,
    site="demo",
    address="http://127.0.0.1:8000",
    harness_version="0.1.0",
    faulty_files=(FAULTY,),
    defects=("promo-ignored",),
)


def write_evidence(run: RunFolder, record: VisitRecord, picture: bytes) -> None:
    """Put a picture wherever the record says that one lies."""
    for each in record.steps:
        for piece in each.evidence:
            if piece.file:
                file = run.visit(record.id) / piece.file
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(picture)


def night(folder: Path, picture: bytes) -> RunFolder:
    """Make the folder of a run that met one of everything."""
    run = RunFolder(folder)
    run.write_run(RUN)
    for record, _ in NIGHT:
        write_evidence(run, record, picture)
    return run
