"""The planned visits in, what the company says of itself out, as the run's record keeps it."""

from typing import TYPE_CHECKING

from harness.language.folder import BUSINESS_FILE
from harness.language.surroundings import surroundings_of
from harness.record import BusinessFacts, BusinessFigure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.compile.visits import PlannedVisit
    from harness.language.business import Figures, SourcedFigure


def business_of(visits: "Sequence[PlannedVisit]") -> BusinessFacts | None:
    """Return the company's figures; None where it has given none for the site of these visits.

    Of a file with a mistake only that is kept: it may be about any site.

    Args:
        visits: All that is planned, on one site.
    """
    if not visits:
        return None
    root, site = visits[0].root, visits[0].site
    business = surroundings_of(root).business
    if business is None:
        return BusinessFacts(is_faulty=True) if (root / BUSINESS_FILE).exists() else None
    if business.site != site.id:
        return None
    return BusinessFacts(
        currency=site.currency,
        everywhere=_figures(business.everywhere),
        touchpoints={touchpoint: _figures(said) for touchpoint, said in business.touchpoints.items()},
        shares={persona: _figure(share) for persona, share in business.shares.items()},
    )


def _figures(said: "Figures") -> dict[str, BusinessFigure]:
    return {name: _figure(figure) for name, figure in said.items()}


def _figure(said: "SourcedFigure") -> BusinessFigure:
    return BusinessFigure(
        low=said.low, high=said.high, written=said.written, source=said.source, as_of=said.as_of
    )
