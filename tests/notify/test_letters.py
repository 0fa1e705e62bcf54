"""What letters look like: within the bounds of those who show them, whatever a shop says on its pages."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Playwright

from harness.language.known.channels import KINDS
from harness.language.notify import ChannelSettings
from harness.notify.channels import SENT, WRITTEN
from harness.notify.model import Letter, News
from harness.notify.news import Edition
from harness.notify.templates import LetterError, Templates
from tests.reports.cx.pictures import draw, local_browser
from tests.reports.cx.records import LAPTOP, PHONE, PROMO, SEARCH, broken, fine, mixed, not_judged

from .nights import RUN, life, made, sighting

HOSTILE = (
    'A <b>"sale"</b> & *50%* off | `now` [here](https://evil.example) \u0007 {{ 7 * 7 }} ]]> </script> ü'
)
LONG = "Nobody can pay. " * 300
ALWAYS = ChannelSettings("team", "slack", when=("always",))
PUBLISHED = "https://reports.shop.example"


def news_of(folder: Path, judged: Sequence[Any], *lives: Any, published: str = PUBLISHED) -> News:
    news = Edition(made(folder, judged, *lives), published, None).for_channel(ALWAYS)
    assert news is not None
    return news


@pytest.fixture
def awful(tmp_path: Path) -> News:
    """Twelve findings with whatever a page may say, half of them longer than anybody reads."""
    lives = [
        life(
            n, "new", sentence=HOSTILE if n % 2 else LONG, detail=LONG, action=HOSTILE, fingerprints=(str(n),)
        )
        for n in range(1, 13)
    ]
    return news_of(tmp_path, [broken()], *lives)


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    with local_browser(playwright) as started:
        yield started


def test_every_kind_of_channel_is_in_one_of_the_tables() -> None:
    assert [*SENT, *WRITTEN] == list(KINDS)


def texts_of(told: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of Slack's blocks with its kind."""
    if isinstance(told, dict):
        if isinstance(told.get("text"), str):
            yield told["type"], told["text"]
        told = list(told.values())
    if isinstance(told, list):
        for each in told:
            yield from texts_of(each)


def test_slack_is_sent_what_it_can_show(awful: News) -> None:
    message = json.loads(SENT["slack"].write(awful, Templates()).text)

    texts = list(texts_of(message["blocks"]))
    assert len(message["blocks"]) <= 50
    assert all(0 < len(text) <= {"plain_text": 150, "mrkdwn": 3000}[kind] for kind, text in texts)
    assert all("<b>" not in text and "[here]" in text for _, text in texts if "sale" in text)


def test_slack_announces_a_single_finding_once(tmp_path: Path) -> None:
    message = json.loads(SENT["slack"].write(news_of(tmp_path, [broken()], life(7, "new")), Templates()).text)

    assert message["text"].count("Customers cannot apply a promo code") == 1


def test_teams_is_sent_a_card_of_known_parts(awful: News) -> None:
    text = SENT["teams"].write(awful, Templates()).text

    (attachment,) = json.loads(text)["attachments"]
    card = attachment["content"]
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    assert {part["type"] for part in parts_of(card["body"])} <= {
        "TextBlock",
        "Container",
        "FactSet",
        "ActionSet",
    }
    assert len(text.encode()) < 28_000
    assert "[here](" not in text


def parts_of(parts: Any) -> Iterator[Any]:
    for part in parts:
        yield part
        yield from parts_of(part.get("items", []))


def test_a_webhook_is_sent_what_was_found_as_it_was_said(awful: News) -> None:
    told = json.loads(SENT["webhook"].write(awful, Templates()).text)

    assert (told["version"], told["run"], told["left_out"]) == (1, "2026-11-21-0200", 4)
    assert any(HOSTILE.partition("\u0007")[0] in finding["what"] for finding in told["findings"])


def test_a_file_of_testcases_has_each_visit_and_what_became_of_it(tmp_path: Path) -> None:
    visit, judgement = broken()
    said = judgement.findings[0].model_copy(update={"sentence": HOSTILE})
    judged = [(visit, judgement.model_copy(update={"findings": (said,)})), fine(SEARCH), not_judged()]
    file = tmp_path / "build/journeys.xml"

    WRITTEN["junit"].write(news_of(tmp_path, judged), Templates(), file)

    suite = ET.parse(file).getroot()[0]  # noqa: S314 -- our own
    counts = [suite.get(name) for name in ("tests", "failures", "errors", "skipped")]
    assert counts == ["3", "1", "1", "0"]
    (failure,) = suite.iter("failure")
    assert failure.get("message") == HOSTILE.replace("\u0007", "")
    assert [case.get("classname") for case in suite.iter("testcase")] == [
        "buy.promo-code",
        "find.search",
        "help.contact",
    ]


