"""Made-up runs for the page: small builders, and one run for every morning a reader may wake up to."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.language.known.stages import TOUCHPOINT_OF_STAGE
from harness.record import (
    ActionRecord,
    Box,
    BrowserFacts,
    Evidence,
    FaultyFile,
    Friction,
    JourneyFacts,
    PageHealth,
    PersonaFacts,
    Place,
    RunRecord,
    StepRecord,
    Trouble,
    VisitRecord,
)

BEGAN = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
Judged = tuple[VisitRecord, Judgement]

PHONE = PersonaFacts(
    id="first-time-phone", who="A first-time shopper on a phone", device="Pixel 7", locale="en-US", share=0.4
)
LAPTOP = PersonaFacts(id="loyal-laptop", who="A loyal customer on a laptop", locale="en-US", share=0.25)
SCREENS = {"first-time-phone": (412, 839), "loyal-laptop": (1280, 800)}

APPLY_BUTTON = {"first-time-phone": (280, 420, 100, 44), "loyal-laptop": (760, 300, 110, 44)}


def journey(slug: str, title: str, **more: Any) -> JourneyFacts:
    """Make a journey; its stage is the first part of `slug`, which is also its touchpoint."""
    stage = slug.partition("/")[0]
    facts = {
        "touchpoint": TOUCHPOINT_OF_STAGE[stage],
        "owner": "checkout-team",
        "why": "Who cannot do it leaves.",
        **more,
    }
    return JourneyFacts(
        id=slug, title=title, stage=stage, place=Place(file=f"journeys/{slug}.yaml", line=1), **facts
    )


PROMO = journey("buy/promo-code", "Apply a promo code", touchpoint="promo code", severity="critical")
ORDER = journey("buy/guest-order", "Place an order as a guest", touchpoint="buying", severity="blocker")
SEARCH = journey("find/search", "Find a product by search", owner="catalogue-team")
FIRST_VISIT = journey(
    "find/first-visit", "First visit on a phone", touchpoint="mobile site", owner="catalogue-team"
)
RETURN = journey("return/start-a-return", "Start a return on an earlier order", owner="after-sales")
POLICY = journey("help/returns-policy", "Find the returns policy", owner="")
CONTACT = journey("help/contact", "Ask a question by the contact form", owner="service-team")
TRACK = journey("receive/track", "Track an order", touchpoint="receiving", owner="after-sales")
EVERYTHING = (SEARCH, FIRST_VISIT, PROMO, ORDER, TRACK, RETURN, POLICY, CONTACT)


def step(index: int, name: str, **more: Any) -> StepRecord:
    """Make a step that passed, with its pictures."""
    pictures = (
        Evidence(kind="screenshot", file=f"step-{index:02}.jpg"),
        Evidence(kind="thumbnail", file=f"step-{index:02}-thumbnail.jpg"),
    )
    facts = {
        "outcome": "passed",
        "active_ms": 400 + 700 * index,
        "duration_ms": 500 + 700 * index,
        "evidence": pictures,
    }
    return StepRecord(
        index=index, name=name, place=Place(file="journeys/x.yaml", line=10 + index), **{**facts, **more}
    )


STEPS = (
    step(1, "Open the shop"),
    step(2, "Put a shirt in the basket"),
    step(3, "Apply the code"),
    step(4, "See the total before paying"),
)


def visit(of: JourneyFacts, persona: PersonaFacts = PHONE, **more: Any) -> VisitRecord:
    """Make a walk to the end."""
    wide, high = SCREENS[persona.id]
    browser = BrowserFacts(
        engine="chromium",
        kind="chromium-headless-shell",
        version="156.0",
        viewport_width_px=wide,
        viewport_height_px=high,
    )
    facts = {
        "steps": STEPS,
        "ending": "walked",
        "outcome_checks": 1,
        "duration_ms": 9000,
        "browser": browser,
        **more,
    }
    return VisitRecord(
        id=f"{of.id.replace('/', '-')}-{persona.id}",
        run_id="2026-11-21-0200",
        journey=of,
        persona=persona,
        site="Linden Lane",
        address="https://shop.example",
        started_at=BEGAN,
        **facts,
    )


def apply_failed(persona: PersonaFacts, said: str = "") -> tuple[StepRecord, ...]:
    """Make the steps of a walk that ends at the third."""
    x, y, width, height = APPLY_BUTTON[persona.id]
    at = Place(file="journeys/buy/promo-code.yaml", line=27)
    action = ActionRecord(
        verb="click",
        sentence='click "Apply"',
        place=at,
        started_ms=2100,
        duration_ms=90,
        box=Box(x=x, y=y, width=width, height=height),
    )
    trouble = Trouble(
        kind="check failed",
        verb="see",
        message="the total did not fall",
        wanted="an order total 10 % below $40.00",
        seen="$40.00",
        technical="Locator.expect: Timeout 5000ms exceeded waiting for selector",
        place=at,
        health=PageHealth(
            url="https://shop.example/basket", status=200, visible_errors=(said,) if said else ()
        ),
    )
    failed = step(3, "Apply the code", outcome="failed", actions=(action,), trouble=trouble)
    return (
        *STEPS[:2],
        failed,
        StepRecord(index=4, name="See the total before paying", place=at, outcome="not reached"),
    )


def finding(kind: FindingKind, verdict: Verdict, sentence: str, **more: Any) -> Finding:
    """Make a finding whose fingerprint is its kind and sentence, unless told otherwise."""
    return Finding(
        **{
            "kind": kind,
            "verdict": verdict,
            "sentence": sentence,
            "fingerprint": f"{kind}/{sentence}",
            **more,
        }
    )


def judgement(*findings: Finding, verdict: Verdict | None = None) -> Judgement:
    """Make a judgement that rests on these findings; without any, all was fine."""
    return Judgement(
        verdict=verdict or (findings[0].verdict if findings else Verdict.FINE), findings=findings
    )


def of_row(judged: Judged, row: dict[str, str]) -> Judged:
    """Make a visit that of a row of values."""
    visit, judgement = judged
    return visit.model_copy(update={"row": row, "id": "-".join([visit.id, *row.values()])}), judgement


def fine(of: JourneyFacts, persona: PersonaFacts = PHONE) -> Judged:
    return visit(of, persona), judgement()


def broken(of: JourneyFacts = PROMO, persona: PersonaFacts = PHONE) -> Judged:
    found = finding(
        "broken step",
        Verdict.BROKEN,
        'Customers cannot apply a promo code: they are stopped at "Apply the code".',
        detail='Order total should be 10 % below $40.00; the page shows "$40.00".',
        action="Check the rule of the code SAVE10 in the basket.",
        step=3,
        fingerprint=f"{of.id}/3/broken step/check failed",
        place="journeys/buy/promo-code.yaml:27",
    )
    steps = apply_failed(persona, said="Something went wrong, please try again.")
    return visit(of, persona, steps=steps, ending="stopped"), judgement(found)


def site_down(of: JourneyFacts, persona: PersonaFacts = PHONE) -> Judged:
    found = finding(
        "site down",
        Verdict.SITE_DOWN,
        "Linden Lane is down: customers see no shop at all.",
        detail="The address was tried for 30 seconds and nobody answered.",
        action="Bring the site back: no customer can do anything at all.",
        step=1,
        fingerprint=f"{of.id}/1/site down",
    )
    dark = step(
        1,
        "Open the shop",
        outcome="failed",
        active_ms=30_000,
        evidence=(Evidence(kind="screenshot", problem="page closed"),),
    )
    rest = tuple(s.model_copy(update={"outcome": "not reached", "evidence": ()}) for s in STEPS[1:])
    return visit(of, persona, steps=(dark, *rest), ending="stopped"), judgement(found)


def slow(
    of: JourneyFacts = SEARCH,
    persona: PersonaFacts = PHONE,
    measured_ms: int = 4100,
    verdict: Verdict = Verdict.SLOW,
) -> Judged:
    how_often = "3" if verdict is Verdict.SLOW else "2"
    found = finding(
        "slow step",
        verdict,
        'Customers wait too long at "Search for a shirt".',
        detail='"Search for a shirt" took 4.1 seconds; 3 seconds are allowed.'
        f" It was in {how_often} of the last 5 visits.",
        confidence="certain" if verdict is Verdict.SLOW else "unsure",
        action="Find out what takes the time; the figures of each page are with the step.",
        step=2,
        fingerprint=f"{of.id}/2/slow step",
        measured_ms=measured_ms,
        limit_ms=3000,
    )
    steps = (STEPS[0], step(2, "Search for a shirt", active_ms=measured_ms), *STEPS[2:])
    return visit(of, persona, steps=steps), judgement(found)


def over_its_limit(of: JourneyFacts = SEARCH, persona: PersonaFacts = PHONE) -> Judged:
    """Make a visit with a time over its limit, not often enough to be called slow."""
    return slow(of, persona, verdict=Verdict.OVER_BUDGET)


def machine_busy(of: JourneyFacts = PROMO, persona: PersonaFacts = PHONE) -> Judged:
    """Make a visit with two times that could not be judged."""
    spoilt = (
        finding(
            "machine busy",
            Verdict.FINE,
            f'The time of "{name}" was not judged: the shopper\'s own machine was busy.',
            detail=f'"{name}" took 4 seconds; 3 seconds are allowed.',
            step=index,
        )
        for index, name in enumerate(("Open the shop", "Search for a shirt"), start=1)
    )
    return visit(of, persona), judgement(*spoilt)


def annoying(of: JourneyFacts = FIRST_VISIT, persona: PersonaFacts = PHONE) -> Judged:
    popups = (
        Friction(kind="popup", what="Newsletter popup", duration_ms=1500),
        Friction(kind="popup", what="Newsletter popup", duration_ms=1500),
        Friction(kind="console error", what="TypeError: x is null"),
    )
    found = finding(
        "annoyance",
        Verdict.ANNOYING,
        '"Newsletter popup" cannot be closed.',
        action="Make its closing button work.",
        step=2,
    )
    nicety = finding(
        "missing nicety",
        Verdict.FINE,
        'Something helpful is missing at "See the total".',
        detail="You save.",
        step=4,
    )
    steps = (
        STEPS[0],
        step(2, "Look at a shirt", friction=popups),
        STEPS[2],
        step(4, "See the total", missing_nice_to_see=("You save",)),
    )
    return visit(of, persona, steps=steps), judgement(found, nicety)


def stopped_on_purpose(of: JourneyFacts = ORDER, persona: PersonaFacts = PHONE) -> Judged:
    found = finding(
        "stopped on purpose",
        Verdict.STOPPED_ON_PURPOSE,
        f'"{of.title}" is ready, not proven: stopped on purpose.',
    )
    last = STEPS[3].model_copy(update={"outcome": "stopped on purpose", "name": "Place the order"})
    return visit(of, persona, steps=(*STEPS[:3], last), ending="stopped on purpose"), judgement(found)


def outdated(of: JourneyFacts = RETURN, persona: PersonaFacts = LAPTOP) -> Judged:
    found = finding(
        "journey out of date",
        Verdict.OUTDATED,
        f'The journey "{of.title}" is out of date at "Apply the code".',
        action='If that is the same thing, change "Start a return" to link "Return something".',
        step=3,
        confidence="likely",
        place="journeys/return/start-a-return.yaml:14",
    )
    return visit(of, persona, steps=apply_failed(persona), ending="stopped"), judgement(found)


def not_judged(of: JourneyFacts = CONTACT, persona: PersonaFacts = LAPTOP) -> Judged:
    found = finding(
        "not judged",
        Verdict.NOT_JUDGED,
        f'"{of.title}" could not be judged: the shopper herself was stopped.',
    )
    cut = (STEPS[0], STEPS[1].model_copy(update={"outcome": "cut short", "evidence": ()}))
    return visit(of, persona, steps=cut, ending="cut short"), judgement(found)


def run(judged: Sequence[Judged], **more: Any) -> RunRecord:
    """Make the run these visits belong to, just as planned."""
    facts = {"planned": tuple(visit.id for visit, _ in judged), **more}
    return RunRecord(
        id="2026-11-21-0200",
        started_at=BEGAN,
        site="Linden Lane",
        address="https://shop.example",
        harness_version="0.1.0",
        **facts,
    )


FAULTY = FaultyFile(
    file="journeys/buy/gift-card.yaml", problems=('journeys/buy/gift-card.yaml:3:5: unknown verb "clik".',)
)


def mixed() -> list[Judged]:
    """Make a night with something of everything."""
    return [
        broken(PROMO, PHONE),
        broken(PROMO, LAPTOP),
        slow(SEARCH, PHONE),
        slow(SEARCH, LAPTOP, measured_ms=3400),
        annoying(),
        stopped_on_purpose(ORDER, PHONE),
        stopped_on_purpose(ORDER, LAPTOP),
        outdated(),
        fine(RETURN, PHONE),
        not_judged(),
        fine(TRACK, PHONE),
        fine(TRACK, LAPTOP),
        fine(POLICY, LAPTOP),
    ]


def many(number: int = 60) -> list[Judged]:
    """Make a large night: two broken things, one slow, the others fine."""
    journeys = [
        journey(f"{EVERYTHING[n % 8].stage}/journey-{n}", f"{EVERYTHING[n % 8].title}, kind {n}")
        for n in range(number // 2)
    ]
    walks = [fine(of, persona) for of in journeys for persona in (PHONE, LAPTOP)]
    return [broken(PROMO), broken(PROMO, LAPTOP), slow(), annoying(), *walks[4:]]
