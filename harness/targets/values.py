"""A page in, the values that can be read on it out, each under the label it is read by."""

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

from harness.grammar.target import TargetError, parse_target
from harness.recorder.naming import is_bare
from harness.shopper.acting.reading import read_text
from harness.shopper.trouble.stopping import Obstacle
from harness.targets.model import Named, Use

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

    from harness.grammar.target import Target

LONGEST = 80
MOST = 60


def values_on(page: "Page", names: "Mapping[str, Target]") -> Iterator[Named]:
    """Yield what a check or `remember` can read, under the site's own names and under labels of the page."""
    labels = page.evaluate(files("harness.targets").joinpath("labels.js").read_text(encoding="utf-8"))
    for label in dict.fromkeys([*names, *labels[:MOST]]):
        value = _read(page, label, names)
        if value and value.casefold() != label.casefold():
            yield Named(Use.READ, label, value)


def _read(page: "Page", label: str, names: "Mapping[str, Target]") -> str:
    """Return what is read under a label; nothing where it cannot be told, or is no value."""
    if not is_bare(label) or ": " in label:
        return ""
    try:
        read = read_text(page, parse_target(label), names).text
    except (Obstacle, TargetError):
        return ""
    is_other = len(read) > LONGEST or "${" in read or (read.startswith("/") and read.endswith("/"))
    return "" if is_other else read
