"""A judged run in, what its reports tell of the time before it out, whatever happens to the history."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from harness.history.book import HistoryError, history_place
from harness.history.model import Story
from harness.judge import Judgement
from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder

if TYPE_CHECKING:
    from harness.database.place import Place
    from harness.history.history import History

Judged = tuple[VisitRecord, Judgement]
COMPANIONS = ("", "-wal", "-shm")
"""What SQLite adds to the name of its file for those beside it."""


def remember(  # noqa: PLR0913 -- a run, and how it is to be kept
    folder: RunFolder,
    run: RunRecord,
    judged: Sequence[Judged],
    *,
    asked: str = "",
    headline: str = "",
    say: Callable[[str], None] = lambda _line: None,
) -> Story:
    """Keep a run in the history and return what is known of the time before it.

    Nothing that happens to the history keeps a run from its reports: the story then tells its problem. A file
    that is damaged is put aside, and built anew from the folders of the runs, as one that is missing is.

    Args:
        folder: Where the run lies.
        run: What it was about.
        judged: All its visits, with what they mean.
        asked: What was asked for with `--history`.
        headline: The sentence that leads its page.
        say: Told what takes longer.
    """
    reports = folder.path.parent
    try:
        place = history_place(asked, reports)
        try:
            return _kept(place, folder, run, judged, headline, say)
        except HistoryError as error:
            if error.trouble not in {"damaged", "gone"} or place.is_server:
                raise
            aside = put_aside(place)
        story = _kept(place, folder, run, judged, headline, say)
    except (HistoryError, OSError, ValueError) as error:
        return Story(problem=f"{error}")
    notice = f"The history was damaged: it was built anew, and what was there is in {aside}."
    return replace(story, notices=(notice, *story.notices))


def opened(place: "Place", reports: Path) -> "History":
    """Open the history; its libraries are loaded only now.

    Raises:
        HistoryError: It cannot be used, or a newer version has written it.
    """
    from harness.history.history import open_history  # noqa: PLC0415 -- a database's library takes a while

    return open_history(place, reports)


def _kept(  # noqa: PLR0913, PLR0917 -- as `remember`
    place: "Place",
    folder: RunFolder,
    run: RunRecord,
    judged: Sequence[Judged],
    headline: str,
    say: Callable[[str], None],
) -> Story:
    history = opened(place, folder.path.parent)
    made_up = history.make_up(say, but=folder)
    story = history.keep(folder, run, judged, headline)
    if not made_up:
        return story
    runs = "1 run was" if made_up == 1 else f"{made_up} runs were"
    return replace(story, notices=(f"{runs} not in the history yet, and came into it now.",))


def put_aside(place: "Place", kept_as: str = "damaged") -> Path:
    """Give a file of the history another name; the first process that does so does it for all.

    Raises:
        OSError: It cannot be renamed.
    """
    with FileLock(f"{place.path}.lock"):
        now = datetime.now().astimezone()
        aside = place.path.with_name(f"{place.path.name}.{kept_as}-{now:%Y-%m-%d-%H%M%S-%f}")
        for more in COMPANIONS:
            with suppress(FileNotFoundError):
                Path(f"{place.path}{more}").rename(f"{aside}{more}")
    return aside
