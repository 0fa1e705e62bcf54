"""A run and the lives of its findings in, what each costs out, as far as the company has said enough."""

from collections.abc import Mapping

from harness.history.model import Story
from harness.judge.cost.model import Price
from harness.record import RunRecord


def prices_of(record: RunRecord, story: Story) -> Mapping[int, Price]:
    """Return by its number what each open finding costs."""
    del record, story
    return {}
