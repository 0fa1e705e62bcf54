"""The steps of a compiled journey in, a walked visit and its record out."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harness.browser.bounded import TimeIsUp, at_most
from harness.record import Place, VisitRecord
from harness.shopper.acting.calling import Call, Walking, Words, read_call
from harness.shopper.acting.doing import Doing, Mark, do
from harness.shopper.acting.outcome import asked_for_ms, tell_outcome
from harness.shopper.at_the_door import AtTheDoor
from harness.shopper.committing.commitments import Commitments
from harness.shopper.committing.pressing import Pressing
from harness.shopper.leaving import Leaving
from harness.shopper.lines import calling_line
from harness.shopper.notebook import Notebook
from harness.shopper.trouble.ends import ending_of
from harness.shopper.trouble.failing import Failing
from harness.shopper.trouble.fault import trouble_of
from harness.shopper.trouble.stopping import JourneyStopped, Obstacle, StoppedOnPurpose
from harness.shopper.windows import ACTION_MS
from harness.verbs.verb import Block

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.compile.visits import PlannedVisit
    from harness.shopper.acting.hands import Hands
    from harness.shopper.secrets import Scrubber
    from harness.shopper.stepping import StepUnderWay
    from harness.verbs import Verb

CLEANUP = "cleanup"


class Shopper:
    """Walks one visit. Every verb of the journey language is a method: `shopper.click("Apply")`."""

    def __init__(self, notebook: Notebook, hands: "Hands", *, commitments: Commitments, base: Path) -> None:
        """Put the shopper together; see `visiting.begin_visit`.

        Args:
            notebook: Where steps are kept.
            hands: What acts on the page.
            commitments: What decides whether a control that commits is pressed.
            base: The folder above the journeys, which places are told relative to.
        """
        self.visit = notebook.visit
        self._notebook = notebook
        self._hands = hands
        self._commitments = commitments
        self._pressing = Pressing(commitments, hands)
        self._place_of = partial(calling_line, base=base, otherwise=notebook.visit.journey.place)
        self._part: str | None = None
        self._cleanups: list[Callable[[Shopper], None]] = []
        self._leaving = Leaving(notebook, hands)
        self.at_the_door = AtTheDoor(notebook, hands, self._leaving.go)

    @property
    def page(self) -> "Page":
        """Playwright's page the shopper is on: the newest of the visit, unless she switched to another."""
        return self._hands.page

    @property
    def scrubber(self) -> "Scrubber":
        """What knows the secrets this visit has used."""
        return self._hands.scrubber

    def step(self, name: str, *, within_ms: int | None = None) -> AbstractContextManager[None]:
        """Begin a step; what is done and checked inside belongs to it."""
        return self._walk_step(name, within_ms, self._place_of(inspect.currentframe()))

    def part(self, name: str, values: Mapping[str, str] | None = None) -> AbstractContextManager[None]:
        """Walk the steps of a part, which sees only these values."""
        return self._walk_part(name, values or {})

    def afterwards(self, cleanup: "Callable[[Shopper], None]") -> None:
        """Walk this once the visit is over, however it ends."""
        self._cleanups.append(cleanup)

    def take_over(self, visit: "PlannedVisit", *, at: int) -> None:
        """Go on with a mended journey, whose steps before `at` count as walked; what was remembered stays."""
        self.visit = self._notebook.visit = visit
        del self._notebook.steps[at:]
        self._hands.values.take_over(visit)
        self._cleanups.clear()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Offer each verb as a method; what a `Mark` says of its click goes with it.

        One with a block of actions returns whether they are done, or yields as often as they are.
        """
        known = self.visit.journey.verbs.values() if "visit" in vars(self) else ()
        verb = next((verb for verb in known if verb.call == name), None)
        if verb is None:
            raise AttributeError(f'the shopper knows no verb "{name}"')

        def do(
            *texts: str,
            commits: str = "",
            costs: str = "",
            undoes: str = "",
            refused: bool = False,
            **words: Any,
        ) -> bool | Iterator[None] | None:
            __tracebackhide__ = True
            place = self._place_of(inspect.currentframe())
            if verb.block is Block.AGAIN:
                return self._rounds(verb, texts, words, place)
            return self._act(verb, texts, words, Mark(commits, costs, undoes, refused), place)

        return do

    def leave(self, stopped: BaseException | None) -> VisitRecord:
        """End the visit: clean up, write the end, close the browser's context, return the whole record."""
        ending = ending_of(stopped)
        duration_ms, reached = self._now_ms(), len(self._notebook.steps)
        if reached or self._notebook.under_way:
            self._clean_up(interrupted=ending == "cut short")
        self._hands.pacing.note_loads()
        self._notebook.journal.waited(self._hands.pacing.waited_ms)
        record = self._notebook.close(ending, reached=reached, duration_ms=duration_ms)
        self._leaving.go()
        return self._notebook.keep_files(stopped=ending != "walked") or record

    def close(self) -> None:
        """Close the browser's context, if it is still open."""
        self._leaving.close()

    def _clean_up(self, *, interrupted: bool) -> None:
        """Put everything back; where the run is interrupted, only what is owed to the site."""
        undone = {step.undoes for step in self.visit.cleanup if step.undoes}
        owes = bool(undone) and self._commitments.has_left(undone)
        if (undone or interrupted) and not owes:
            return
        if interrupted:
            self._leaving.drop_what_is_under_way()
        self._part = CLEANUP
        for cleanup in self._cleanups:
            with suppress(Exception):  # its step holds the trouble; the judge tells it
                cleanup(self)

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
        self._hands.niceties_missing, self._hands.evidence = step.niceties_missing, step.evidence
        self._hands.accidents.surprises.dialogs.step_begins()
        try:
            with self._commitments.of_step(place):
                yield
                self._check_answers(step)
        except JourneyStopped as stopped:
            self._notebook.end(step, "failed", self._page_if_there(), stopped.trouble)
            raise
        except StoppedOnPurpose:
            self._notebook.end(step, "stopped on purpose", self._page_if_there())
            raise
        except Exception as fault:
            self._notebook.end(step, "failed", self._page_if_there(), trouble_of(fault, place))
            raise
        self._notebook.end(step, "passed", self._page_if_there())

    def _rounds(self, verb: "Verb", texts: tuple[str, ...], words: Words, place: Place) -> Iterator[None]:
        __tracebackhide__ = True
        for done in count():
            self._hands.rounds = done
            if not self._act(verb, texts, words, Mark(), place):
                return
            yield

    def _act(
        self, verb: "Verb", texts: tuple[str, ...], words: Words, mark: Mark, place: Place
    ) -> bool | None:
        __tracebackhide__ = True
        step = self._notebook.under_way
        if step is None:
            raise RuntimeError(
                f'shopper.{verb.call}() outside a step. Put it inside "with shopper.step(...)".'
            )
        self._hands.pacing.before(verb, self._page_if_there())
        doing = Doing(
            verb.name, f"{verb.name} {' '.join(texts)}", place, self._now_ms(), only_looks=not verb.acts
        )
        try:
            with at_most(ACTION_MS + asked_for_ms(verb, words), ask=self._ask_page):
                self._do(read_call(verb, texts, words, Walking(self._hands)), doing, mark, step.name)
        except (Obstacle, TimeIsUp) as stopped:
            raise self._stop(step, stopped, doing, texts) from stopped
        except StoppedOnPurpose:
            doing.sentence = f"stopped before: {doing.sentence}"
            step.actions.append(doing.record(self._now_ms()))
            raise
        pressed = self._hands.presses.place if verb.acts else None
        step.actions.append(doing.record(self._now_ms(), box=pressed, entries=self._hands.entries))
        return self._hands.goes_in if verb.block else None

    def _do(self, call: Call, doing: Doing, mark: Mark, step: str) -> None:
        __tracebackhide__ = True
        doing.sentence = call.sentence
        self._hands.is_own_verb = bool(call.verb.home)
        with self._pressing.on_its_terms(call, mark, step=step, place=doing.place):
            try:
                if do(call, self._hands, commits=bool(self._hands.committing)):
                    self._hands.aside = "and once more"
            finally:
                doing.sentence = ", ".join(filter(None, (call.sentence, self._hands.aside)))
        tell_outcome(doing, call, self._hands)

    def _stop(
        self, step: "StepUnderWay", stopped: Obstacle | TimeIsUp, doing: Doing, texts: tuple[str, ...]
    ) -> JourneyStopped:
        """Find out what stopped an action, and return what stops the journey."""
        now_ms, failing = self._now_ms(), Failing(self._hands, self._notebook)
        obstacle = failing.really(stopped, texts[0] if texts else "", doing.verb)
        step.actions.append(doing.record(now_ms, held=False, box=failing.box(obstacle)))
        unasked = failing.unasked(step, obstacle)
        if unasked:
            obstacle, doing = unasked
        return JourneyStopped(failing.trouble(step, obstacle, doing, texts))

    def _check_answers(self, step: "StepUnderWay") -> None:
        """Stop the journey if it has an answer that nobody asked for."""
        __tracebackhide__ = True
        unasked = Failing(self._hands, self._notebook).unasked(step)
        if unasked:
            raise self._stop(step, *unasked, (unasked[0].target,)) from unasked[0]

    def _ask_page(self) -> None:
        self._hands.accidents.question(self._hands.page_if_there)

    def _now_ms(self) -> int:
        return self._notebook.senses.clock.now_ms()

    def _page_if_there(self) -> "Page | None":
        return self._hands.page_if_there
