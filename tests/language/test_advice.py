"""What is allowed and will cost time later is told, and may be waived where it stands."""

from datetime import date
from pathlib import Path

import pytest

from harness.language.advice import CODES, advice_on
from harness.language.project import load_project

from .cases import project_with

HEAD = "journey: Try\nowner: shop-team\ntags: [nightly]\n"


def journey(do: str = "click: Add to basket", see: str = "Done", *, head: str = HEAD) -> str:
    return f"{head}steps:\n  - step: Try\n    do:\n      - {do}\n    see:\n      - {see}\n"


def advised(text: str, where: Path) -> list[tuple[str, str]]:
    project = project_with(text, where)
    assert project.problems == ()
    return [(str(advice.place).rpartition("/")[2], advice.code) for advice in advice_on(project)]


def test_a_journey_with_all_it_should_have_gets_none(tmp_path: Path) -> None:
    assert advised(journey(), tmp_path) == []


@pytest.mark.parametrize(
    ("do", "see", "expected"),
    [
        ('click: css ".buy"', "Done", ("journey.yaml:7:9", "css-target")),
        ('click: button "Buy" in css ".card"', "Done", ("journey.yaml:7:9", "css-target")),
        ("fill: {'css \"#code\"': SAVE10}", "Done", ("journey.yaml:7:16", "css-target")),
        ("click: Buy", 'css ".total": $40.00', ("journey.yaml:9:9", "css-target")),
        ('click: 2nd button "Remove"', "Done", ("journey.yaml:7:9", "by-position")),
        ('click: last button "Remove" in row "Shirt"', "Done", None),
        ('click: button "Remove" in 2nd row "Shirt"', "Done", ("journey.yaml:7:9", "by-position")),
        ('download: {target: last link "Invoice", type: pdf}', "Done", ("journey.yaml:7:9", "by-position")),
        ("click: Buy", 'rows "Shirt": at least 2', None),
        ("click: link Details", "Done", ("journey.yaml:7:9", "looks-like-a-target")),
        ("click: Buy", "last heading Your code", ("journey.yaml:9:9", "looks-like-a-target")),
        ("click: 'text \"link Details\"'", "list of our shops", None),
        ('if see: {target: Menu, do: [click: css ".buy"]}', "Done", ("journey.yaml:7:37", "css-target")),
    ],
)
def test_what_is_said_of_a_target(
    do: str, see: str, expected: tuple[str, str] | None, tmp_path: Path
) -> None:
    assert advised(journey(do, see), tmp_path) == ([expected] if expected else [])


def test_a_journey_without_owner_is_told_at_its_top(tmp_path: Path) -> None:
    text = journey(head="journey: Try\ntags: [nightly]\n")

    assert advised(text, tmp_path) == [("journey.yaml:1:1", "no-owner")]


def test_a_name_of_the_site_may_begin_like_a_target(tmp_path: Path) -> None:
    text = journey("click: button at the top")
    assert advised(text, tmp_path) == [("journey.yaml:7:9", "looks-like-a-target")]

    site = tmp_path / "journeys" / "site.yaml"
    named = 'names:\n  button at the top: testid "top"\n'
    site.write_text(site.read_text("utf-8").replace("names:\n", named), encoding="utf-8")

    assert [advice.code for advice in advice_on(load_project(tmp_path / "journeys"))] == []


def test_the_place_the_line_and_the_remedy_are_told(tmp_path: Path) -> None:
    (advice,) = advice_on(project_with(journey('click: 2nd button "Remove"'), tmp_path))

    assert str(advice) == (
        'journeys/buy/journey.yaml:7:9: by-position: 2nd button "Remove" is known by its position only, which'
        " changes with what the page lists. Say what it belongs to, such as:"
        ' button "Remove" in row "Blue shirt".\n'
        "      6 |     do:\n"
        '  >   7 |       - click: 2nd button "Remove"\n'
        "                  ^"
    )


@pytest.mark.parametrize(
    "do",
    [
        'click: css ".buy"  # waive css-target',
        'click: css ".buy"  # waive css-target: the shop gives it no name',
        'click: 2nd css ".buy"  # waive css-target, by-position: it has no name',
    ],
)
def test_a_comment_in_its_line_waives_it(do: str, tmp_path: Path) -> None:
    assert advised(journey(do), tmp_path) == []


def test_a_comment_above_waives_the_next_line(tmp_path: Path) -> None:
    head = "# waive no-owner: everybody looks after it\n# A second remark.\njourney: Try\ntags: [nightly]\n"

    assert advised(journey(head=head), tmp_path) == []


