"""A company's figures in, advice on those that are older than a year, or from the future, out."""

from collections.abc import Iterator
from datetime import date, timedelta

from harness.language.advice.advice import FUTURE_FIGURE, OLD_FIGURE, Advice
from harness.language.business import Business, SourcedFigure

OLD = timedelta(days=366)
ELSEWHERE = timedelta(days=1)
"""Where the figure was written, it may be tomorrow already."""


def advice_on_figures(business: Business, today: date) -> Iterator[Advice]:
    """Yield advice on each figure that may no longer hold."""
    figures = (business.everywhere, *business.touchpoints.values())
    named = [*((name, figure) for said in figures for name, figure in said.items())]
    shares = [(f"share of the persona {persona}", figure) for persona, figure in business.shares.items()]
    for name, figure in (*named, *shares):
        if today - figure.as_of > OLD:
            yield _old(name, figure)
        elif figure.as_of - today > ELSEWHERE:
            yield _future(name, figure)


def _old(name: str, figure: SourcedFigure) -> Advice:
    return Advice(
        OLD_FIGURE,
        figure.place,
        f'"{name}" is from {figure.as_of.isoformat()}, more than a year ago, and prices rest on it.'
        f" Ask its source again: {figure.source}.",
    )


def _future(name: str, figure: SourcedFigure) -> Advice:
    return Advice(
        FUTURE_FIGURE,
        figure.place,
        f'"{name}" is from {figure.as_of.isoformat()}, a day that has not come yet.'
        ' Mend the day below "as of".',
    )
