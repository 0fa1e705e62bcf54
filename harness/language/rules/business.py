"""A company's figures in, a problem for each that contradicts the others, or is about nothing, out."""

from collections.abc import Collection, Mapping

from harness.grammar.near import did_you_mean
from harness.language.business import Business, FigureName, Figures
from harness.language.model import Persona, Site
from harness.language.reading.reading import Reading

TOGETHER: tuple[tuple[FigureName, FigureName], ...] = (
    ("contact cost", "share who contact"),
    ("churn change", "yearly value"),
)
"""One says nothing without the other."""


def check_business(
    business: Business, reading: Reading, sites: Mapping[str, Site], personas: Mapping[str, Persona]
) -> None:
    """Report sites and personas that are not there, shares above the whole, and halves of pairs."""
    _check_site(business, reading, [name for name in sites if name])
    _check_money(business, reading, sites)
    _check_shares(business, reading, personas)
    _check_pairs({}, business.everywhere, reading)
    for figures in business.touchpoints.values():
        _check_pairs(business.everywhere, figures, reading)


def _check_site(business: Business, reading: Reading, known: Collection[str]) -> None:
    at = reading.find("site:", business.place)
    if business.site and not known:
        reading.problem(at, 'site.yaml has one site, without a name. Take "site:" out.')
    elif business.site and business.site not in known:
        reading.problem(
            reading.find(business.site, at),
            f'unknown site "{business.site}". {did_you_mean(business.site, known)}',
        )
    elif known and not business.site:
        first = next(iter(known))
        message = "there are several sites, and nobody says which one these figures are about."
        reading.problem(business.place, f"{message} Add at the top: site: {first}")


def _check_money(business: Business, reading: Reading, sites: Mapping[str, Site]) -> None:
    site = sites.get(business.site)
    if site and site.currency is None:
        reading.problem(
            business.place,
            "site.yaml does not say what money these figures are in. Add it there, such as: money: USD",
        )


def _check_shares(business: Business, reading: Reading, personas: Mapping[str, Persona]) -> None:
    heading = reading.find("shares:", business.place)
    for name in business.shares:
        if personas and name and name not in personas:
            message = f'unknown persona "{name}". {did_you_mean(name, personas)}'
            reading.problem(reading.find(name, heading), message)
    least = sum(figure.low for figure in business.shares.values())
    if least > 1:
        last = [*business.shares.values()][-1]
        reading.problem(
            reading.find("is:", last.place),
            f"with this the shares add up to {float(least * 100):g} % at least, and there are no more than"
            " 100 % of the customers. Make one smaller.",
        )


def _check_pairs(everywhere: Figures, figures: Figures, reading: Reading) -> None:
    together = {**everywhere, **figures}
    for pair in TOGETHER:
        given = [name for name in pair if name in together]
        new = [name for name in pair if name in figures]
        if len(given) == 1 and new:
            other = next(name for name in pair if name not in given)
            at = figures[given[0]].place
            message = f'"{given[0]}" says nothing without "{other}".'
            reading.problem(at, f'{message} Add "{other}:", or take this out.')
