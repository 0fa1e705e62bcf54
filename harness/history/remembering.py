"""A judged run in, what its reports tell of the time before it out."""

from collections.abc import Sequence

from harness.history.model import Story
from harness.judge import Judgement
from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder


def remember(folder: RunFolder, run: RunRecord, judged: Sequence[tuple[VisitRecord, Judgement]]) -> Story:
    """Keep a run in the history and return what is known of the time before it.

    Nothing that happens to the history keeps a run from its reports: the story then tells its problem.

    Args:
        folder: Where the run lies.
        run: What it was about.
        judged: All its visits, with what they mean.
    """
    del folder, run, judged
    return Story()
