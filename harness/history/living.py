"""A kept run in, the findings of its shop as it leaves them out: numbered as ever, decided as people said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from harness.findings.decisions import apply
from harness.findings.lives import live_on
from harness.findings.model import Decision, Life
from harness.history.folders import Findings, Judged
from harness.history.keeping import KeptRun, kept_run
from harness.history.tables import decisions, lives, runs
from harness.record import RunRecord


def previous_of(connection: Connection, kept: KeptRun) -> KeptRun | None:
    """Return the run of the same shop that ended before this one."""
    asked = select(runs).where(runs.c.shop == kept.shop, runs.c.at < kept.at)
    line = connection.execute(asked.order_by(runs.c.at.desc()).limit(1)).first()
    return kept_run(line) if line else None


def later_than(connection: Connection, kept: KeptRun) -> Sequence[KeptRun]:
    """Return the runs of the same shop that ended after this one, in their order."""
    asked = select(runs).where(runs.c.shop == kept.shop, runs.c.at > kept.at).order_by(runs.c.at)
    return [kept_run(line) for line in connection.execute(asked)]


def lives_at(connection: Connection, shop: str, *until: ColumnElement[bool]) -> dict[int, Life]:
    """Return all findings of a shop by their numbers, those that are gone too.

    Args:
        connection: The history.
        shop: What the runs of the shop have in common.
        until: Up to which run; none for the newest.
    """
    newest = (
        select(lives.c.number, func.max(lives.c.at).label("at"))
        .where(lives.c.shop == shop, *until)
        .group_by(lives.c.number)
        .subquery()
    )
    asked = select(lives.c.number, lives.c.life).join(
        newest, (lives.c.number == newest.c.number) & (lives.c.at == newest.c.at)
    )
    return {line.number: _life(line) for line in connection.execute(asked.where(lives.c.shop == shop))}


def _life(line: Any) -> Life:
    return Life.model_validate_json(line.life)


def told_of(connection: Connection, kept: KeptRun) -> tuple[Life, ...]:
    """Return what a run's reports tell: all that was open when it ended, and what it verified as gone."""
    all_of_them = lives_at(connection, kept.shop, lives.c.at <= kept.at)
    asked = select(lives.c.number).where(lives.c.run == kept.number, lives.c.state == "verified")
    verified = set(connection.execute(asked).scalars())
    return tuple(
        life
        for number, life in sorted(all_of_them.items())
        if life.is_open or (number in verified and life.change == "verified")
    )


def live_through(
    connection: Connection,
    kept: KeptRun,
    run: RunRecord,
    judged: Sequence[Judged],
    findings: Findings | None,
) -> None:
    """Write what a run makes of the findings of its shop.

    Args:
        connection: The history.
        kept: The run as it is kept.
        run: What it was about.
        judged: All its visits, with what they mean.
        findings: What its folder knows of them, for the sake of their numbers.
    """
    before = lives_at(connection, kept.shop, lives.c.at < kept.at)
    own = _named_already(connection, kept) or _on_disk(connection, kept, findings)
    highest = max(highest_number(connection), findings.last_number if findings else 0)
    said = _decisions_for(connection, kept, {*before, *(life.number for life in own)})
    after = live_on(tuple(before.values()), run, judged, said, highest + 1, run.verified_after)
    numbered = numbered_as_before(after, own, before)
    write_lives(connection, kept, before, [decided(life, said) for life in numbered], highest)


def numbered_as_before(
    after: Iterable[Life], own: Iterable[Life], before: Mapping[int, Life]
) -> Sequence[Life]:
    """Give findings that a run met first the numbers that they got when the run was kept first.

    Args:
        after: The findings after the run.
        own: The findings as this run and later ones left them, when they were kept before.
        before: The findings before the run.
    """
    numbers = {name: life.number for life in own if life.number not in before for name in life.fingerprints}
    named = []
    for life in after:
        known = next((numbers[name] for name in life.fingerprints if name in numbers), None)
        is_renamed = known is not None and life.number not in before
        named.append(life.model_copy(update={"number": known}) if is_renamed else life)
    return named


