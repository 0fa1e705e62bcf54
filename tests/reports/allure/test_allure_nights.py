"""Three nights of two shoppers as Allure tells them: who regressed, who was fixed, what is known."""

import base64
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, expect

from harness.cli.serving import serving
from harness.findings.model import Life, Sighting
from harness.history.model import EarlierVisit, Story
from harness.judge import Judgement, Verdict
from harness.record import PersonaFacts, VisitRecord
from harness.record.folder import RunFolder
from harness.record.journal import Journal
from harness.reports.allure import AllureHtml, about, html, make_html, tell_story, write_results
from harness.reports.allure.known import told
from tests.reports.allure import records as made

TICKET = "https://tickets.example/My%20Shop/browse/SHOP-4711/"
TOLD = "Finding 12, owned, first seen on 2026-11-22, ticket SHOP-4711"
SLOW_PAGE = made.SHIRT.page_views[0].model_copy(update={"lcp_ms": 9000})


@dataclass(frozen=True)
class Night:
    """A run, its visits, and the page that was made of it."""

    run: RunFolder
    judged: Sequence[tuple[VisitRecord, Judgement]]
    html: AllureHtml

    def results(self) -> dict[str, dict[str, Any]]:
        """Return what the page holds of each visit, by the shopper's name; second walks are left out."""
        pages = re.findall(rb'd\("data/test-results/[^"]*","([^"]*)"\)', self.html.page.read_bytes())
        told = [json.loads(base64.b64decode(page)) for page in pages]
        return {result["environment"]: result for result in told if not result["isRetry"]}


def visit(night: int, shopper: PersonaFacts, *, fine: bool) -> tuple[VisitRecord, Judgement]:
    """Return one visit; a broken one was walked twice, and it was fine the second time."""
    began = made.BEGAN + timedelta(days=night)
    told = {"id": f"buy-promo-code-{shopper.id}", "persona": shopper, "started_at": began}
    good = made.visit(made.SHIRT, made.step(2, "Apply the code"), **told)
    if fine:
        return good, made.judged(Verdict.FINE)
    slow = made.SHIRT.model_copy(update={"page_views": (SLOW_PAGE,)})
    second = good.model_copy(update={"started_at": began + timedelta(seconds=9)})
    broken = made.visit(slow, made.NO_DISCOUNT, made.PAY, ending="stopped", again=second, **told)
    return broken, made.BROKEN[1].model_copy(update={"again": "not again"})


def picture(total: str) -> bytes:
    """Return a picture of the basket."""
    drawn = Image.new("RGB", (200, 300), "white")
    ImageDraw.Draw(drawn).text((20, 100), f"Order total {total}", fill="black")
    written = BytesIO()
    drawn.save(written, "JPEG")
    return written.getvalue()


def walk(folder: Path, night: int, *, phone: bool, laptop: bool, story: Story = Story()) -> Night:  # noqa: B008
    """Write a night's records and make its page."""
    judged = (visit(night, made.PHONE, fine=phone), visit(night, made.LAPTOP, fine=laptop))
    run = RunFolder(folder / f"night-{night}")
    run.write_run(made.RUN.model_copy(update={"id": f"night-{night}", "faulty_files": ()}))
    for each, judgement in judged:
        total = "$36.00" if judgement.verdict is Verdict.FINE else "$40.00"
        journal = Journal(run.visit(each.id), each.model_copy(update={"steps": ()}), scrub=lambda told: told)
        for step in each.steps:
            journal.step_ends(step)
        journal.ends(each.ending, duration_ms=each.duration_ms, outcome_checks=1)
        made.write_evidence(run, each, picture(total))
        if each.again:
            made.write_evidence(
                run, each.again.model_copy(update={"id": f"{each.id}/again"}), picture("$36.00")
            )
    write_results(run, judged, run.allure_results)
    tell_story(run, judged, story, run.allure_results)
    day = made.BEGAN.date() + timedelta(days=night)
    page = make_html(
        run.allure_results,
        run.path / "allure",
        about=about("Shop", judged, story, day),
        history=folder / "history.jsonl",
        say=lambda _line: None,
    )
    return Night(run, judged, page)


