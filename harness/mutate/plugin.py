"""An assignment in, visits that note what is on the pages, or meet one thing spoiled, out: a pytest plugin.

It is loaded by name (`-p harness.mutate.plugin`), so that the workers of a parallel run have it too.
"""

import json
from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.mutate import patience
from harness.mutate.model import Assignment, Mutation, Noted, Point
from harness.mutate.spoiling import answer_with_error_page
from harness.plugin.collecting import VisitItem
from harness.shopper import Shopper

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

ASSIGNMENT = pytest.StashKey[Assignment]()
MUTATION = pytest.StashKey[Mutation]()
BINDING = "mysteryShopperTells"
LAST_LOOK = "() => void dispatchEvent(new Event('mysteryshopperends'))"
NUMBER = "{visit}--{number:03}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the file that says what is to be done."""
    parser.addoption("--mutations", metavar="FILE", required=True, help="what is noted or spoiled")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Read the assignment; the shopper waits as long as it says, which is less than a customer would."""
    text = Path(config.getoption("--mutations")).read_text(encoding="utf-8")
    config.stash[ASSIGNMENT] = Assignment.model_validate_json(text)
    config.stash[patience.PATIENCE] = config.stash[ASSIGNMENT].patience_ms
    if config.stash[patience.PATIENCE]:
        config.pluginmanager.register(patience, "mystery shopper's patience with mutations")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the first visit of each journey; with mutations given, one for each of them."""
    wanted = config.stash[ASSIGNMENT].mutations
    visits = [item for item in items if isinstance(item, VisitItem)]
    firsts = list({item.visit.journey.id: item for item in reversed(visits)}.values())[::-1]
    items[:] = [each for item in firsts for each in _mutants(item, wanted)] if wanted else firsts


def _mutants(item: VisitItem, wanted: dict[str, tuple[Mutation, ...]]) -> Iterator[VisitItem]:
    for number, mutation in enumerate(wanted.get(item.visit.id, ())):
        name = NUMBER.format(visit=item.visit.id, number=number)
        mutant = VisitItem.of(
            item.parent,  # type: ignore[arg-type]  # a JourneyFile
            name=f"{item.name} {number:03}",
            visit=replace(item.visit, id=name),
        )
        mutant.stash[MUTATION] = mutation
        yield mutant


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
    """Prepare the visit's browser before its first page, and write down what came of it."""
    shopper = pyfuncitem.funcargs.get("shopper")
    if not isinstance(shopper, Shopper):
        return (yield)
    told: list[str] = []
    mutation = pyfuncitem.stash.get(MUTATION, None)
    _prepare(shopper.page.context, mutation, told)
    try:
        result = yield
        if mutation is None:
            shopper.page.evaluate(LAST_LOOK)
    finally:
        folder = Path(pyfuncitem.config.stash[ASSIGNMENT].folder)
        file = folder / f"{shopper.visit.id}.json"
        file.write_text(_noted(told).model_dump_json(), encoding="utf-8")
    return result


def _prepare(context: "BrowserContext", mutation: Mutation | None, told: list[str]) -> None:
    if mutation and mutation.kind == "page":
        answer_with_error_page(context, mutation, lambda: told.append(""))
        return
    context.expose_binding(BINDING, lambda _source, text: told.append(str(text)))
    asked = {"tell": BINDING, "spoil": mutation.model_dump() if mutation else None}
    context.add_init_script(f"({_script()})({json.dumps(asked)})")


def _noted(told: list[str]) -> Noted:
    lists = [json.loads(text) for text in told if text]
    points = dict.fromkeys(Point.model_validate(point) for points in lists for point in points)
    return Noted(points=tuple(points), applied="" in told)


@cache
def _script() -> str:
    return Path(__file__).with_name("page.js").read_text(encoding="utf-8").rstrip().rstrip(";")
