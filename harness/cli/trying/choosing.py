"""A journey's file and options in, the one visit that is to be tried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cli.options import known
from harness.cli.places import choose
from harness.cli.reading import refuse_unknown_site
from harness.cli.trouble import AskedError
from harness.compile.visits import PlannedVisit, plan_visits
from harness.grammar.near import did_you_mean
from harness.language.model import Journey, Problem
from harness.language.project import load_journey
from harness.language.rules.surroundings import Surroundings, is_for
from harness.language.surroundings import surroundings_of


class FaultyFileError(AskedError):
    """A file has mistakes: its text tells them all."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))


@dataclass(frozen=True)
class Wanted:
    """Which visit of a journey is tried, and from which step on one goes slowly.

    Args:
        persona: Who walks it; else the first who may.
        site: Which of the sites of the site file is visited; empty for the default one.
        row: Words of the row of `for each`, or of the matrix, that is walked; else the first.
        slowly_from: The name of that step; nothing where none is meant.
    """

    file: Path
    persona: str = ""
    site: str = ""
    row: tuple[str, ...] = ()
    slowly_from: str = ""


@dataclass(frozen=True)
class Chosen:
    """The visit, with what its journey refers to, and how many others the journey asks for."""

    visit: PlannedVisit
    surroundings: Surroundings
    others: int = 0


def choose_visit(wanted: Wanted) -> Chosen:
    """Find the visit that is meant.

    Raises:
        AskedError: There is none, or a file has mistakes.
    """
    if wanted.file.is_dir():
        raise AskedError(f"{wanted.file}: this is a folder. Name one journey's YAML file.")
    visits, surroundings = _planned(wanted)
    fitting = [visit for visit in visits if _fits(visit, wanted)]
    if not fitting:
        raise AskedError(_nothing_fits(visits, wanted))
    chosen = Chosen(fitting[0], surroundings, len(visits) - 1)
    if wanted.slowly_from:
        names = tuple(dict.fromkeys(step.name for step in chosen.visit.steps))
        known(wanted.slowly_from, names, "step")
    return chosen


def choose_again(wanted: Wanted, before: PlannedVisit) -> Chosen:
    """Find the same visit once more, in the file as it is now.

    Raises:
        AskedError: It is not there any more, or a file has mistakes.
    """
    visits, surroundings = _planned(wanted)
    same = [visit for visit in visits if visit.id == before.id] or [v for v in visits if _fits(v, wanted)]
    if not same:
        raise AskedError(_nothing_fits(visits, wanted))
    return Chosen(same[0], surroundings, len(visits) - 1)


def _planned(wanted: Wanted) -> tuple[tuple[PlannedVisit, ...], Surroundings]:
    chosen = choose([str(wanted.file)])
    refuse_unknown_site(chosen, wanted.site)
    surroundings = surroundings_of(chosen.roots[0])
    loaded = surroundings.problems_of_all or load_journey(wanted.file.absolute(), surroundings)
    site = surroundings.site_called(wanted.site)
    if not isinstance(loaded, Journey) or site is None:
        problems = (*surroundings.problems, *(() if isinstance(loaded, Journey) else loaded))
        raise FaultyFileError(tuple(dict.fromkeys(problems)))
    if not is_for(loaded, site):
        own = " or ".join(each.id for each in surroundings.sites_of(loaded))
        raise AskedError(f"{wanted.file}: this journey is not for {site.name}. Say --site {own}.")
    visits = plan_visits(loaded, site=site, personas=surroundings.personas, parts=surroundings.parts)
    return visits, surroundings


def _fits(visit: PlannedVisit, wanted: Wanted) -> bool:
    words = {value.casefold() for value in visit.different.values()}
    return wanted.persona in {"", visit.persona.id} and all(word.casefold() in words for word in wanted.row)


def _nothing_fits(visits: Sequence[PlannedVisit], wanted: Wanted) -> str:
    personas = dict.fromkeys(visit.persona.id for visit in visits)
    if wanted.persona and wanted.persona not in personas:
        return f'"{wanted.persona}" does not walk this journey. {did_you_mean(wanted.persona, personas)}'
    values = dict.fromkeys(value for visit in visits for value in visit.different.values())
    asked = " and ".join(f'"{word}"' for word in wanted.row)
    return f"no row of this journey has {asked}. {did_you_mean(wanted.row[-1] if wanted.row else '', values)}"
