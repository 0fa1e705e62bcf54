"""Each figure of a page is there, belongs to what caused it, or says why it is missing."""

from collections.abc import Mapping

import pytest

from harness.record import PageView
from tests.pages import Page, serving
from tests.walking import Walked, Walker

pytestmark = pytest.mark.usefixtures("all_evidence")

Pages = Mapping[str, Page | str]
LOOK = """\
journey: Look at a product
steps:
  - step: Open the shop
    do:
      - open: {path}
    see:
      - heading "Shop"
"""
GO_ON = """\
  - step: Go on
    do:
      - click: Go on
    see:
      - heading "Next"
"""
SHOP = "<title>Shop</title><h1>Shop</h1>{}<a href=/next>Go on</a>"
NEXT = "<title>Next</title><h1>Next</h1>"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">{}</svg>'.format(
    "".join(
        f'<rect x="{3 * n}" width="2" height="200" fill="#{n:02}4466"/><!-- {"x" * 200} -->'
        for n in range(90)
    )
)
EVERY_FIGURE = frozenset(PageView.model_fields) - {
    *("url", "title", "soft", "cause", "started_ms", "sizes_unknown", "missing", "cache"),
    *("lcp_element", "lcp_area_px", "worst_shift", "worst_shift_element", "inp_action", "inp_element"),
}


def views_of(walked: Walked) -> list[PageView]:
    assert walked.record.ending == "walked", walked.judgement.findings
    return [view for step in walked.record.steps for view in step.page_views]


def look(
    walker: Walker, more: str = "", *, path: str = "/", text: str = LOOK, pages: Pages | None = None
) -> PageView:
    """Walk to one page with this in it, and return its view."""
    with serving({"/": SHOP.format(more), **(pages or {})}) as site:
        return views_of(walker.walk(text.format(path=path), address=site.address))[0]


def test_a_figure_is_there_or_says_why_not(walker: Walker) -> None:
    with serving({"/": SHOP.format(""), "/next": NEXT}) as site:
        for view in views_of(walker.walk(LOOK.format(path="/") + GO_ON, address=site.address)):
            for name in EVERY_FIGURE:
                assert (getattr(view, name) is None) == (name in view.missing), (name, view)


def test_a_full_load_has_every_figure_but_an_answer_to_nothing(walker: Walker) -> None:
    view = look(walker)
    assert view.missing == {"inp_ms": "nothing was clicked or pressed on this page"}
    assert (view.soft, view.status, view.redirects, view.cause) == (False, 200, 0, 'open "/"')
    assert view.lcp_element == 'heading "Shop"'
    assert view.lcp_area_px
    assert view.lcp_area_px > 100


def test_the_largest_content_is_told_in_words(walker: Walker) -> None:
    picture = Page(PICTURE, kind="image/svg+xml", delay_s=0.2)
    view = look(
        walker, "<img src=/shirt.svg alt='A blue shirt' width=300 height=200>", pages={"/shirt.svg": picture}
    )
    assert view.lcp_element == 'image "A blue shirt"'
    assert view.lcp_area_px == 300 * 200


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "A heading that goes on and on, longer than anybody reads",
            "A heading that goes on and on, longer…",
        ),
        ("x" * 60, None),
        ("<b>Two</b>  parts <script>1</script>", "Two parts"),
    ],
)
def test_words_for_a_part_of_the_page_are_few_and_whole(walker: Walker, text: str, told: str | None) -> None:
    view = look(walker, f"<h2 style='font-size:50px;overflow-wrap:anywhere'>{text}</h2>")
    assert view.lcp_element == (f'heading "{told}"' if told else "heading")


def test_what_was_typed_is_in_no_words(walker: Walker) -> None:
    view = look(walker, "<div contenteditable style='font-size:60px'>My own thoughts</div>")
    assert view.lcp_element == "part of the page"


def test_the_largest_jump_is_told_with_what_moved(walker: Walker) -> None:
    news = (
        "<p id=news style='height:60px'>News of today</p><p>Old</p><script>addEventListener('load', () =>"
        "setTimeout(() => news.insertAdjacentHTML('beforebegin', '<h2 style=height:200px>Advert</h2>'), 99))"
        "</script>"
    )
    view = look(walker, news, text=LOOK + '      - heading "Advert"\n')
    assert view.cls
    assert view.cls == view.worst_shift
    assert view.worst_shift_element == 'part of the page "News of today"'


def test_tasks_that_block_after_the_first_content_are_counted(walker: Walker) -> None:
    busy = (
        "<script>addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => {"
        "for (const end = performance.now() + 200; performance.now() < end;);"
        "document.body.insertAdjacentHTML('beforeend', '<p>Ready</p>') }, 50)))</script>"
    )
    view = look(walker, busy, text=LOOK + "      - Ready\n")
    assert view.long_tasks  # one at least: where the machine is busy, more are long
    assert view.tbt_ms
    assert view.tbt_ms >= 140


