"""When a figure counts as off: a tenth or 50 ms, a tenth or 0.01, and counts exactly."""

import pytest

from .figures import TRUTH, Line, is_off


@pytest.mark.parametrize(
    ("figure", "measured", "true", "off"),
    [
        ("lcp_ms", 880, 800, False),
        ("lcp_ms", 881, 800, True),
        ("lcp_ms", 719, 800, True),
        ("inp_ms", 150, 100, False),
        ("inp_ms", 151, 100, True),
        ("cls", 0.02, 0.01, False),
        ("cls", 0.031, 0.02, True),
        ("cls", 0.54, 0.5, False),
        ("requests", 3, 2, True),
        ("requests", 2, 2, False),
        ("lcp_ms", None, 10, True),
    ],
)
def test_a_figure_may_be_off_by_so_much(
    figure: str, measured: float | None, true: float, *, off: bool
) -> None:
    assert is_off(figure, measured, true) is off


def test_a_line_shows_its_worst() -> None:
    line = Line("page", "ttfb_ms", TRUTH, [(800, 800), (990, 800), (None, 800)])
    shown = ["page", "ttfb_ms", TRUTH, "true: 800", "800", "895", "990", "±80", "[red]2 of 3[/red]"]
    assert list(line.cells()) == shown


def test_what_differs_from_load_to_load_is_shown_as_differences() -> None:
    line = Line("every page", "lcp_ms", "web-vitals", [(100, 100), (201, 200)])
    assert list(line.cells())[3:7] == ["difference:", "0", "0.5", "1"]
