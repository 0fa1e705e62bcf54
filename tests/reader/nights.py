"""A run's folder in, the same run as if it had been walked some nights earlier out."""

import os
import re
import shutil
from datetime import datetime, timedelta
from pathlib import Path

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_TOLD = ("run.json", "plan.jsonl", "end.json", "side-effects.json")


def earlier(run: Path, reports: Path, *, nights: int) -> Path:
    """Copy a run into another folder of reports, moved back by so many nights; pictures are linked.

    Reports, judgements and findings are left behind: they are made anew there.
    """
    moved_by = timedelta(days=-nights)
    name = f"{datetime.strptime(run.name, '%Y-%m-%d-%H%M%S') + moved_by:%Y-%m-%d-%H%M%S}"  # noqa: DTZ007
    into = reports / name
    shutil.copytree(
        run,
        into,
        ignore=shutil.ignore_patterns(
            "allure*", "journeys", "last-good", "index.html", "findings.json", "judgement.json", "*.sqlite*"
        ),
        copy_function=os.link,
    )
    for file in (*(into / told for told in _TOLD), *into.rglob("record.jsonl")):
        if file.is_file():
            text = file.read_text(encoding="utf-8").replace(run.name, name)
            file.unlink()  # a link to the run that was copied
            file.write_text(_MOMENT.sub(lambda m: _moved(m[0], moved_by), text), encoding="utf-8")
    return into


def _moved(moment: str, by: timedelta) -> str:
    return (datetime.fromisoformat(moment) + by).isoformat()
