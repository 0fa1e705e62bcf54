"""What can go wrong on the way to Allure's page, in one plain line each; and what must not be lost."""

import json
import os
from pathlib import Path

import pytest

from harness.judge import TURNS
from harness.reports.allure import About, AllureHtmlError, make_html, node
from harness.reports.allure.categories import categories
from harness.reports.allure.history import KEPT_RUNS, History
from harness.reports.allure.lean import ATTACHMENTS_LIMIT_BYTES, lean_results
from harness.reports.allure.node import installed_allure, run_node, user_cache
from harness.reports.allure.page import check_complete, sealed
from harness.reports.cx.words.labels import LEFT_BEHIND

TAG = (
    b'<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>\n'
    b"<script>\n window.dataLayer = []; gtag('js');\n</script>"
)


def quiet(_: str) -> None:
    """Say nothing."""


def error_of(results: Path, into: Path) -> str:
    with pytest.raises(AllureHtmlError) as caught:
        make_html(results, into, about=About("Nightly"), history=None, say=quiet)
    return str(caught.value)


def test_no_results_are_no_page(tmp_path: Path) -> None:
    assert error_of(tmp_path, tmp_path / "page") == f"there are no Allure results in {tmp_path}."


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": "no start"}', '{"start": "soon"}'])
def test_a_result_that_cannot_be_read_is_named(text: str, tmp_path: Path) -> None:
    file = tmp_path / "x-result.json"
    file.write_text(text)

    assert error_of(tmp_path, tmp_path / "page") == f"{file}: cannot be read as an Allure result."


def test_a_registry_that_cannot_be_reached_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))

    with pytest.raises(AllureHtmlError) as caught:
        installed_allure(tmp_path / "cache", quiet)

    assert str(caught.value) == (
        "Allure could not be fetched (ECONNREFUSED). Is an npm registry reachable from here?"
    )
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["allure.lock"]


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = tmp_path / "file" / "cache"

    with pytest.raises(AllureHtmlError) as caught:
        installed_allure(cache, quiet)

    assert str(caught.value) == (
        f"Allure could not be installed in {cache}: Not a directory. "
        "Set XDG_CACHE_HOME to a folder that can be written."
    )


def test_a_program_that_hangs_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(AllureHtmlError) as caught:
        run_node(["/bin/sleep", "9"], cwd=tmp_path, limit_s=0.1, what="making the page")

    assert str(caught.value) == "making the page took longer than 0.1 s and was stopped."


def test_a_program_that_is_missing_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(AllureHtmlError) as caught:
        run_node(["/no/node"], cwd=tmp_path, limit_s=1, what="making the page")

    assert str(caught.value) == "making the page could not start: No such file or directory."


def test_a_failed_page_leaves_the_older_one(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("older")

    error_of(tmp_path, tmp_path / "page")

    assert (tmp_path / "page" / "index.html").read_text() == "older"


def test_an_incomplete_page_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b'd("data/test-results/1.json","e30=")')

    check_complete(tmp_path, 1, in_one_file=True)
    with pytest.raises(AllureHtmlError, match=r"^the Allure page shows 1 of 2 results\.$"):
        check_complete(tmp_path, 2, in_one_file=True)
    with pytest.raises(AllureHtmlError, match=r"^the Allure page shows 0 of 2 results\.$"):
        check_complete(tmp_path, 2, in_one_file=False)


def test_the_analytics_tag_goes_and_the_page_is_sealed() -> None:
    page = sealed(b"<html><head></head><body>" + TAG + b"<p>kept</p></body></html>", in_one_file=True)

    assert b"googletagmanager" not in page
    assert b"gtag" not in page
    assert b"<p>kept</p>" in page
    assert page.startswith(
        b'<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\';'
    )


def test_an_analytics_tag_of_another_shape_is_an_error() -> None:
    with pytest.raises(
        AllureHtmlError, match=r"^the analytics tag of the Allure page could not be removed\.$"
    ):
        sealed(b'<head></head><script defer src="//www.googletagmanager.com/x"></script>', in_one_file=True)


def test_every_category_of_the_judge_is_in_the_configuration() -> None:
    assert {rule["name"] for rule in categories()} == {
        LEFT_BEHIND,
        *(turn.category for turn in TURNS.values() if turn.category),
    }
    assert categories()[1] == {
        "name": "Site down",
        "matchers": [{"labels": {"verdict": "^(site down)$"}}],
        "groupByMessage": True,
        "expand": True,
    }


