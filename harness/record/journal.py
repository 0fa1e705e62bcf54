"""Events of a visit in, lines of JSON out as they happen; and the lines folded back into a record.

A run that is killed leaves every line it had written: the record it folds to says `cut short`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from harness.record import (
    Evidence,
    HeldBack,
    MachineLoad,
    PageView,
    PersonaFacts,
    SideEffect,
    StepRecord,
    Trouble,
    VisitRecord,
)
from harness.record.visit import AGAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.record import Ending, NotContacted

JOURNAL = "record.jsonl"
_OF_THE_VISIT = frozenset(
    {"evidence", "held back", "machine", "not contacted", "persona", "side effects", "waited"}
)
"""Events that say something of the visit as a whole."""


class RecordError(Exception):
    """A record that cannot be read; the message names the file and what is wrong with it."""


class Journal:
    """Writes what happens in one visit, a line an event, each on disk before the next begins."""

    def __init__(self, folder: Path, visit: VisitRecord, *, scrub: Callable[[Any], Any]) -> None:
        """Create `folder` and write the first line: who set out to do what.

        Args:
            folder: The visit's own folder.
            visit: What is known before the first step.
            scrub: Takes every secret out of JSON values; nothing is written past it.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._scrub = scrub
        self._file = folder / JOURNAL
        self._file.write_text("", encoding="utf-8")
        self._write("visit", visit.model_dump(mode="json"))

    def step_begins(self, step: StepRecord) -> None:
        """Note a step that has begun, so that a killed run shows where it was."""
        self._write("step begins", step.model_dump(mode="json"))

    def step_ends(self, step: StepRecord) -> None:
        """Note a finished step with all that was observed in it."""
        self._write("step", step.model_dump(mode="json"))

    def page_views(self, views: Mapping[int, tuple[PageView, ...]]) -> None:
        """Note the figures of each step's page views once they are complete."""
        told = {str(index): [view.model_dump(mode="json") for view in seen] for index, seen in views.items()}
        self._write("page views", {"views": told})

    def persona(self, found: PersonaFacts) -> None:
        """Note how much of what was asked of the shopper the pages found to be so."""
        self._write("persona", {"persona": found.model_dump(mode="json")})

    def ran_on(self, machine: MachineLoad) -> None:
        """Note how busy the machine was during the visit."""
        self._write("machine", {"machine": machine.model_dump(mode="json")})

    def waited(self, waited_ms: int) -> None:
        """Note how long the visit waited for its turns at the site."""
        self._write("waited", {"waited_ms": waited_ms})

    def kept_from(self, hosts: "Sequence[NotContacted]") -> None:
        """Note which hosts were asked for and not contacted."""
        told = [each.model_dump(mode="json") for each in hosts]
        self._write("not contacted", {"not_contacted": told})

    def held_back(self, held: HeldBack) -> None:
        """Note why a control that commits was not pressed."""
        self._write("held back", {"held_back": held.model_dump(mode="json")})

    def side_effects(self, effects: Iterable[SideEffect]) -> None:
        """Note what was done to the site by now; what was noted before no longer counts."""
        told = [effect.model_dump(mode="json") for effect in effects]
        self._write("side effects", {"side_effects": told})

    def ends(
        self,
        ending: "Ending",
        *,
        duration_ms: int,
        outcome_checks: int,
        not_reached: tuple[StepRecord, ...] = (),
        trouble: Trouble | None = None,
    ) -> VisitRecord:
        """Write the end of the visit and return the whole record."""
        end = {
            "ending": ending,
            "duration_ms": duration_ms,
            "outcome_checks": outcome_checks,
            "not_reached": [step.model_dump(mode="json") for step in not_reached],
            "trouble": trouble.model_dump(mode="json") if trouble else None,
        }
        self._write("end", end)
        return read_visit(self.folder)

    def shown_by(self, evidence: tuple[Evidence, ...]) -> VisitRecord:
        """Note what shows the visit as a whole, and return the whole record."""
        self._write("evidence", {"evidence": [piece.model_dump(mode="json") for piece in evidence]})
        return read_visit(self.folder)

    def clear_beside(self) -> None:
        """Remove the files beside the record; folders, which are other walks, stay."""
        for file in self.folder.iterdir():
            if file.is_file() and file != self._file:
                file.unlink()

    def _write(self, event: str, what: dict[str, Any]) -> None:
        line = json.dumps({"event": event, **self._scrub(what)}, ensure_ascii=False)
        with self._file.open("a", encoding="utf-8") as lines:
            lines.write(f"{line}\n")


def note_waiting(folder: Path, *, still: bool) -> None:
    """Note in the journal of a folder that its visit waits for its turn at the site, or no longer does."""
    with (folder / JOURNAL).open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"event": "waits", "still": still}) + "\n")


def read_visit(folder: Path) -> VisitRecord:
    """Fold the journal in `folder` into a record, with that of the second walk if there was one.

    Raises:
        RecordError: The journal is missing, or has no first line that can be read.
    """
    journal = folder / JOURNAL
    try:
        return _fold(_events(journal)).model_copy(update={"again": _second_walk(folder / AGAIN)})
    except (OSError, KeyError, ValidationError) as error:
        raise RecordError(f"{journal}: cannot be read as a record: {error}") from error


def _second_walk(folder: Path) -> VisitRecord | None:
    """Read the second walk; one that was killed at its start does not take the first with it."""
    try:
        return read_visit(folder)
    except RecordError:
        return None


def _events(journal: Path) -> Iterator[dict[str, Any]]:
    for line in journal.read_bytes().splitlines():
        try:
            event = json.loads(line)
        except ValueError:  # the line being written when the run was killed: half of it, or of a letter
            return
        yield event


def _fold(events: Iterable[dict[str, Any]]) -> VisitRecord:
    visit: dict[str, Any] = {}
    planned: list[dict[str, Any]] = []
    steps: list[dict[str, Any]] = []
    begun: dict[str, Any] | None = None
    for event in events:
        name = event.pop("event")
        if name == "visit":
            visit, planned = event, event.pop("steps")
        elif name == "step begins":
            begun = {**event, "outcome": "cut short"}
        elif name == "step":
            steps = [*(step for step in steps if step["index"] < event["index"]), event]  # it was tried again
            begun = None
        elif name == "page views":
            for step in steps:
                step["page_views"] = event["views"].get(str(step["index"]), step["page_views"])
        elif name in _OF_THE_VISIT:
            visit = {**visit, **event}
        elif name == "end":
            steps += event.pop("not_reached")
            visit, planned = {**visit, **event}, []
    if begun:
        steps.append(begun)
    steps += planned[len(steps) :]  # no end was written: nobody came to these
    return VisitRecord.model_validate({**visit, "steps": steps})
