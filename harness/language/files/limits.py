"""The keys below `limits:`, of a site, its stages and pages, and a journey."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from harness.language.known.stages import STAGES
from harness.language.limits import Limits, PageLimits, PersonaLimits, SiteLimits, SlowWhen
from harness.language.reading.nodes import MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.amounts import Count, Size, TimesOf
from harness.language.shapes.collections import ListOf, MappingOf
from harness.language.shapes.plain import Checked, Duration, Number, OneOf
from harness.language.shapes.table import Found, Key, Table

T = TypeVar("T")

_LCP = Key("LCP", Duration(), "Until a page shows its main content: `2.5s`.", None)
_LOAD = Key("load", Duration(), "Until a page is complete: `4s`.", None)
_INP = Key("INP", Duration(), "Until a page answers to an action: `200ms`.", None)
_CLS = Key("CLS", Number(most=10), "How much a page may jump: `0.1`.", None)
_WEIGHT = Key("weight", Size(), "What a page may bring over the network: `2 MB`.", None)
_REQUESTS = Key("requests", Count(), "How many pieces a page may be made of: `80`.", None)
_STEP = Key("step", Duration(), "Until a step is done: `10s`.", None)
_JOURNEY = Key("journey", Duration(), "All steps together: `60s`.", None)
PAGE_FIGURES = (_LCP, _LOAD, _INP, _CLS, _WEIGHT, _REQUESTS)
FIGURES = (*PAGE_FIGURES, _STEP, _JOURNEY)


def _limits(found: Found) -> Limits:
    return Limits(
        lcp_ms=found[_LCP],
        load_ms=found[_LOAD],
        inp_ms=found[_INP],
        cls=found[_CLS],
        step_ms=found[_STEP],
        journey_ms=found[_JOURNEY],
        weight_bytes=found[_WEIGHT],
        requests=found[_REQUESTS],
    )


@dataclass(frozen=True)
class Limiting(Generic[T]):
    """Figures of which at least one must be said: what is written and says nothing is a mistake."""

    table: Table[T]
    figures: tuple[Key[Any], ...]
    nothing: str = "nothing is limited here"

    def read(self, node: Node, reading: Reading) -> T:
        """Return the limits."""
        found = self.table.read(node, reading)
        if isinstance(node, MappingNode) and not {name.text for name, _ in node.pairs} - {_PAGE_NAME}:
            known = ", ".join(key.name for key in self.figures)
            reading.problem(node, f"{self.nothing}. Write one of: {known}.")
        return found


def _page_problem(text: str) -> str | None:
    if "://" in text:
        return f'"{text}" goes on before the path. Write only what follows the host, such as /product/*.'
    if not text.replace("*", "").strip("/ "):
        return f'"{text}" would be every page. Write the limit above "pages:".' if "*" in text else None
    return None


_PAGE_NAME = "page"
_PAGE = Key(
    _PAGE_NAME,
    Checked("a page", _page_problem),
    "The title of a page, or its address beginning with `/`; `*` is anything.",
    "",
    required=True,
)
PAGE_LIMIT_KEYS = (_PAGE, *PAGE_FIGURES)
_PAGE_LIMITS: Table[PageLimits] = Table(
    "the limits of a page", PAGE_LIMIT_KEYS, lambda found: PageLimits(found[_PAGE], _limits(found))
)

LIMITS = Limiting(Table("the limits", FIGURES, _limits), FIGURES)
_STAGES = Key(
    "stages",
    MappingOf(OneOf(STAGES, "stage"), LIMITS, "buy: {step: 5s}"),
    "Limits of all journeys of a stage.",
    {},
)
_PAGES = Key("pages", ListOf(Limiting(_PAGE_LIMITS, PAGE_FIGURES), "pages"), "Limits of single pages.", ())
_SLOW_WHEN: Key[SlowWhen | None] = Key(
    "slow when",
    TimesOf(),
    "When over budget is called slow: `3 of 5` visits, this one among them.",
    None,
)
SITE_LIMIT_KEYS = (*FIGURES, _STAGES, _PAGES, _SLOW_WHEN)
PERSONA_LIMIT_KEYS = (*FIGURES, _PAGES)


def _site_limits(found: Found) -> SiteLimits:
    return SiteLimits(_limits(found), found[_STAGES], found[_PAGES], found[_SLOW_WHEN])


SITE_LIMITS = Limiting(Table("the limits", SITE_LIMIT_KEYS, _site_limits), FIGURES)
PERSONA_LIMITS = Limiting(
    Table("the limits", PERSONA_LIMIT_KEYS, lambda found: PersonaLimits(_limits(found), found[_PAGES])),
    FIGURES,
)