def test_the_lock_file_names_no_registry_and_pins_every_package() -> None:
    lock = json.loads((node.LOCKED / "package-lock.json").read_text())
    packages = [package for name, package in lock["packages"].items() if name]

    assert all(
        "resolved" not in package and package["integrity"].startswith("sha512-") for package in packages
    )


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({"XDG_CACHE_HOME": "/caches"}, "darwin", "/caches/mystery-shopper"),
        ({}, "linux", "~/.cache/mystery-shopper"),
        ({}, "darwin", "~/Library/Caches/mystery-shopper"),
    ],
)
def test_the_cache_lies_where_the_user_keeps_caches(
    environ: dict[str, str], platform: str, folder: str
) -> None:
    assert user_cache(environ, platform) == Path(os.path.expanduser(folder))  # noqa: PTH111 -- a text in a table


def points(path: Path) -> list[tuple[int, str]]:
    read = [json.loads(line) for line in path.read_text().splitlines()]
    return [(point["timestamp"], point["name"]) for point in read]


def remember(history: History, name: str, draft: Path) -> None:
    history.write_past(draft)
    with draft.open("a") as file:  # what Allure does
        file.write(json.dumps({"timestamp": 999_999, "name": name}) + "\n")
    history.keep_new(draft)


def test_a_run_made_again_replaces_its_line_and_sees_only_its_past(tmp_path: Path) -> None:
    path, draft = tmp_path / "history.jsonl", tmp_path / "draft"
    for began_ms, name in ((10, "first"), (20, "second"), (10, "first again")):
        remember(History(path, began_ms), name, draft)

    assert points(draft) == [(999_999, "first again")]
    assert points(path) == [(10, "first again"), (20, "second")]


def test_a_line_cut_short_costs_one_run_and_old_runs_leave(tmp_path: Path) -> None:
    path = tmp_path / "history.jsonl"
    path.write_text("".join(f'{{"timestamp": {i}, "name": "old"}}\n' for i in range(KEPT_RUNS)) + '{"times')

    remember(History(path, 1000), "new", tmp_path / "draft")

    assert len(points(path)) == KEPT_RUNS
    assert points(path)[-1] == (1000, "new")


def test_a_big_run_keeps_the_pictures_of_what_went_wrong(tmp_path: Path) -> None:
    results, draft = tmp_path / "results", tmp_path / "draft"
    results.mkdir()
    draft.mkdir()
    for name, status in (("fine", "passed"), ("bad", "failed")):
        attachments = [{"source": f"{name}-attachment.jpg"}]
        result = {"status": status, "steps": [{"attachments": attachments}]}
        (results / f"{name}-result.json").write_text(json.dumps(result))
        with (results / f"{name}-attachment.jpg").open("wb") as picture:
            picture.truncate(ATTACHMENTS_LIMIT_BYTES // 2 + 1)
    said: list[str] = []

    lean = lean_results(results, draft, said.append)

    assert sorted(file.name for file in lean.iterdir()) == [
        "bad-attachment.jpg",
        "bad-result.json",
        "fine-result.json",
    ]
    assert json.loads((lean / "fine-result.json").read_text()) == {
        "status": "passed",
        "steps": [{"attachments": []}],
    }
    assert said == [
        "The run is big: the Allure page shows the screenshots of fine visits as thumbnails only."
    ]


def test_an_ordinary_run_is_left_as_it_is(tmp_path: Path) -> None:
    assert lean_results(tmp_path, tmp_path / "draft", quiet) == tmp_path


def test_what_is_too_big_still_loses_traces_and_films(tmp_path: Path) -> None:
    results, draft = tmp_path / "results", tmp_path / "draft"
    results.mkdir()
    draft.mkdir()
    attachments = [{"source": "bad-attachment.jpg"}, {"source": "bad-attachment.zip"}]
    (results / "bad-result.json").write_text(json.dumps({"status": "failed", "attachments": attachments}))
    (results / "bad-attachment.jpg").write_bytes(b"picture")
    with (results / "bad-attachment.zip").open("wb") as trace:
        trace.truncate(ATTACHMENTS_LIMIT_BYTES + 1)
    said: list[str] = []

    lean = lean_results(results, draft, said.append)

    assert sorted(file.name for file in lean.iterdir()) == ["bad-attachment.jpg", "bad-result.json"]
    assert said[1:] == [
        "It also leaves out traces and films; type harness report --trace RUN/VISIT to see a trace."
    ]
