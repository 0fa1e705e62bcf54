"""A judged run in, the lines of the tables that keep it out."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from harness.history.folders import Judged
from harness.judge import Verdict
from harness.judge.comparable import walked_with
from harness.judge.figures import keyed
from harness.judge.verdicts import TURNS, Party
from harness.record import RunRecord
from harness.record.experienced import touchpoints_of

Line = dict[str, Any]


def shop_of(run: RunRecord) -> str:
    """Return what a shop's runs have in common: what `sites:` calls it, else its name."""
    return run.site_id or run.site


def end_of(run: RunRecord, judged: Sequence[Judged]) -> datetime:
    """Return when the last walk of a run ended."""
    ends = (visit.started_at + timedelta(milliseconds=visit.duration_ms) for visit, _ in judged)
    return max((run.started_at, *ends))


def line_of_run(run: RunRecord, headline: str) -> Line:
    """Return a run as a line of its table, without its numbers and its end."""
    return {
        "id": run.id,
        "started_at": run.started_at,
        "shop": shop_of(run),
        "site_id": run.site_id,
        "site": run.site,
        "address": run.address,
        "headline": headline,
        "version": run.harness_version,
    }


def lines_of_visits(judged: Sequence[Judged]) -> Iterator[Line]:
    """Yield the visits as lines of their table."""
    for visit, judgement in judged:
        effort, journey = judgement.effort, visit.journey
        is_known = effort is not None and effort.is_known
        yield {
            "visit": visit.id,
            "journey": journey.id,
            "title": journey.title,
            "persona": visit.persona.id,
            "who": visit.persona.who,
            "touchpoint": journey.touchpoint,
            "owner": journey.owner,
            "row": json.dumps(visit.row, ensure_ascii=False, sort_keys=True),
            "verdict": judgement.verdict.value,
            "headline": judgement.headline,
            "started_at": visit.started_at,
            "duration_ms": visit.duration_ms,
            "customer_time_ms": effort.customer_time_ms if effort and is_known else None,
            "hassles": len(effort.hassles) if effort and is_known else None,
            "one_of_two": judgement.again == "not again",
        }


def lines_of_experiences(judged: Sequence[Judged]) -> Iterator[Line]:
    """Yield what was really experienced, a line a touchpoint of each visit."""
    for visit, judgement in judged:
        if is_experience(judgement.verdict):
            for touchpoint in touchpoints_of(visit):
                yield {"visit": visit.id, "touchpoint": touchpoint}


def lines_of_figures(judged: Sequence[Judged]) -> Iterator[Line]:
    """Yield the figures of pages and steps, a line a visit: by their key the value, and if it was over."""
    for visit, _ in judged:
        told = {key: (measure.value, measure.over) for key, measure in keyed(visit)}
        if told:
            figures = json.dumps(told, ensure_ascii=False)
            yield {"visit": visit.id, "walked_with": walked_with(visit), "figures": figures}


def is_experience(verdict: Verdict) -> bool:
    """Whether a walk came to an end that can be judged: it went well, or it is the company's turn."""
    return verdict is Verdict.FINE or TURNS[verdict].party is Party.COMPANY
