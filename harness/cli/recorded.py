"""The name of a visit in, its record out, and the journey it was made from as it is now."""

from dataclasses import dataclass
from pathlib import Path

from harness.cli.trouble import AskedError
from harness.compile.visits import plan_visits
from harness.demo.journeys_root import journeys_root
from harness.language.folder import find_root
from harness.language.model import Journey, Site
from harness.language.project import load_journey
from harness.language.rules.surroundings import Surroundings
from harness.language.surroundings import surroundings_of
from harness.record import RunRecord, VisitRecord
from harness.record.folder import LATEST, RunFolder, find_run
from harness.record.journal import JOURNAL, RecordError, read_visit

EMBEDDED = "demo"
SHOWN = 8


@dataclass(frozen=True)
class Recorded:
    """A visit of an earlier run."""

    folder: RunFolder
    run: RunRecord
    visit: VisitRecord


def find_visit(typed: str, reports: Path) -> Recorded:
    """Find a visit by `RUN/VISIT`, by its folder, or by `VISIT` alone in the latest run.

    Raises:
        AskedError: There is no such run or visit, or several visits begin like this.
    """
    path = Path(typed)
    run_name, _, visit_name = typed.rstrip("/").rpartition("/")
    try:
        if (path / JOURNAL).is_file():
            folder, name = RunFolder(path.resolve().parents[1]), path.resolve().name
        else:
            folder = find_run(run_name or LATEST, reports)
            name = _only(visit_name, folder)
        return Recorded(folder, folder.read_run(), read_visit(folder.visit(name)))
    except RecordError as error:
        raise AskedError(str(error)) from error


def _only(beginning: str, folder: RunFolder) -> str:
    names = sorted(journal.parent.name for journal in folder.path.glob(f"visits/*/{JOURNAL}"))
    fitting = [name for name in names if name.startswith(beginning)]
    if beginning in names:
        return beginning
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise AskedError(
            f'{len(fitting)} visits of {folder.path.name} begin with "{beginning}":{_listed(fitting)}\n'
            "Type more of the one you mean."
        )
    raise AskedError(f'no visit of {folder.path.name} begins with "{beginning}". Its visits:{_listed(names)}')


def _listed(names: list[str]) -> str:
    more = [f"and {len(names) - SHOWN} more"] if len(names) > SHOWN else []
    return "".join(f"\n  {name}" for name in [*names[:SHOWN], *more])


def journey_now(recorded: Recorded, reports: Path) -> tuple[Path, Site]:
    """Return the file of the journey the visit was made from, and the site, if they still ask for that visit.

    Raises:
        AskedError: The journey is gone or faulty, asks for other visits now, or visits another site.
    """
    path = _file_of(recorded.visit, reports)
    root = find_root(path)
    surroundings = surroundings_of(root) if root else None
    loaded = load_journey(path, surroundings) if surroundings else ()
    if surroundings is None or not surroundings.sites or not isinstance(loaded, Journey):
        raise AskedError(f"{path}: the journey cannot be walked as it is now. Type: harness check {path}")
    then = recorded.visit
    site = _site_now(recorded, surroundings)
    planned = plan_visits(loaded, site=site, personas=surroundings.personas, parts=surroundings.parts)
    if site.name != then.site or site.address not in {EMBEDDED, then.address}:
        raise AskedError(
            f"the visit was made on {then.site} at {then.address}, but site.yaml now leads to {site.name}"
            f" at {site.address}. To walk it there, type: harness run {path}"
        )
    if then.id not in {visit.id for visit in planned}:
        raise AskedError(
            f"{path}: the journey no longer asks for the visit {then.id}: its rows or personas were changed."
            f" Type: harness run {path}"
        )
    return path, site


def _site_now(recorded: Recorded, surroundings: Surroundings) -> Site:
    """Return the site a visit was made on as it is now; the default one when it is there no longer."""
    default = next(iter(surroundings.sites.values()))
    return surroundings.sites.get(recorded.run.site_id, default)


def _file_of(visit: VisitRecord, reports: Path) -> Path:
    file = visit.journey.place.file
    places = (reports.parent, Path.cwd(), *Path.cwd().parents, journeys_root().parent)
    found = next((place / file for place in places if (place / file).is_file()), None)
    if found is None:
        raise AskedError(
            f"{file}: the journey of this visit is no longer there. Go to the folder that holds it."
        )
    return found
