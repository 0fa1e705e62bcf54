"""What visits leave behind, and the second walk of a visit that was not fine."""

import json
import zipfile

import pytest

from harness.record import Evidence, VisitRecord

from .conftest import MakeProject
from .project import BROKEN, FINE, Outcome, Project
from .tiny_shop import TinyShop

SOMETIMES = """
journey: Find the offer
steps:
  - step: Open the sale
    do:
      - open: /sometimes
    see:
      - Everything at half price
"""
TWO_KINDS = """
journey: Look closely
evidence: [lean, har]
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Tiny shop"
"""
ORDER_FAILS = """
journey: Place an order
commits: order
steps:
  - step: Place the order
    commits: order
    do:
      - open: /order
      - click: Place order
    see:
      - A parcel
"""
SECRET = """
journey: Sign in
evidence: [full, video]
steps:
  - step: Sign in
    do:
      - open: /sign-in
      - fill: {Password: "${secret.TINY_PASSWORD}", Nickname: Pat}
      - click: Go in
    see:
      - heading "Welcome"
"""


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(
        {
            "journeys/find/fine.yaml": FINE,
            "journeys/find/broken.yaml": BROKEN,
            "journeys/buy/closely.yaml": TWO_KINDS,
            "journeys/return/sometimes.yaml": SOMETIMES,
            "journeys/receive/order.yaml": ORDER_FAILS,
            "journeys/help/secret.yaml": SECRET,
        }
    )


def kinds(visit: VisitRecord) -> set[str]:
    return {piece.kind for piece in all_evidence(visit)}


def all_evidence(visit: VisitRecord) -> tuple[Evidence, ...]:
    return (*visit.evidence, *(piece for step in visit.steps for piece in step.evidence))


@pytest.fixture(scope="module")
def full(project: Project) -> Outcome:
    return project.run("journeys/find")


def test_every_step_leaves_a_picture_and_its_page_text(full: Outcome) -> None:
    visit = full.visits["find/fine"]
    assert kinds(visit) == {"screenshot", "thumbnail", "aria snapshot"}
    assert all((full.run.visit(visit.id) / str(piece.file)).stat().st_size for piece in all_evidence(visit))


def test_the_record_says_what_was_on_while_it_measured(full: Outcome) -> None:
    told = full.visits["find/fine"].instrumentation
    assert told == ("page views", "pictures", "page text", "console", "requests")


def test_a_fine_visit_is_walked_once(full: Outcome) -> None:
    assert full.visits["find/fine"].again is None


def test_a_visit_that_is_not_fine_is_walked_once_more_and_watched(full: Outcome) -> None:
    visit = full.visits["find/broken"]
    assert visit.again
    assert {"trace", "video"} <= set(visit.again.instrumentation)
    assert "trace" not in visit.instrumentation
    judgement = full.judgement(visit.id)
    assert (judgement.verdict, judgement.again) == ("broken", "again")
    assert judgement.findings[0].detail.endswith("Walked again at once: the same.")


def test_the_trace_has_the_steps_at_their_lines_and_the_yaml_inside(full: Outcome) -> None:
    trace = full.run.visit("find-broken--shopper") / "again" / "trace.zip"
    with zipfile.ZipFile(trace) as entries:
        events = [json.loads(line) for line in entries.read("trace.trace").splitlines()]
        sources = [entries.read(name).decode() for name in entries.namelist() if name.startswith("src/")]
    groups = {event["title"]: event["stack"][0] for event in events if event.get("method") == "tracingGroup"}
    assert [place["line"] for place in groups.values()] == [4, 9]
    assert all(place["file"].endswith("journeys/find/broken.yaml") for place in groups.values())
    assert any("journey: Find the sale" in source for source in sources)


def test_a_video_is_there_or_the_record_says_why_not(full: Outcome) -> None:
    again = full.visits["find/broken"].again
    assert again
    (video,) = (piece for piece in again.evidence if piece.kind == "video")
    assert video.file or "ffmpeg" in (video.problem or "")


