"""The journeys of a project in, advice on them out, without what their authors have waived."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain

from harness.language.advice.advice import NO_OWNER, NO_TAG, Advice
from harness.language.advice.business import advice_on_figures
from harness.language.advice.safety import advice_on_traces
from harness.language.advice.targets import advice_on_targets
from harness.language.advice.unused import advice_on_remembered, advice_on_rows
from harness.language.advice.waivers import waivers_in
from harness.language.files.addresses import EMBEDDED_SHOP
from harness.language.model import Journey, Part, Step, Use, with_blocks
from harness.language.project import Project
from harness.language.reading.reading import snippet
from harness.language.reading.source import Source, read_text
from harness.verbs import Verb


def advice_on(project: Project, today: date | None = None) -> tuple[Advice, ...]:
    """Return advice on every journey and part that has no problem, in the order of the files.

    Args:
        project: What there is.
        today: The day by which figures are old; without it, it is today.
    """
    users: tuple[Journey | Part, ...] = (*project.journeys, *project.parts.values())
    on_users = (
        _unless_waived(_file_of(user), partial(_on, user, project=project), project)
        for user in sorted(users, key=_file_of)
    )
    return (*chain.from_iterable(on_users), *_on_business(project, today or date.today()))  # noqa: DTZ011 -- a day of the reader's


def _on_business(project: Project, today: date) -> Sequence[Advice]:
    """Return advice on the company's figures; those of the embedded shop are made up and do not age."""
    business = project.business
    if business is None or all(site.address == EMBEDDED_SHOP for site in project.sites.values()):
        return ()
    file = business.place.file
    return _unless_waived(file, lambda _source: advice_on_figures(business, today), project)


def _file_of(user: Journey | Part) -> str:
    return user.place.file


def _on(user: Journey | Part, source: Source, project: Project) -> Iterator[Advice]:
    steps = user.steps
    if isinstance(user, Journey):
        steps = user.all_steps
        yield from _on_journey(user, project.journeys)
        yield from advice_on_rows(user, source)
        yield from advice_on_traces(user, source, project)
    names = {name for site in project.sites.values() for name in site.names}
    yield from _on_steps(steps, project.verbs, names)
    yield from advice_on_remembered(user, project.verbs)


def _on_journey(journey: Journey, all_of_them: Iterable[Journey]) -> Iterator[Advice]:
    if not journey.owner:
        yield Advice(
            NO_OWNER,
            journey.place,
            "nobody is named who looks after this journey, so that no report can say whom to ask."
            " Add at its top: owner: your-team",
        )
    if not journey.tags and any(other.tags for other in all_of_them):
        yield Advice(
            NO_TAG,
            journey.place,
            'other journeys have tags, and this one has none: a run chosen with "--tag" leaves it out.'
            " Add at its top: tags: [nightly]",
        )


def _on_steps(
    steps: Sequence[Step | Use], verbs: Mapping[str, Verb], names: Container[str]
) -> Iterator[Advice]:
    for step in steps:
        if isinstance(step, Step):
            for action in with_blocks((*step.do, *step.see, *step.should_see)):
                yield from advice_on_targets(action, verbs, names)


def _unless_waived(file: str, give: Callable[[Source], Iterator[Advice]], project: Project) -> list[Advice]:
    source = Source(file, read_text(project.root.parent / file, project.root))
    found = tuple(give(source))
    waivers = tuple(waivers_in(source))
    left = [advice for advice in found if not any(waiver.covers(advice) for waiver in waivers)]
    left += [waiver.unused for waiver in waivers if not any(map(waiver.covers, found))]
    left.sort(key=lambda advice: (advice.place.line, advice.place.column))
    return [replace(advice, snippet=snippet(source, advice.place)) for advice in left]
