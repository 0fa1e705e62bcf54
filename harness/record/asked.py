"""What was asked of a visit, kept in its record so that reports need no YAML."""

from pydantic import Field

from harness.record.base import Place, Recorded


class Ideal(Recorded):
    """What a journey should need, as its author says; None where that is not said."""

    fields: int | None = None
    pages: int | None = None
    time_ms: int | None = None


class JourneyFacts(Recorded):
    """What was asked, kept so that reports need no YAML.

    `id` is the file below the journeys folder without extension, such as `buy/promo-code`.
    """

    id: str
    title: str
    why: str = ""
    stage: str
    touchpoint: str
    owner: str = ""
    severity: str = "normal"
    tags: tuple[str, ...] = ()
    commits: str = "nothing"
    ideal: Ideal = Ideal()
    place: Place


class PersonaFacts(Recorded):
    """Who the shopper was.

    Args:
        input: What she acted with: mouse, touch or keyboard; None is what her device has.
        cpu: How many times slower than this machine her device computes; None leaves it to `network`.
        is_guest: Whether she has no account that she signs in with.
        share: The share of customers she stands for, 0 to 1, if known.
        applied: What of her the pages found, in plain words.
        not_applied: What they did not find, and why, if it is known.
    """

    id: str
    who: str
    device: str | None = None
    input: str | None = None
    network: str | None = None
    cpu: float | None = None
    locale: str
    timezone: str | None = None
    is_guest: bool = True
    share: float | None = Field(default=None, ge=0, le=1)
    applied: tuple[str, ...] = ()
    not_applied: tuple[str, ...] = ()


class BrowserFacts(Recorded):
    """What the visit was made with; timings compare only within one kind."""

    engine: str
    kind: str
    version: str
    viewport_width_px: int
    viewport_height_px: int
    has_touch: bool = False
    user_agent: str = ""