def test_allure_attaches_what_the_second_walk_left(full: Outcome) -> None:
    results = [json.loads(file.read_text("utf-8")) for file in full.run.allure_results.glob("*-result.json")]
    attached = {a["name"]: a["source"] for result in results for a in result.get("attachments", ())}
    trace = attached["Trace of the browser, second walk"]
    assert (full.run.allure_results / trace).stat().st_size


@pytest.fixture(scope="module")
def lean(project: Project) -> Outcome:
    return project.run("journeys/find", "journeys/return", "--evidence", "lean")


def test_lean_takes_pictures_only_where_something_failed(lean: Outcome) -> None:
    assert kinds(lean.visits["find/fine"]) == set()
    first, second = lean.visits["find/broken"].steps
    assert first.evidence == ()
    assert {piece.kind for piece in second.evidence} == {"screenshot", "thumbnail", "aria snapshot"}


def test_the_console_of_a_visit_is_kept(lean: Outcome) -> None:
    visit = lean.visits["return/sometimes"]
    assert "log: a sale" in (lean.run.visit(visit.id) / "console.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def nothing(project: Project) -> Outcome:
    return project.run("journeys/find", "journeys/buy", "--evidence", "none")


def test_none_leaves_nothing_and_walks_nothing_again(nothing: Outcome) -> None:
    visit = nothing.visits["find/broken"]
    assert (nothing.code, kinds(visit), visit.again) == (1, set(), None)
    assert {file.name for file in nothing.run.visit(visit.id).iterdir()} == {"record.jsonl", "judgement.json"}


def test_the_operator_stands_above_the_journey(nothing: Outcome) -> None:
    assert kinds(nothing.visits["buy/closely"]) == set()


@pytest.fixture(scope="module")
def orders_before(tiny_shop: TinyShop) -> int:
    return tiny_shop.placed


@pytest.fixture(scope="module")
def special(project: Project, orders_before: int) -> Outcome:
    """Journeys that say what they leave, or that something is special about."""
    chosen = ("journeys/buy", "journeys/return", "journeys/receive", "journeys/help")
    return project.run(*chosen, "--allow", "order", environ={"TINY_PASSWORD": "correct-horse"})


def test_a_journey_asks_for_kinds_of_its_own(special: Outcome) -> None:
    visit = special.visits["buy/closely"]
    (har,) = visit.evidence
    entries = json.loads((special.run.visit(visit.id) / str(har.file)).read_text("utf-8"))["log"]["entries"]
    assert (har.kind, len(entries)) == ("har", 1)
    assert "text" not in entries[0]["response"]["content"]


def test_what_one_of_two_customers_meets_stays_broken_and_says_so(special: Outcome) -> None:
    visit = special.visits["return/sometimes"]
    judgement = special.judgement(visit.id)
    assert (special.code, judgement.verdict, judgement.again) == (1, "broken", "not again")
    assert "1 of 2 customers hit this" in judgement.findings[0].detail
    results = [
        json.loads(file.read_text("utf-8")) for file in special.run.allure_results.glob("*-result.json")
    ]
    of_the_visit = (result for result in results if result["name"].startswith("Find the offer"))
    second, first = sorted(of_the_visit, key=lambda result: int(result["start"]))
    assert (first["status"], first["statusDetails"]["flaky"]) == ("failed", True)
    assert (second["status"], second["historyId"]) == ("passed", first["historyId"])


def test_what_commits_is_never_walked_again(
    special: Outcome, orders_before: int, tiny_shop: TinyShop
) -> None:
    assert special.judgement("receive-order--shopper").verdict == "broken"
    assert tiny_shop.placed == orders_before + 1


def test_a_visit_that_typed_a_secret_keeps_no_video_and_says_why(special: Outcome) -> None:
    (video,) = (piece for piece in special.visits["help/secret"].evidence if piece.kind == "video")
    assert video.problem == "a secret was typed, and a video cannot be cleaned of it"


def test_an_unknown_word_is_refused(project: Project) -> None:
    outcome = project.run("journeys/find", "--evidence", "ful")
    assert outcome.code == 4
    assert 'unknown evidence "ful". Known: full, lean, none, pictures,' in outcome.text
