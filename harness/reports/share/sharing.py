"""A run's folder in, a folder out that may be mailed or put on any web server."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder
from harness.reports.share.masking import Masking
from harness.reports.share.pages import Copy, shared_page
from harness.reports.share.personal import personal_values
from harness.reports.share.pictures import Pictures, shown_in
from harness.words import speaking

LIST = ".shared"
"""Names every file of a copy, so that a newer one may take its place."""

FRONT = "index.html"
ALLURE = "allure/index.html"


class ShareError(Exception):
    """The copy cannot be made; the message says why, and what to do."""


def share(run: RunFolder, visits: Sequence[VisitRecord], to: Path, *, with_allure: bool = False) -> int:
    """Make the copy, and return how many of its pictures were made unreadable.

    Args:
        run: The run, its pages made.
        visits: All that is recorded of it.
        to: A new or an empty folder, or an earlier copy, which is replaced.
        with_allure: Whether to take the Allure report along, as it is.

    Raises:
        ShareError: The folder holds something else, or cannot be written.
    """
    try:
        _make_room(to, run)
        with speaking(run.catalogue()):
            return _share(run, visits, to, with_allure=with_allure)
    except OSError as error:
        raise ShareError(f"{to}: the copy cannot be written: {error.strerror or error}.") from error


def pack(folder: Path, file: Path) -> None:
    """Put a copy into one file that can be mailed.

    Raises:
        ShareError: The file is there already, or cannot be written.
    """
    try:
        with ZipFile(file, "x", ZIP_DEFLATED) as packed:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.name != LIST:
                    packed.write(path, path.relative_to(folder))
    except FileExistsError as error:
        raise ShareError(f"{file}: there is such a file already. Name a new one.") from error
    except OSError as error:
        raise ShareError(f"{file}: the copy cannot be packed: {error.strerror or error}.") from error


def _share(run: RunFolder, visits: Sequence[VisitRecord], to: Path, *, with_allure: bool) -> int:
    record: RunRecord = run.read_run()
    masking = Masking(personal_values(record, visits), [run.path, run.path.parent, Path.cwd()])
    pictures = Pictures(run.path, masking, shown_in(list(visits)))
    own = [FRONT, *(f"journeys/{path.name}" for path in sorted((run.path / "journeys").glob("*.html")))]
    copy = Copy(masking, [*own, ALLURE] if with_allure else own, pictures.is_clear, pictures.has)
    for page in own:
        target = to / copy.page(page)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(shared_page((run.path / page).read_text("utf-8"), page, copy), encoding="utf-8")
    for file, name in copy.pictures.items():
        pictures.write(file, to / name)
    if with_allure and run.allure_report.is_file():
        shutil.copytree(run.allure_report.parent, to / "allure", dirs_exist_ok=True)
    made = sorted(path.relative_to(to).as_posix() for path in to.rglob("*") if path.is_file())
    (to / LIST).write_text("\n".join(made), encoding="utf-8")
    return sum(not pictures.is_clear(file) for file in copy.pictures)


def _make_room(to: Path, run: RunFolder) -> None:
    """Take away an earlier copy; leave everything else as it is, and refuse to mix with it."""
    if to.resolve().is_relative_to(run.path.resolve()):
        raise ShareError(f"{to}: a copy cannot lie within its own run. Name another folder.")
    if to.exists() and not to.is_dir():
        raise ShareError(f"{to}: this is a file. Name a folder.")
    there = {path.relative_to(to).as_posix() for path in to.rglob("*") if not path.is_dir()}
    listed = to / LIST
    own = {LIST, *listed.read_text(encoding="utf-8").splitlines()} if listed.is_file() else set[str]()
    if there - own:
        raise ShareError(
            f'{to}: there is something else in this folder, such as "{min(there - own)}". '
            "Name a new folder, or an empty one."
        )
    for file in there:
        (to / file).unlink()