def _sighting(visit: VisitRecord, fingerprint: str) -> Sighting:
    return Sighting(
        visit_id=visit.id,
        journey=visit.journey.id,
        title=visit.journey.title,
        persona=visit.persona.id,
        who=visit.persona.who,
        fingerprint=fingerprint,
    )


def story_after(good: Night, *, quarantined_until: date | None = None) -> Story:
    """Return what is known when the promo code broke: a ticket, and the good visits before."""
    finding = made.BROKEN[1].findings[0]
    life = Life(
        number=12,
        fingerprints=(finding.fingerprint,),
        kind=finding.kind,
        verdict=finding.verdict,
        sentence=finding.sentence,
        state="owned",
        first_seen=made.BEGAN + timedelta(days=1),
        last_seen=made.BEGAN + timedelta(days=1),
        last_run="night-1",
        ticket=TICKET,
        met_by=tuple(_sighting(each, finding.fingerprint) for each, _ in good.judged),
        quarantined_until=quarantined_until,
    )
    earlier = {
        each.id: (
            EarlierVisit(
                run_id="night-0",
                visit_id=each.id,
                started_at=each.started_at,
                verdict=Verdict.FINE,
                headline="",
                folder=good.run.visit(each.id),
            ),
        )
        for each, _ in good.judged
    }
    return Story(lives=(life,), earlier=earlier)


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> tuple[Night, Night, Night]:
    folder = tmp_path_factory.mktemp("nights")
    first = walk(folder, 0, phone=True, laptop=True)
    second = walk(folder, 1, phone=False, laptop=True)
    third = walk(folder, 2, phone=True, laptop=False, story=story_after(first))
    return first, second, third


@pytest.fixture
def third(shell: Browser, nights: tuple[Night, Night, Night]) -> Iterator[Page]:
    page = shell.new_page(viewport={"width": 1280, "height": 1200})
    page.goto(nights[2].html.page.as_uri())
    expect(page.get_by_role("heading", name="Shop")).to_be_visible()
    yield page
    page.close()


def test_each_shopper_has_a_history_of_her_own(nights: tuple[Night, Night, Night]) -> None:
    told = [
        {shopper: (result["status"], result.get("transition")) for shopper, result in night.results().items()}
        for night in nights
    ]

    assert told == [
        {"first-time-phone": ("passed", "new"), "loyal-laptop": ("passed", "new")},
        {"first-time-phone": ("failed", "regressed"), "loyal-laptop": ("passed", None)},
        {"first-time-phone": ("passed", "fixed"), "loyal-laptop": ("failed", "regressed")},
    ]
    past = {shopper: [each["status"] for each in r["history"]] for shopper, r in nights[2].results().items()}
    assert past == {"first-time-phone": ["failed", "passed"], "loyal-laptop": ["passed", "passed"]}


def test_the_first_walk_counts_and_the_second_is_its_retry(nights: tuple[Night, Night, Night]) -> None:
    result = nights[2].results()["loyal-laptop"]

    assert (result["status"], result["flaky"]) == ("failed", True)
    assert [retry["status"] for retry in result["retries"]] == ["passed"]
    assert nights[2].html.results == 3


def test_the_second_walk_can_be_looked_at(third: Page) -> None:
    third.get_by_text("Apply a promo code · loyal-laptop").first.click()
    third.get_by_role("button", name="Retries 1").click()
    third.get_by_test_id("test-result-retries-item-open-button").click()

    strip = third.frame_locator("iframe").first
    expect(strip.get_by_text("The second walk, made at once with a trace and a film.")).to_be_visible()
    expect(strip.get_by_role("img", name="After step 2")).to_be_visible()