def test_a_waiver_of_nothing_and_an_unknown_one_are_told(tmp_path: Path) -> None:
    unused = journey("click: Buy  # waive css-target")
    unknown = journey('click: css ".buy"  # waive css-targets')

    assert advised(unused, tmp_path / "1") == [("journey.yaml:7:29", "unused-waiver")]
    assert advised(unknown, tmp_path / "2") == [
        ("journey.yaml:7:9", "css-target"),
        ("journey.yaml:7:36", "unused-waiver"),
    ]


def test_every_code_is_documented() -> None:
    text = Path("docs/writing-a-journey.md").read_text("utf-8")

    assert [code for code in CODES if f"`{code}`" not in text] == []


def test_a_name_that_nothing_asks_for_is_told_where_it_gets_its_value(tmp_path: Path) -> None:
    rows = f"{HEAD}for each:\n  - {{code: SAVE10, by: 10%}}\n"

    assert advised(journey('fill: {Code: "${code}"}', head=rows), tmp_path) == [
        ("journey.yaml:4:1", "unused-name")
    ]
    assert advised(journey("remember: {before: Order total}"), tmp_path) == [
        ("journey.yaml:7:20", "unused-name")
    ]
    assert advised(journey("remember: {before: Order total}", "Total: {is: '${before}'}"), tmp_path) == []


TRACES = """\
journey: Order a shirt
owner: shop-team
tags: [nightly]
commits: order
steps:
  - step: Buy it
    commits: order
    do:
      - click: Place order
    see: Thank you
"""
SHOP = "site: https://shop.example\nmoney: USD\nshopper: {email: pat@example.org}\n"
NOT_FOUND_AGAIN = [("journey.yaml:4:1", code) for code in ("no-marker", "no-lookup", "no-undo")]


def test_an_order_that_nobody_finds_again_is_told_at_a_shop_that_stays(tmp_path: Path) -> None:
    assert advised(TRACES, tmp_path) == []

    (tmp_path / "journeys/site.yaml").write_text(SHOP, encoding="utf-8")
    found = advice_on(load_project(tmp_path / "journeys"))

    assert [(str(advice.place).rpartition("/")[2], advice.code) for advice in found] == NOT_FOUND_AGAIN


def test_who_marks_looks_up_and_takes_back_is_told_nothing(tmp_path: Path) -> None:
    file = tmp_path / "journeys/buy/journey.yaml"
    project_with(TRACES, tmp_path)
    handled = f"{SHOP}safety: {{handled by the shop: [order]}}\n"
    (tmp_path / "journeys/site.yaml").write_text(handled, encoding="utf-8")
    marked = TRACES.replace("    do:\n", '    do:\n      - fill: {E-mail: "${visit.email}"}\n')
    file.write_text(f"{marked}lookup:\n  - step: Look\n    see: ${{visit.email}}\n", encoding="utf-8")

    project = load_project(tmp_path / "journeys")

    assert [*project.problems, *advice_on(project)] == []


BUSINESS = """\
margin: {is: 35%, source: Finance, as of: 2025-11-20}
order value: {is: 48, source: Finance, as of: 2025-12-20}
completion: {is: 60%, source: Finance, as of: 2024-01-01}  # waive old-figure: nothing newer is known
shares:
  phone: {is: 60%, source: analytics, as of: 2025-11-21}
  laptop: {is: 30%, source: analytics, as of: 2062-11-21}
"""


def test_a_figure_older_than_a_year_or_from_the_future_is_told_with_its_source(tmp_path: Path) -> None:
    root = tmp_path / "journeys"
    root.mkdir()
    (root / "business.yaml").write_text(BUSINESS, encoding="utf-8")
    (root / "site.yaml").write_text("site: https://shop.example\nmoney: USD\n", encoding="utf-8")
    (root / "personas.yaml").write_text(
        "personas: {phone: {who: A shopper}, laptop: {who: Another}}\n", encoding="utf-8"
    )
    project = load_project(root)
    assert project.problems == ()

    old, share, future = advice_on(project, today=date(2026, 12, 1))

    assert (str(old.place), old.code) == ("journeys/business.yaml:1:9", "old-figure")
    assert old.message == (
        '"margin" is from 2025-11-20, more than a year ago, and prices rest on it.'
        " Ask its source again: Finance."
    )
    assert share.message.startswith('"share of the persona phone" is from 2025-11-21')
    assert (str(future.place), future.code) == ("journeys/business.yaml:6:11", "future-figure")
    assert future.message == (
        '"share of the persona laptop" is from 2062-11-21, a day that has not come yet.'
        ' Mend the day below "as of".'
    )
    (root / "site.yaml").write_text("site: demo\nmoney: USD\n", encoding="utf-8")
    assert advice_on(load_project(root), today=date(2036, 1, 1)) == ()
