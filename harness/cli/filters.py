"""The options that choose among journeys by what they say of themselves, each with its help."""

from typing import Annotated

import typer

from harness.cli.options import known
from harness.cli.places import Chosen
from harness.cli.reading import Fine, read_chosen, refuse_unknown_site
from harness.cli.trouble import AskedError
from harness.compile.choosing import Choice
from harness.compile.visits import PlannedVisit, plan_visits
from harness.language.known.severities import SEVERITIES
from harness.language.known.stages import STAGES


def _stages(words: list[str]) -> list[str]:
    return [known(word, STAGES, "stage") for word in words]


def _severities(words: list[str]) -> list[str]:
    return [known(word, SEVERITIES, "severity") for word in words]


OfStage = Annotated[
    list[str],
    typer.Option(
        "--stage", metavar="STAGE", callback=_stages, help="Only journeys of this stage. May be repeated."
    ),
]
OfOwner = Annotated[
    list[str], typer.Option("--owner", metavar="NAME", help="Only journeys of this owner. May be repeated.")
]
OfSeverity = Annotated[
    list[str],
    typer.Option(
        "--severity",
        metavar="SEVERITY",
        callback=_severities,
        help="Only journeys that are so severe when they fail. May be repeated.",
    ),
]
OfTag = Annotated[
    list[str], typer.Option("--tag", metavar="TAG", help="Only journeys with this tag. May be repeated.")
]
OfPersona = Annotated[
    list[str], typer.Option("--persona", metavar="NAME", help="Only visits of this shopper. May be repeated.")
]


def visits_of(fine: Fine) -> tuple[PlannedVisit, ...]:
    """Return the visits a journey asks for."""
    here = fine.surroundings
    return plan_visits(fine.journey, site=fine.site, personas=here.personas, parts=here.parts)


def refuse_unknown(choice: Choice, chosen: Chosen, site: str) -> None:
    """Make sure that there is such a site, and that one of the chosen journeys says each word asked for.

    Raises:
        AskedError: There is none;  the message has the nearest word, or all.
    """
    if not choice:
        refuse_unknown_site(chosen, site)
        return
    fine = (each for each in read_chosen(chosen, site) if isinstance(each, Fine))
    problem = choice.unknown_word(visit for each in fine for visit in visits_of(each))
    if problem:
        raise AskedError(problem)