def test_the_slowest_answer_belongs_to_its_action_and_its_page(walker: Walker) -> None:
    slow = (
        "<button onclick='for (const end = performance.now() + 150; performance.now() < end;);"
        'this.insertAdjacentHTML("afterend", "<p>Zoomed</p>")\'>Zoom</button>'
    )
    zoom = "  - step: Zoom\n    do:\n      - click: Zoom\n    see:\n      - Zoomed\n"
    with serving({"/": SHOP.format(slow), "/next": NEXT}) as site:
        first, second = views_of(walker.walk(LOOK.format(path="/") + zoom + GO_ON, address=site.address))
    assert first.inp_ms
    assert first.inp_ms >= 150
    assert (first.inp_action, first.inp_element) == ('click "Zoom"', 'button "Zoom"')
    assert first.tbt_ms == 0  # the wait was the customer's own click: it is in INP
    assert (second.inp_ms, second.inp_action, second.inp_element) == (None, "", "")


def test_a_page_that_is_left_early_says_so_and_leaves_the_next_one_nothing(walker: Walker) -> None:
    hanging = Page(PICTURE, kind="image/svg+xml", delay_s=1)
    onwards = (
        "<title>Way</title><img src=/late.svg><script>setTimeout(() => location = '/next', 200)</script>"
    )
    pages: Pages = {
        "/": SHOP.format("").replace("/next", "/way"),
        "/way": onwards,
        "/late.svg": hanging,
        "/next": NEXT,
    }
    with serving(pages) as site:
        views = views_of(walker.walk(LOOK.format(path="/") + GO_ON, address=site.address))
    _, left, last = views
    assert (left.title, left.load_ms, left.browser_ms) == ("Way", None, None)
    assert left.missing["load_ms"] == "the page was left before it was complete"
    assert left.ttfb_ms is not None
    assert (last.title, last.cause) == ("Next", 'click "Go on"')
    assert last.load_ms is not None


def test_a_visit_that_ends_before_its_page_is_complete_says_so(walker: Walker) -> None:
    hanging = Page(PICTURE, kind="image/svg+xml", delay_s=4)
    pages: Pages = {"/": SHOP.format(""), "/next": NEXT + "<img src=/late.svg>", "/late.svg": hanging}
    with serving(pages) as site:
        last = views_of(walker.walk(LOOK.format(path="/") + GO_ON, address=site.address))[-1]
    assert last.missing["load_ms"] == "the visit ended before the page was complete"
    assert last.lcp_element == 'heading "Next"'


def test_requests_are_told_by_whose_they_are(walker: Walker) -> None:
    walker.others = ("127.0.0.2",)
    picture = Page(PICTURE, kind="image/svg+xml")
    with serving({"/logo.svg": picture}, host="127.0.0.2") as other:
        pictures = (
            f"<img src=/own.svg><img src={other.address}/logo.svg><img src=https://ad.doubleclick.net/x>"
        )
        with serving({"/": SHOP.format(pictures), "/own.svg": picture}) as site:
            walked = walker.walk(LOOK.format(path="/"), address=site.address)
            (view,) = views_of(walked)
    assert (view.requests, view.third_party_requests, view.sizes_unknown) == (3, 1, 1)
    assert view.size_bytes
    assert view.size_bytes > len(PICTURE)


def test_redirects_within_the_site_are_counted(walker: Walker) -> None:
    moved = Page("", 302, headers={"Location": "/moved"})
    again = Page("", 302, headers={"Location": "/"})
    view = look(walker, path="/old", pages={"/old": moved, "/moved": again})
    assert (view.redirects, view.status) == (2, 200)
    assert view.url.endswith("/")


def test_a_page_seen_before_is_warm(walker: Walker) -> None:
    picture = Page(PICTURE, kind="image/svg+xml", headers={"Cache-Control": "max-age=600"})
    shop, back = SHOP.format("<img src=/own.svg>"), NEXT + "<img src=/own.svg>"
    with serving({"/": shop, "/next": back, "/own.svg": picture}) as site:
        first, second = views_of(walker.walk(LOOK.format(path="/") + GO_ON, address=site.address))
    assert (first.cache, second.cache) == ("cold", "warm")


def test_an_error_page_has_its_status(walker: Walker) -> None:
    gone = Page("<title>Gone</title><h1>Next</h1>", 410)
    with serving({"/": SHOP.format(""), "/next": gone}) as site:
        walked = walker.walk(LOOK.format(path="/") + GO_ON, address=site.address)
    assert walked.record.steps[1].page_views[0].status == 410


def test_what_a_page_makes_up_is_no_view(walker: Walker) -> None:
    made_up = (
        "<script>__harnessPageView('nonsense'); __harnessPageView('{\"views\": [{\"id\": 1}]}')</script>"
    )
    view = look(walker, made_up)
    assert view.title == "Shop"
