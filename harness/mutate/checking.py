"""Journeys in, how much of what they pass by they check out: a clean walk, then one for each mutation."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from harness.judge import OVER_ITS_LIMIT, TURNS, Judgement, Verdict
from harness.mutate.model import Checked, Fate, Mutation, Noted, Tried
from harness.mutate.operators import mutations_of, sample
from harness.mutate.plugin import NUMBER
from harness.mutate.walks import Walked, Walks
from harness.record import VisitRecord

NOTHING_TO_SEE = "nothing that can be spoiled was seen on its pages."
SOUND = OVER_ITS_LIMIT | {Verdict.FINE, Verdict.ANNOYING, Verdict.STOPPED_ON_PURPOSE}
"""Verdicts that a mutation can make worse. Slow and annoying say nothing about what was checked."""

UNTOLD = frozenset({Verdict.NOT_JUDGED, Verdict.BLOCKED, Verdict.NOT_WALKED})
"""Verdicts that say nothing about the journey."""

SHORTEST_PATIENCE_MS = 2000
PATIENCE_OVER_LONGEST = 3
"""What took one second on the clean walk is not there when it has not come after three."""


@dataclass(frozen=True)
class Wishes:
    """How many mutations are tried: at most so many a journey, chosen by a seed."""

    most: int
    seed: int


Say = Callable[[str, int, int], None]
"""Told what is under way, how many visits have ended, and of how many."""


def check(walks: Walks, wishes: Wishes, say: Say) -> tuple[Checked, ...]:
    """Walk each journey clean, then with one thing spoiled at a time.

    Raises:
        CannotWalkError: Nothing was walked.
    """
    clean = walks.walk("clean", {}, progress=lambda ended: say("the clean walk", ended, 0))
    plan = {visit.id: _planned(clean.noted.get(visit.id, Noted()), wishes) for visit, _ in _sound(clean)}
    count = sum(map(len, plan.values()))
    if not count:
        return tuple(_checked(clean, plan, Walked((), {})))
    spoiled = walks.walk(
        "spoiled",
        plan,
        patience_ms=_patience_ms(clean),
        progress=lambda ended: say("with something spoiled", ended, count),
    )
    return tuple(_checked(clean, plan, spoiled))


def _planned(noted: Noted, wishes: Wishes) -> tuple[Mutation, ...]:
    return sample(mutations_of(noted.points), wishes.most, wishes.seed)


def _sound(clean: Walked) -> list[tuple[VisitRecord, Judgement]]:
    return [(visit, judgement) for visit, judgement in clean.judged if judgement.verdict in SOUND]


def _patience_ms(clean: Walked) -> int:
    longest = max(
        (action.duration_ms for visit, _ in _sound(clean) for step in visit.steps for action in step.actions),
        default=0,
    )
    return max(SHORTEST_PATIENCE_MS, PATIENCE_OVER_LONGEST * longest)


def _checked(clean: Walked, plan: dict[str, tuple[Mutation, ...]], spoiled: Walked) -> Iterator[Checked]:
    judged = {visit.id: judgement for visit, judgement in spoiled.judged}
    for visit, judgement in clean.judged:
        mutations = plan.get(visit.id, ())
        names = [NUMBER.format(visit=visit.id, number=number) for number in range(len(mutations))]
        yield Checked(
            journey=visit.journey.id,
            title=visit.journey.title,
            tried=tuple(
                _tried(mutation, judged.get(name), spoiled.noted.get(name))
                for name, mutation in zip(names, mutations, strict=True)
            ),
            problem=_problem(judgement, mutations),
        )


def _problem(judgement: Judgement, mutations: tuple[Mutation, ...]) -> str:
    if judgement.verdict not in SOUND:
        return f"already {judgement.verdict} before anything was spoiled: {judgement.headline}"
    return "" if mutations else NOTHING_TO_SEE


def _tried(mutation: Mutation, judgement: Judgement | None, noted: Noted | None) -> Tried:
    fate, reason = _fate(judgement, noted)
    return Tried(mutation=mutation, fate=fate, reason=reason)


def _fate(judgement: Judgement | None, noted: Noted | None) -> tuple[Fate, str]:
    """A journey noticed a mutation when it failed and the mutation had happened; nothing else counts."""
    if judgement is None or judgement.verdict in UNTOLD:
        return "not counted", "the walk could not be judged"
    if noted is None or not noted.applied:
        return "not counted", "it never took effect in that walk"
    failed = TURNS[judgement.verdict].pytest_outcome == "failed"
    return ("noticed" if failed else "survived"), ""