def test_a_visit_that_is_set_aside_fails_no_pipeline(tmp_path: Path) -> None:
    aside = life(7, "again", quarantined_until=date(2026, 12, 1))
    file = tmp_path / "journeys.xml"

    WRITTEN["junit"].write(news_of(tmp_path, [broken(), fine(SEARCH)], aside), Templates(), file)

    suite = ET.parse(file).getroot()[0]  # noqa: S314 -- our own
    assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["2", "0", "0", "1"]
    (skipped,) = suite.iter("skipped")
    said = skipped.get("message") or ""
    assert said.startswith("Set aside until 2026-12-01: it does not decide how a run ends. Customers cannot")


def test_the_summary_of_a_step_gets_each_run_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    news = news_of(tmp_path, [broken()], life(7, "new", sentence=HOSTILE))

    for _ in range(2):
        WRITTEN["github summary"].write(news, Templates(), None)

    text = summary.read_text()
    assert text.startswith("# Before\n")
    assert text.count("## ") == 1
    (row,) = (line for line in text.splitlines() if line.startswith("| New "))
    assert row.replace(r"\|", "").count("|") == 7
    assert "<b>" not in row.replace(r"\<", "")


def test_a_template_of_the_team_wins(tmp_path: Path) -> None:
    own = tmp_path / "notify"
    own.mkdir()
    (own / "webhook.json.j2").write_text('{"text": {{ news.headline|tojson }}}')

    letter = SENT["webhook"].write(news_of(tmp_path, [broken()]), Templates(tmp_path))

    assert list(json.loads(letter.text)) == ["text"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ nws.headline }}", "the template \"webhook.json.j2\" cannot be filled: 'nws' is undefined"),
        ("{{ news.headline }}", 'the template "webhook.json.j2" makes no JSON: Expecting value'),
        (
            "{{ ''.__class__.__mro__ }}",
            'the template "webhook.json.j2" cannot be filled: access to attribute',
        ),
    ],
)
def test_a_faulty_template_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "notify").mkdir()
    (tmp_path / "notify/webhook.json.j2").write_text(text)

    with pytest.raises(LetterError) as caught:
        SENT["webhook"].write(news_of(tmp_path, [broken()]), Templates(tmp_path))

    assert str(caught.value).startswith(told)


def shown(letter: Letter) -> str:
    """Return the HTML of an e-mail with its pictures in it, as a mail program shows it."""
    html = letter.html
    for picture in letter.pictures:
        html = html.replace(f"cid:{picture.cid}", f"data:image/jpeg;base64,{picture.jpeg}")
    return html


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Letter:
    """An e-mail about two walks that stopped, with pictures as the real browser took them."""
    folder = tmp_path_factory.mktemp("mail")
    judged = [broken(PROMO, PHONE), broken(SEARCH, LAPTOP)]
    draw(browser, judged, folder / RUN)
    lives = [
        life(number, "new", each, met_by=(sighting(each[0], "x"),), sentence=f"{HOSTILE} {number}")
        for number, each in enumerate(judged, 1)
    ]
    return SENT["email"].write(news_of(folder, judged, *lives), Templates())


@pytest.mark.parametrize(("width", "scheme"), [(1000, "light"), (375, "light"), (375, "dark")])
def test_an_email_shows_the_walk_in_pictures(mail: Letter, browser: Browser, width: int, scheme: Any) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.set_content(shown(mail))

    pictures = page.locator("img").evaluate_all("all => all.map(each => each.naturalWidth)")
    assert len(pictures) == 6
    assert min(pictures) > 50
    assert page.locator(".stop").all_inner_texts() == ["Stopped here"] * 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert "<b>" in page.locator("h2").first.inner_text()
    page.close()


def test_what_is_told_of_a_whole_night_has_no_technical_words(tmp_path: Path) -> None:
    text = SENT["email"].write(news_of(tmp_path, mixed(), published=""), Templates()).text.lower()

    forbidden = ("selector", "locator", "timeout", "http:", "assert", "exception", "json", "none", "null")
    assert [word for word in forbidden if word in text] == []
