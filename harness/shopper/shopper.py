"""The steps of a compiled journey in, a walked visit and its record out."""

import inspect
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.record import ActionRecord, Box, Place, Trouble, VisitRecord
from harness.shopper.calling import Call, Words, read_call
from harness.shopper.diagnosis import Diagnosis, FailedAction
from harness.shopper.notebook import Notebook
from harness.shopper.stopping import JourneyStopped, Obstacle, StoppedOnPurpose
from harness.verbs import VERBS, Verb

if TYPE_CHECKING:
    from types import FrameType

    from playwright.sync_api import Page

    from harness.record import Ending
    from harness.shopper.hands import Hands
    from harness.shopper.secrets import Scrubber
    from harness.shopper.stepping import StepUnderWay

CLEANUP = "cleanup"
BOX_TIMEOUT_MS = 500
_VERBS_BY_CALL = {verb.call: verb for verb in VERBS.values()}


class Shopper:
    """Walks one visit. Every verb of the journey language is a method: `shopper.click("Apply")`."""

    def __init__(self, notebook: Notebook, hands: "Hands", *, granted: frozenset[str], base: Path) -> None:
        """Put the shopper together; see `visiting.begin_visit`.

        Args:
            notebook: Where steps are kept.
            hands: What acts on the page.
            granted: The levels of commitment this run may reach.
            base: The folder above the journeys, which places are told relative to.
        """
        self.visit = notebook.visit
        self._notebook = notebook
        self._hands = hands
        self._granted = granted
        self._base = base
        self._part: str | None = None
        self._cleanups: list[Callable[[Shopper], None]] = []

    @property
    def page(self) -> "Page":
        """Playwright's page the shopper is on: the newest of the visit."""
        return self._hands.page

    @property
    def scrubber(self) -> "Scrubber":
        """What knows the secrets this visit has used."""
        return self._hands.scrubber

    def step(self, name: str, *, within_ms: int | None = None) -> AbstractContextManager[None]:
        """Begin a step; what is done and checked inside belongs to it."""
        return self._walk_step(name, within_ms, self._place(inspect.currentframe()))

    def part(self, name: str, values: Mapping[str, str] | None = None) -> AbstractContextManager[None]:
        """Walk the steps of a part, which sees only these values."""
        return self._walk_part(name, values or {})

    def afterwards(self, cleanup: "Callable[[Shopper], None]") -> None:
        """Walk this once the visit is over, however it ends."""
        self._cleanups.append(cleanup)

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Offer each verb as a method; `commits` names the level that its click reaches."""
        if name not in _VERBS_BY_CALL:
            raise AttributeError(f'the shopper knows no verb "{name}"')
        verb = _VERBS_BY_CALL[name]

        def do(*texts: str, commits: str | None = None, **words: Any) -> None:
            __tracebackhide__ = True
            self._act(verb, texts, words, commits, self._place(inspect.currentframe()))

        return do

    def leave(self, stopped: BaseException | None) -> VisitRecord:
        """End the visit: clean up, write the end, close the browser's context, return the whole record."""
        ending = _ending(stopped)
        duration_ms, reached = self._now_ms(), len(self._notebook.steps)
        if ending != "cut short" and reached:
            self._clean_up()
        record = self._notebook.close(ending, reached=reached, duration_ms=duration_ms)
        self._notebook.senses.stop(self._hands.context)
        self.close()
        return self._notebook.keep_files(stopped=ending != "walked") or record

    def close(self) -> None:
        """Close the browser's context, if it is still open."""
        try:
            self._hands.context.close()
        except BrowserError:  # the browser died: what it had not handed over is lost
            return

    def _clean_up(self) -> None:
        self._part = CLEANUP
        for cleanup in self._cleanups:
            try:
                cleanup(self)
            except JourneyStopped:
                continue  # its step holds the trouble; the judge tells it
            except StoppedOnPurpose:
                continue

    @contextmanager
    def _walk_part(self, name: str, values: Mapping[str, str]) -> Iterator[None]:
        gives = self.visit.parts[name].gives if name in self.visit.parts else ()
        outer, self._part = self._part, self._part or name
        try:
            with self._hands.values.part(values, gives):
                yield
        finally:
            self._part = outer

    @contextmanager
    def _walk_step(self, name: str, within_ms: int | None, place: Place) -> Iterator[None]:
        __tracebackhide__ = True
        step = self._notebook.begin(name, within_ms=within_ms, place=place, part=self._part)
        self._hands.niceties_missing = step.niceties_missing
        try:
            yield
        except JourneyStopped as stopped:
            self._notebook.end(step, "failed", self._page_if_there(), stopped.trouble)
            raise
        except StoppedOnPurpose:
            self._notebook.end(step, "stopped on purpose", self._page_if_there())
            raise
        except Exception as fault:
            self._notebook.end(step, "failed", self._page_if_there(), _fault(fault, place))
            raise
        self._notebook.end(step, "passed", self._page_if_there())

    def _act(
        self, verb: Verb, texts: tuple[str, ...], words: Words, commits: str | None, place: Place
    ) -> None:
        __tracebackhide__ = True
        step = self._notebook.under_way
        if step is None:
            raise RuntimeError(
                f'shopper.{verb.call}() outside a step. Put it inside "with shopper.step(...)".'
            )
        doing = _Doing(verb.name, f"{verb.name} {' '.join(texts)}", place, self._now_ms())
        try:
            call = read_call(verb, texts, words, self._hands)
            doing.sentence = call.sentence
            self._do(call, commits)
        except Obstacle as obstacle:
            step.actions.append(doing.record(self._now_ms(), held=False, box=self._box(obstacle)))
            raise JourneyStopped(self._diagnose(step, obstacle, texts, doing)) from obstacle
        except StoppedOnPurpose:
            doing.sentence = f"stopped before: {doing.sentence}"
            step.actions.append(doing.record(self._now_ms()))
            raise
        step.actions.append(doing.record(self._now_ms()))

    def _do(self, call: Call, commits: str | None) -> None:
        __tracebackhide__ = True
        if commits and commits not in self._granted:
            call.stop_before(self._hands, commits)
        call.do(self._hands)

    def _box(self, obstacle: Obstacle) -> Box | None:
        """Return where on the screen the failed action was, if its target was found at all."""
        if obstacle.box or self._hands.found is None or obstacle.kind in {"browser lost", "page crashed"}:
            return obstacle.box
        try:
            box = self._hands.found.bounding_box(timeout=BOX_TIMEOUT_MS)
        except BrowserError:
            return None
        return Box(**box) if box else None

    def _diagnose(
        self, step: "StepUnderWay", obstacle: Obstacle, texts: tuple[str, ...], doing: "_Doing"
    ) -> Trouble:
        senses = self._notebook.senses
        failed = FailedAction(
            verb=doing.verb,
            target=texts[0] if texts else "",
            place=doing.place,
            step_began_ms=step.started_ms,
            acted_ms=step.acted_ms,
            neighbours=step.planned.do if step.planned else (),
        )
        diagnosis = Diagnosis(self._hands, senses.views, senses.noise, senses.collectors.page_texts)
        with senses.own_time.spent():
            trouble, evidence = diagnosis.of(obstacle, failed, step.picture)
        step.evidence += evidence
        return trouble

    def _now_ms(self) -> int:
        return self._notebook.senses.clock.now_ms()

    def _page_if_there(self) -> "Page | None":
        pages = self._hands.context.pages
        return pages[-1] if pages else None

    def _place(self, frame: "FrameType | None") -> Place:
        """Return the line that called: in a walked journey that is the line of the YAML."""
        caller = frame.f_back if frame else None
        if caller is None:  # an interpreter without frames
            return Place(file=self.visit.journey.place.file, line=self.visit.journey.place.line)
        path = Path(caller.f_code.co_filename)
        file = path.relative_to(self._base) if path.is_relative_to(self._base) else path
        return Place(file=file.as_posix(), line=caller.f_lineno)


@dataclass
class _Doing:
    """An action while it is done."""

    verb: str
    sentence: str
    place: Place
    began_ms: int

    def record(self, now_ms: int, *, held: bool = True, box: Box | None = None) -> ActionRecord:
        return ActionRecord(
            verb=self.verb,
            sentence=self.sentence,
            place=self.place,
            started_ms=self.began_ms,
            duration_ms=now_ms - self.began_ms,
            held=held,
            box=box,
        )


def _ending(stopped: BaseException | None) -> "Ending":
    if stopped is None:
        return "walked"
    if isinstance(stopped, StoppedOnPurpose):
        return "stopped on purpose"
    return "stopped" if isinstance(stopped, Exception) else "cut short"


def _fault(fault: Exception, place: Place) -> Trouble:
    return Trouble(
        kind="harness fault",
        verb="",
        message=f"{type(fault).__name__}: {fault}",
        technical="".join(traceback.format_exception(fault)),
        place=place,
    )
