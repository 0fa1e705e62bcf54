"""A journey in, a problem for each order that does not say its cost and must, and each cost of no order."""

from collections.abc import Sequence

from harness.language.model import Journey, Site
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings, flat


def check_costs(
    journey: Journey, reading: Reading, surroundings: Surroundings, sites: Sequence[Site]
) -> None:
    """Report orders without `costs:` where a site has a cap on money, and `costs:` of what is no order."""
    capped = [site for site in sites if site.safety.caps and site.safety.caps.money_a_day]
    for step, place in flat(journey.all_steps, surroundings.parts):
        if step.costs and step.commits != "order":
            reading.problem(
                reading.find("costs:", place) if step.place == place else place,
                '"costs:" goes with "commits: order": nothing else is paid for. Take it out.',
            )
        if capped and step.commits == "order" and not step.costs:
            whose = f' for the site "{capped[0].id}"' if capped[0].id else ""
            reading.problem(
                reading.find("commits:", place) if step.place == place else place,
                f'site.yaml has "money per day:"{whose}, and this order does not say what it costs.'
                " Name the value that does: costs: Order total",
            )