def write_lives(
    connection: Connection, kept: KeptRun, before: Mapping[int, Life], after: Iterable[Life], highest: int
) -> None:
    """Write the findings that a run has changed, and the highest number that was given by then."""
    connection.execute(delete(lives).where(lives.c.run == kept.number))
    changed = [life for life in after if _differs(before.get(life.number), life)]
    if changed:
        told = [
            {
                "number": life.number,
                "run": kept.number,
                "shop": kept.shop,
                "site_id": kept.site_id,
                "at": kept.at,
                "state": life.state,
                "life": life.model_dump_json(),
            }
            for life in changed
        ]
        connection.execute(insert(lives), told)
    highest = max((highest, *(life.number for life in changed)))
    connection.execute(update(runs).where(runs.c.number == kept.number).values(last_number=highest))


def _differs(before: Life | None, after: Life) -> bool:
    """Whether a run has changed a finding; of one that is gone it is no news that it was not met."""
    if before is None or before.is_open or after.is_open:
        return before != after
    return before.model_copy(update={"change": after.change}) != after


def highest_number(connection: Connection) -> int:
    """Return the highest number that a finding was ever given."""
    given = (func.max(lives.c.number), func.max(runs.c.last_number), func.max(decisions.c.finding))
    return max(connection.execute(select(number)).scalar() or 0 for number in given)


def newest_life(connection: Connection, number: int) -> Life | None:
    """Return a finding as it stands now, with all that people said of it."""
    asked = select(lives.c.life).where(lives.c.number == number).order_by(lives.c.at.desc()).limit(1)
    line = connection.execute(asked).first()
    return decided(_life(line), decisions_of(connection, {number})) if line else None


def decided(life: Life, said: Iterable[Decision]) -> Life:
    """Return a finding with what people said of it."""
    for decision in said:
        if decision.number == life.number:
            life = apply(life, decision)
    return life


def decisions_of(
    connection: Connection, numbers: Iterable[int], *when: ColumnElement[bool]
) -> Sequence[Decision]:
    """Return what people said of these findings, in its order."""
    asked = select(decisions).where(decisions.c.finding.in_(sorted(numbers)), *when)
    found = connection.execute(asked.order_by(decisions.c.at, decisions.c.number))
    return [Decision.model_validate_json(line.decision) for line in found]


def add_decision(connection: Connection, decision: Decision) -> None:
    """Write what somebody said, unless it is there."""
    told = {"at": decision.at, "finding": decision.number, "by": decision.by}
    there = select(decisions.c.number).where(*(decisions.c[name] == value for name, value in told.items()))
    if connection.execute(there).first() is None:
        line = told | {"decision": decision.model_dump_json()}
        connection.execute(insert(decisions).values(line))


def _named_already(connection: Connection, kept: KeptRun) -> tuple[Life, ...]:
    """Return the findings that have a number since this run or a later one was kept before, its own last."""
    asked = select(lives.c.life).where(lives.c.shop == kept.shop, lives.c.at >= kept.at)
    return tuple(_life(line) for line in connection.execute(asked.order_by(lives.c.at.desc())))


def _on_disk(connection: Connection, kept: KeptRun, findings: Findings | None) -> Sequence[Life]:
    """Return the findings that a run's folder names by a number that is not another shop's here."""
    found = findings.lives if findings else ()
    taken = taken_elsewhere(connection, kept, [life.number for life in found])
    return [life for life in found if life.number not in taken]


def taken_elsewhere(connection: Connection, kept: KeptRun, numbers: Sequence[int]) -> set[int]:
    """Return which numbers are those of another shop's findings, as where two histories were put together."""
    asked = select(lives.c.number).where(lives.c.number.in_(numbers), lives.c.shop != kept.shop)
    return set(connection.execute(asked).scalars())


def _decisions_for(connection: Connection, kept: KeptRun, numbers: Iterable[int]) -> Sequence[Decision]:
    """Return what was said since the run before, and until this one ended if another one came after it."""
    previous = previous_of(connection, kept)
    when = [decisions.c.at > previous.at] if previous else []
    asked = select(runs.c.number).where(runs.c.shop == kept.shop, runs.c.at > kept.at).limit(1)
    is_newest = connection.execute(asked).first() is None
    when += [] if is_newest else [decisions.c.at <= kept.at]
    return decisions_of(connection, numbers, *when)
