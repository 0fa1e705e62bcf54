"""What a site and its journeys allow, as it was written: frozen values, None where nothing is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """What may not be exceeded; None where nothing is said. `cls` has no unit."""

    lcp_ms: int | None = None
    load_ms: int | None = None
    inp_ms: int | None = None
    cls: float | None = None
    step_ms: int | None = None
    journey_ms: int | None = None
    weight_bytes: int | None = None
    requests: int | None = None


@dataclass(frozen=True)
class SlowWhen:
    """Slow is said when `times` of the last `visits` were over budget."""

    times: int
    visits: int


@dataclass(frozen=True)
class PageLimits:
    """Limits of the pages that a title, or an address beginning with `/`, fits; `*` is anything."""

    page: str
    limits: Limits


@dataclass(frozen=True)
class PersonaLimits:
    """What is said for one persona: of all that she sees, and of pages."""

    everywhere: Limits = Limits()
    pages: tuple[PageLimits, ...] = ()


@dataclass(frozen=True)
class SiteLimits:
    """What a site says: for all of it, for stages by their names, for pages; and when slow is said."""

    everywhere: Limits = Limits()
    stages: Mapping[str, Limits] = field(default_factory=dict)
    pages: tuple[PageLimits, ...] = ()
    slow_when: SlowWhen | None = None
