"""A journey that commits a customer in, advice on how what it leaves behind is found and taken back out."""

from collections.abc import Iterator, Sequence

from harness.language.advice.advice import NO_LOOKUP, NO_MARKER, NO_UNDO, Advice
from harness.language.files.addresses import EMBEDDED_SHOP
from harness.language.model import Journey, Site
from harness.language.project import Project
from harness.language.reading.reading import Reading
from harness.language.reading.source import Source
from harness.language.rules.lookup import MARKING_NAMES, names_in_steps
from harness.language.rules.surroundings import flat, is_for

_LEAVING_TRACES = frozenset({"account", "order", "return"})


def advice_on_traces(journey: Journey, source: Source, project: Project) -> Iterator[Advice]:
    """Yield advice on what is left behind at a shop that is not gone when the run is."""
    sites = [
        site for site in project.sites.values() if is_for(journey, site) and site.address != EMBEDDED_SHOP
    ]
    level = journey.commits
    if level not in _LEAVING_TRACES or not sites:
        return
    place = Reading(source).find("commits:", journey.place)
    if MARKING_NAMES.isdisjoint(names_in_steps(journey.steps, project.parts)):
        yield Advice(
            NO_MARKER,
            place,
            f"nothing tells the {level} of one visit from those of others, and from customers'."
            ' Type "${visit.marker}" or "${visit.email}" where the shop keeps it.',
        )
    if not journey.lookup:
        yield Advice(
            NO_LOOKUP,
            place,
            f"when a visit dies after its click, nobody knows whether the {level} was made, and a person has"
            ' to look. Add "lookup:" with steps that see it.',
        )
    if not _is_undone(journey, project) and not _is_handled(level, sites):
        yield Advice(
            NO_UNDO,
            place,
            f'nothing takes the {level} back. Add "cleanup:" with a step that does, marked "undoes: {level}";'
            f" or, if the shop's people do, say so in site.yaml: safety: {{handled by the shop: [{level}]}}",
        )


def _is_undone(journey: Journey, project: Project) -> bool:
    return any(step.undoes == journey.commits for step, _ in flat(journey.cleanup, project.parts))


def _is_handled(level: str, sites: Sequence[Site]) -> bool:
    return all(level in site.safety.handled for site in sites)
