"""The tests of a run in, those out that the operator chose by stage, owner, severity, tag or persona."""

import warnings
from collections.abc import Collection, Sequence

import pytest

from harness.compile.choosing import Choice
from harness.language.rules.surroundings import is_for
from harness.plugin.collecting import visit_of
from harness.plugin.faulty import FaultyItem
from harness.plugin.options import UNKNOWN, choice_of


def refuse_unknown(config: pytest.Config) -> None:
    """Refuse a word that no journey says; a worker warns, and has nothing to walk.

    Raises:
        pytest.UsageError: What is wrong, with the nearest word.
    """
    problem = config.stash.get(UNKNOWN, None)
    if problem and hasattr(config, "workerinput"):  # pytest-xdist tells warnings of its workers, not errors
        warnings.warn(pytest.PytestWarning(problem), stacklevel=1)
    elif problem:
        raise pytest.UsageError(problem)


def keep_chosen(items: list[pytest.Item], before: Sequence[pytest.Item], config: pytest.Config) -> None:
    """Leave out what was not chosen. A faulty file stays: nobody knows what it would say of itself.

    Args:
        items: What is to be walked; it is changed.
        before: All that was collected, where also those are that `-k` and `-m` left out.
        config: pytest's.
    """
    choice = choice_of(config)
    if not choice:
        return
    config.stash[UNKNOWN] = config.stash.get(UNKNOWN, None) or choice.unknown_word(
        visit for visit in map(visit_of, before) if visit
    )
    _leave_out([item for item in items if not _is_chosen(item, choice)], items, config)


def keep_for_site(items: list[pytest.Item], config: pytest.Config) -> tuple[str, ...]:
    """Leave out the visits that are not for the site of this run; return the titles of their journeys."""
    elsewhere = {
        item: visit.journey.title
        for item in items
        if (visit := visit_of(item)) and not is_for(visit.journey, visit.site)
    }
    _leave_out(elsewhere, items, config)
    return tuple(dict.fromkeys(elsewhere.values()))


def _leave_out(unwanted: Collection[pytest.Item], items: list[pytest.Item], config: pytest.Config) -> None:
    if unwanted:
        config.hook.pytest_deselected(items=list(unwanted))
        items[:] = [item for item in items if item not in unwanted]


def _is_chosen(item: pytest.Item, choice: Choice) -> bool:
    visit = visit_of(item)
    return choice.fits(visit) if visit else isinstance(item, FaultyItem)
