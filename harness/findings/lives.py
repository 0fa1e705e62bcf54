"""The findings of a site as the last run left them and a judged run in, as that run leaves them out.

new -> owned -> cause known -> fixed, which somebody claims -> verified, after some good runs -> reopened.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from harness.findings.decisions import apply
from harness.findings.grouping import Hit, Judged
from harness.findings.model import Change, Decision, Life, Sighting, State
from harness.findings.recognising import Recognised, is_certain, met_in
from harness.findings.tried import fine_for, untried, was_good
from harness.judge import Again
from harness.record import RunRecord

GONE: frozenset[State] = frozenset({"fixed", "verified"})


def live_on(  # noqa: PLR0913, PLR0917 -- all that a run changes findings by
    before: Sequence[Life],
    run: RunRecord,
    judged: Sequence[Judged],
    decisions: Sequence[Decision],
    next_number: int,
    verified_after: int,
) -> tuple[Life, ...]:
    """Return all findings of a site after a run, by number.

    Args:
        before: All of the site after the run before, those that are gone too.
        run: What the run was about.
        judged: All its visits, with what they mean.
        decisions: What people decided since then. What was said after the run began does not change how
            the run is taken.
        next_number: What the first new finding is called; it was never given before.
        verified_after: After so many good runs in a row a finding counts as gone.
    """
    oldest_first = sorted(before, key=lambda life: life.number)
    known = [_decided(life, decisions, until=run.started_at) for life in oldest_first]
    seen = Recognised(known, met_in(judged))
    after = [_after(life, seen, run, judged, verified_after) for life in known]
    after += [
        _born(number, hits, seen, run, judged) for number, hits in enumerate(seen.new, start=next_number)
    ]
    return tuple(sorted((_decided(life, decisions) for life in after), key=lambda life: life.number))


def _decided(life: Life, decisions: Sequence[Decision], until: datetime | None = None) -> Life:
    for decision in sorted(decisions, key=lambda each: each.at):
        if decision.number == life.number and (until is None or decision.at <= until):
            life = apply(life, decision)
    return life


def _after(
    life: Life, seen: Recognised, run: RunRecord, judged: Sequence[Judged], verified_after: int
) -> Life:
    hits = seen.again.get(life.number, [])
    if any(is_certain(hit) for hit in hits) or (hits and life.state not in GONE):
        return _met(life, hits, seen, run, judged)
    if hits or not was_good(life, judged):  # over its limit once more: neither there again nor gone
        return life.model_copy(update={"change": "not tried"})
    return _not_met(life, judged, verified_after)


def _not_met(life: Life, judged: Sequence[Judged], verified_after: int) -> Life:
    if not life.is_open:
        return life.model_copy(update={"change": "not met"})
    good_runs = life.good_runs + 1
    untried_now = untried(life, judged)
    update: dict[str, Any] = {
        "good_runs": good_runs,
        "runs_tried": life.runs_tried + 1,
        "change": "not met",
        "untried": tuple(who for who in untried_now if not life.good_runs or who in life.untried),
    }
    if good_runs >= verified_after:
        update |= {"state": "verified", "change": "verified", "quarantined_until": None}
    return life.model_copy(update=update)


def _met(life: Life, hits: Sequence[Hit], seen: Recognised, run: RunRecord, judged: Sequence[Judged]) -> Life:
    state, change = _state_when_met(life, hits)
    anew = not life.is_open
    counts = {
        "first_seen": run.started_at if anew else life.first_seen,
        "runs_in_a_row": 1 if anew or life.good_runs else life.runs_in_a_row + 1,
        "runs_met": 1 if anew else life.runs_met + 1,
        "runs_tried": 1 if anew else life.runs_tried + 1,
        "runs_one_of_two": (0 if anew else life.runs_one_of_two) + _is_flaky(hits),
        "good_runs": 0,
        "untried": (),
        "reopened": life.reopened + anew,
    }
    names = (*life.fingerprints, *seen.new_names(hits))
    told = {**_told(hits), "fingerprints": names, "last_seen": run.started_at, "last_run": run.id}
    met = life.model_copy(update={**counts, **told, "state": state, "change": change})
    return met.model_copy(update={"fine_for": fine_for(met, judged)})


def _state_when_met(life: Life, hits: Sequence[Hit]) -> tuple[State, Change]:
    flaky = _is_flaky(hits)
    if life.state == "verified":
        return "flaky" if flaky else "reopened", "reopened"
    if life.state == "fixed":
        return "reopened", "reopened"
    if life.state == "flaky" and not flaky:
        return "new", "new"
    return life.state, "again"


def _born(
    number: int, hits: Sequence[Hit], seen: Recognised, run: RunRecord, judged: Sequence[Judged]
) -> Life:
    life = Life(
        number=number,
        site_id=run.site_id,
        fingerprints=seen.new_names(hits),
        state="flaky" if _is_flaky(hits) else "new",
        first_seen=run.started_at,
        last_seen=run.started_at,
        last_run=run.id,
        runs_one_of_two=int(_is_flaky(hits)),
        **_told(hits),
    )
    return life.model_copy(update={"fine_for": fine_for(life, judged)})


def _told(hits: Sequence[Hit]) -> Mapping[str, Any]:
    """Return what is said of a finding as it was last seen; the first hit leads."""
    lead = hits[0].finding
    return {
        "kind": lead.kind,
        "verdict": lead.verdict,
        "sentence": lead.sentence,
        "detail": lead.detail,
        "action": lead.action,
        "place": lead.place,
        "met_by": tuple(_sighting(hit) for hit in _one_a_visit(hits)),
    }


def _is_flaky(hits: Sequence[Hit]) -> bool:
    """Tell whether every customer who met it was followed by one who did not."""
    return all(_again(hit) == "not again" for hit in _one_a_visit(hits))


def _one_a_visit(hits: Sequence[Hit]) -> list[Hit]:
    """Return one hit for each visit: the finding that decided about it, if that is among them."""
    of_visit: dict[str, Hit] = {}
    for hit in hits:
        if hit.leads or hit.visit.id not in of_visit:
            of_visit[hit.visit.id] = hit
    return list(of_visit.values())


def _again(hit: Hit) -> Again | None:
    return hit.judgement.again if hit.leads else None


def _sighting(hit: Hit) -> Sighting:
    visit, finding = hit.visit, hit.finding
    step = next((step for step in visit.steps if step.index == finding.step), None)
    return Sighting(
        visit_id=visit.id,
        journey=visit.journey.id,
        title=visit.journey.title,
        persona=visit.persona.id,
        who=visit.persona.who,
        share=visit.persona.share,
        owner=visit.journey.owner,
        touchpoint=visit.journey.touchpoint,
        step=step.index if step else None,
        step_name=step.name if step else "",
        fingerprint=finding.fingerprint,
        again=_again(hit),
    )
