"""A judged run in, what its reports tell of the time before it out, whatever happens to the history."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from filelock import FileLock

from harness.history.book import PASSING, HistoryError, history_place
from harness.history.folders import Judged, Lead
from harness.history.made_up import MadeUp
from harness.history.model import Story
from harness.record import RunRecord
from harness.record.folder import RunFolder

if TYPE_CHECKING:
    from harness.database.place import Place
    from harness.history.history import History

Say = Callable[[str], None]
Used = TypeVar("Used")
OWN_DEFECT = "The history failed by a defect of the harness itself: {}. Please report it."
MADE_UP_FOR = "The next run makes up for it."
REPLAYED = "It is one visit walked again by hand, which is no run in the history: findings stand as before."
COMPANIONS = ("", "-wal", "-shm")
"""What SQLite adds to the name of its file for those beside it."""


def remember(  # noqa: PLR0913 -- a run, and how it is to be kept
    folder: RunFolder,
    run: RunRecord,
    judged: Sequence[Judged],
    *,
    asked: str = "",
    lead: Lead = lambda _run, _judged: "",
    say: Say = lambda _line: None,
) -> Story:
    """Keep a run in the history and return what is known of the time before it.

    Nothing that happens to the history keeps a run from its reports: the story then tells its problem. A file
    that is damaged is put aside, and built anew from the folders of the runs, as one that is missing is.

    Args:
        folder: Where the run lies.
        run: What it was about.
        judged: All its visits, with what they mean.
        asked: What was asked for with `--history`.
        lead: Makes the sentence that leads the page of a run.
        say: Told what takes longer.
    """
    if run.replays:
        return Story(problem=REPLAYED)
    reports = folder.path.parent
    try:
        place = history_place(asked, reports)
    except HistoryError as error:
        return Story(problem=str(error))
    try:
        story, aside = or_anew(place, lambda: _kept(opened(place, reports), folder, run, judged, lead, say))
    except (HistoryError, OSError) as error:
        return Story(problem=f"{error} {MADE_UP_FOR}" if _passes(error) else str(error))
    except Exception as error:  # noqa: BLE001 -- the run's reports are worth more than what was before it
        told = place.without_password(f"{type(error).__name__}: {error}")
        return Story(problem=OWN_DEFECT.format(told))
    if aside is None:
        return story
    notice = f"The history was damaged: it was built anew, and what was there is in {aside}."
    return replace(story, notices=(notice, *story.notices))


def _passes(error: Exception) -> bool:
    return isinstance(error, HistoryError) and error.trouble in PASSING


def rebuild_history(place: "Place", reports: Path, lead: Lead, say: Say) -> tuple[MadeUp, Path | None]:
    """Build the history anew from the folders of the runs.

    Returns:
        What was read, and where a damaged file is now.

    Raises:
        HistoryError: It cannot be used.
        OSError: A damaged file cannot be put aside.
    """
    return or_anew(place, lambda: opened(place, reports).rebuild(lead, say))


def or_anew(place: "Place", use: Callable[[], Used]) -> tuple[Used, Path | None]:
    """Use the history; if its file is damaged, put that aside and do so again with an empty one.

    Returns:
        What came out, and where a damaged file is now.

    Raises:
        HistoryError: It cannot be used.
        OSError: A damaged file cannot be put aside.
    """
    seen = _identity(place)
    try:
        return use(), None
    except HistoryError as error:
        if error.trouble not in {"damaged", "gone"} or place.is_server:
            raise
        aside = put_aside(place, seen)
    return use(), aside


def opened(place: "Place", reports: Path) -> "History":
    """Open the history; its libraries are loaded only now.

    Raises:
        HistoryError: It cannot be used, or a newer version has written it.
    """
    from harness.history.history import open_history  # noqa: PLC0415 -- a database's library takes a while

    return open_history(place, reports)


def _kept(  # noqa: PLR0913, PLR0917 -- as `remember`
    history: "History", folder: RunFolder, run: RunRecord, judged: Sequence[Judged], lead: Lead, say: Say
) -> Story:
    made_up = history.make_up(lead, say, but=folder)
    story = history.keep(folder, run, judged, lead(run, judged))
    return replace(story, notices=tuple(made_up.notices()))


def put_aside(place: "Place", seen: int | None) -> Path | None:
    """Give a file of the history another name, unless another process has done so.

    Args:
        place: Where it lies.
        seen: Which file was there when it was opened.

    Returns:
        The new name.

    Raises:
        OSError: It cannot be renamed.
    """
    with FileLock(f"{place.path}.lock"):
        if seen is not None and _identity(place) != seen:
            return None
        now = datetime.now().astimezone()
        aside = place.path.with_name(f"{place.path.name}.damaged-{now:%Y-%m-%d-%H%M%S-%f}")
        for more in COMPANIONS:
            with suppress(FileNotFoundError):
                Path(f"{place.path}{more}").rename(f"{aside}{more}")
    return aside


def _identity(place: "Place") -> int | None:
    """Return which file lies there now; None where there is none."""
    try:
        return None if place.is_server else place.path.stat().st_ino
    except OSError:
        return None