def test_a_known_finding_shows_with_its_ticket(third: Page) -> None:
    third.get_by_role("button", name="Resolutions 1").click()
    expect(third.get_by_text("SHOP-4711", exact=True)).to_be_visible()
    expect(third.get_by_text(TOLD)).to_be_visible()

    third.get_by_role("button", name="Results").click()
    third.get_by_text("Apply a promo code · loyal-laptop").first.click()

    expect(third.get_by_role("link", name=TOLD)).to_have_attribute("href", TICKET)


def test_a_ticket_without_an_address_is_named(nights: tuple[Night, Night, Night]) -> None:
    (life,) = story_after(nights[0]).lives

    assert told(life.model_copy(update={"ticket": "SHOP-4711"})) == TOLD


def test_the_last_good_picture_lies_beside_that_of_now(third: Page) -> None:
    third.get_by_text("Apply a promo code · loyal-laptop").first.click()
    third.get_by_text("Last good | now").click()
    third.get_by_text("Side by side").click()

    shown = third.locator("img[src^='data:image/jpeg']")
    expect(shown.first).to_be_visible()
    assert shown.first.evaluate("image => image.naturalWidth") == 200


def test_a_slow_page_shows_with_what_is_allowed(third: Page) -> None:
    third.get_by_role("button", name="Report").click()
    third.get_by_text("Metrics").click()

    row = third.get_by_role("row").filter(has_text="Blue shirt: largest content (LCP), allowed 2500 ms")
    expect(row.filter(has_text="9000 ms")).to_be_visible()
    expect(row.filter(has_text="180 ms")).to_be_visible()


def test_the_quality_gate_holds_visits_and_pages_against_their_limits(
    nights: tuple[Night, Night, Night], third: Page
) -> None:
    assert nights[0].html.gate.line == "Quality gate: passed."
    assert nights[2].html.gate.line == (
        "Quality gate: not passed; broken for customers: 1, page figures over their limits: 1."
    )

    third.get_by_role("button", name=re.compile("^Quality Gates")).click()

    expect(third.get_by_text("Customers can do what they try")).to_be_visible()
    expect(
        third.get_by_text("loyal-laptop: Blue shirt: largest content (LCP), allowed 2500 ms")
    ).to_be_visible()


def test_what_is_quarantined_is_muted_and_does_not_count(
    nights: tuple[Night, Night, Night], tmp_path: Path
) -> None:
    story = story_after(nights[0], quarantined_until=date(2026, 12, 24))
    night = walk(tmp_path, 2, phone=True, laptop=False, story=story)

    result = night.results()["loyal-laptop"]
    assert result["resolution"] == "muted"
    assert "broken for customers" not in night.html.gate.line
    lapsed = walk(
        tmp_path,
        3,
        phone=True,
        laptop=False,
        story=replace(
            story, lives=(story.lives[0].model_copy(update={"quarantined_until": date(2026, 11, 23)}),)
        ),
    )
    assert lapsed.results()["loyal-laptop"]["resolution"] == "issue"
    assert "broken for customers: 1" in lapsed.html.gate.line


def test_a_very_big_run_is_a_folder_that_is_served(
    tmp_path: Path, shell: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "ONE_FILE_LIMIT", 1)
    night = walk(tmp_path, 0, phone=True, laptop=False)
    page = shell.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)

    with serving({"run": night.run.path}) as address:
        page.goto(f"{address}/run/allure/index.html")
        page.get_by_text("Apply a promo code · loyal-laptop").first.click()
        expect(page.get_by_text("Put a shirt in the basket").first).to_be_visible()
        page.get_by_text("Put a shirt in the basket").first.click()
        page.get_by_text("Screenshot: what the customer saw").first.click()
        expect(page.locator("img[src^='blob:']").first).to_be_visible()
    assert not night.html.in_one_file
    assert refused == []

    page.goto(night.html.page.as_uri())
    expect(page.get_by_text("harness report RUN --open")).to_be_visible()
    page.close()
