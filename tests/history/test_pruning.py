"""What is older than it need be goes; what the history is built from, and what is not ours, stays."""

from datetime import timedelta
from pathlib import Path

from harness.history.book import history_place
from harness.history.history import open_history
from harness.history.pruning import Removal, removals, remove
from tests.reports.cx.records import BEGAN, PROMO, broken, fine

from .nights import night, walked

VISIT = "visits/buy-promo-code-first-time-phone"
NOW = BEGAN + timedelta(days=40)


def pruned(reports: Path, *, figures: int = 730) -> list[Removal]:
    found = list(removals(reports, evidence=timedelta(days=30), figures=timedelta(days=figures), now=NOW))
    for removal in found:
        remove(removal)
    return found


def test_the_evidence_goes_and_what_the_history_is_built_from_stays(reports: Path) -> None:
    night(reports, 0, [broken(PROMO)])
    folder = reports / "night-00"
    for file in ("allure/index.html", "allure-results/a.json", f"{VISIT}/again/trace.zip", "notes.txt"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("much", encoding="utf-8")
    (removal,) = pruned(reports)

    assert {file.relative_to(folder).as_posix() for file in removal.files} == {
        "allure/index.html",
        "allure-results/a.json",
        f"{VISIT}/step-01.jpg",
        f"{VISIT}/again/trace.zip",
    }
    assert removal.size_bytes == 3 * len("much") + len("a picture")
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {
        "run.json",
        "findings.json",
        "notes.txt",
        f"{VISIT}/record.jsonl",
        f"{VISIT}/judgement.json",
    } <= left
    assert not (folder / "allure").exists()
    assert pruned(reports) == []

    (reports / "history.sqlite").unlink()
    story = night(reports, 39, [broken(PROMO)])
    assert [life.runs_in_a_row for life in story.lives] == [2]
    assert [earlier.folder for earlier in story.earlier[Path(VISIT).name]] == [None]


def test_after_two_years_the_whole_run_goes_and_its_findings_stay(reports: Path) -> None:
    night(reports, 0, [broken(PROMO)])
    night(reports, 35, [fine(PROMO)])
    (removal,) = pruned(reports, figures=20)
    history = open_history(history_place("", reports), reports)
    forgotten = history.forget_before(NOW - timedelta(days=20))

    assert (removal.is_whole, (reports / "night-00").exists(), forgotten) == (True, False, 1)
    assert [(life.number, life.change) for life in history.lives()] == [(1, "not met")]
    assert night(reports, 36, [broken(PROMO)]).lives[0].number == 1


def test_a_run_that_is_under_way_is_left_alone_and_one_that_was_killed_is_not(reports: Path) -> None:
    for number in (0, 1):
        (walked(reports, number, [broken(PROMO)]).folder.path / "end.json").unlink()
    no_age = timedelta(0)
    found = removals(reports, evidence=no_age, figures=no_age, now=BEGAN + timedelta(days=1, minutes=10))

    assert [removal.run.name for removal in found] == ["night-00"]


def test_what_is_new_or_latest_or_no_run_or_elsewhere_is_left_alone(reports: Path, tmp_path: Path) -> None:
    latest = walked(reports, 0, [broken(PROMO)])
    latest.folder.point_latest_here()
    walked(reports, 39, [broken(PROMO)])
    (reports / "pictures").mkdir()
    (reports / "pictures" / "old.jpg").write_bytes(b"mine")
    elsewhere = walked(tmp_path / "archive", 1, [broken(PROMO)])
    (reports / "night-01").symlink_to(elsewhere.folder.path)
    linked = walked(reports, 2, [broken(PROMO)]).folder.path
    (linked / "allure").symlink_to(tmp_path / "archive")
    (linked / VISIT / "away.jpg").symlink_to(reports / "pictures" / "old.jpg")
    found = pruned(reports)

    assert [removal.run.name for removal in found] == ["night-02"]
    assert (latest.folder.path / VISIT / "step-01.jpg").exists()
    assert (reports / "pictures" / "old.jpg").read_bytes() == b"mine"
    assert (elsewhere.folder.path / VISIT / "step-01.jpg").exists()
