"""A visit about to be walked in, walked step by step with its author out: she mends, it goes on."""

from dataclasses import dataclass, field, replace

import pytest

from harness.cli.trouble import AskedError
from harness.cli.trying.asking import END
from harness.cli.trying.choosing import Chosen, Wanted, choose_again
from harness.cli.trying.commitments import may_have_committed
from harness.cli.trying.steps import OneByOne
from harness.cli.trying.talk import Talk
from harness.plugin.collecting import visit_of
from harness.plugin.run import RUN
from harness.plugin.signing_in import set_out
from harness.plugin.walking import OUTFIT, SHOPPER
from harness.record import StepRecord
from harness.shopper.trouble.stopping import JourneyStopped, StoppedOnPurpose

AFTER_FAILURE = "Enter: read the file again and go on from this step"
BEFORE_STEP = "Enter: walk this step"
SINCE = "site.yaml or personas.yaml has changed: that counts when you begin again (b)."
ONCE_MORE = "again"
COMMITTED = f'"{{step}}" has committed already ({{level}}). To let it commit once more, type: {ONCE_MORE}'
OTHERWISE = "   b: from the beginning   t: what can be named here   q: end"


class BeginAgain(Exception):  # noqa: N818 -- a wish, and no error
    """The author wants to see it from the beginning."""


class EndedByAuthor(StoppedOnPurpose):
    """The author has seen enough, and nothing had failed."""

    def __init__(self, step: str) -> None:
        Exception.__init__(self, f'ended before "{step}"')


@dataclass(eq=False)  # pytest's plugin manager keeps plugins in a set
class Attending:
    """A pytest plugin that walks one visit together with its author."""

    wanted: Wanted
    chosen: Chosen
    talk: Talk
    _committed: dict[str, str] = field(default_factory=dict)
    """The level of each step that may have committed, by its name."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        """Walk the visit in place of its test."""
        if visit_of(pyfuncitem) is None:
            return None
        pyfuncitem.stash[OUTFIT] = replace(pyfuncitem.stash[OUTFIT], attended=True)
        while True:
            try:
                self._walk(pyfuncitem)
            except BeginAgain as wish:
                self._begin_again(pyfuncitem, wish)
            else:
                return True

    def _walk(self, item: pytest.Function) -> None:
        """Walk all steps, each as often as the author wishes."""
        steps = OneByOne(item.stash[SHOPPER], item.stash[SHOPPER].visit)
        at, slowly, was_asked = 0, False, False
        while at < len(steps):
            slowly = self.talk.asks and (slowly or steps.step(at).name == self.wanted.slowly_from)
            if slowly and not was_asked:
                self.talk.step_ahead(at, self.chosen)
                at = self._next(BEFORE_STEP, steps, at, EndedByAuthor(steps.step(at).name))
            try:
                with self.talk.telling_of(at, steps.step(at).name):
                    steps.walk(at)
            except JourneyStopped as stopped:
                at, was_asked = self._mended(item, steps, at, stopped), True
            else:
                self._note_commitment(steps, at)
                at, was_asked = at + 1, False
        steps.leave_parts()

    def _mended(self, item: pytest.Function, steps: OneByOne, at: int, stopped: JourneyStopped) -> int:
        """Stay where a step failed; return the step to go on with once the author has mended the file.

        Raises:
            JourneyStopped: She ends it, or nobody is there to mend.
        """
        record = self.talk.failure(steps.shopper, item.config.stash[RUN].folder)
        self._note_commitment(steps, at, record.failed_step())
        self.talk.nearest(steps.shopper, stopped.trouble)
        if not self.talk.asks:
            self.talk.says("")
            raise stopped
        return self._next(AFTER_FAILURE, steps, at, stopped)

    def _next(self, enter: str, steps: OneByOne, at: int, ending: Exception) -> int:
        """Ask what to do next, until it can be done; return the step to go on with.

        Raises:
            BeginAgain: The journey is wanted from the beginning.
            Exception: `ending`, where it is to end.
        """
        while True:
            answer = self.talk.question(f"{enter}{OTHERWISE}", steps.shopper)
            if answer == END:
                raise ending
            if answer == "t":
                self.talk.targets(steps.shopper)
            elif answer not in {"", "b"}:
                self.talk.says(f'"{answer}" is none of these.', "red")
            elif self._may_commit_again(steps, at, from_the_beginning=bool(answer)) and self._reads_again():
                if answer:
                    raise BeginAgain from ending
                return steps.mended(self.chosen.visit, at)

    def _note_commitment(self, steps: OneByOne, at: int, record: StepRecord | None = None) -> None:
        step = steps.step(at)
        if step.commits and may_have_committed(step, steps.visit, record):
            self._committed[step.name] = step.commits

    def _may_commit_again(self, steps: OneByOne, at: int, *, from_the_beginning: bool) -> bool:
        """Ask before anything is ordered or sent a second time: nothing commits blindly."""
        ahead = set(self._committed) if from_the_beginning else self._committed.keys() & {steps.step(at).name}
        return all(
            self.talk.question(COMMITTED.format(step=name, level=self._committed[name]), steps.shopper)
            == ONCE_MORE
            for name in sorted(ahead)
        )

    def _reads_again(self) -> bool:
        """Read the file as it is now; what is wrong with it is told, and the old one stays."""
        before = self.chosen
        try:
            self.chosen = choose_again(self.wanted, before.visit)
        except AskedError as error:
            self.talk.says(str(error), "red")
            return False
        if (before.visit.site, before.visit.persona) != (self.chosen.visit.site, self.chosen.visit.persona):
            self.talk.says(SINCE, "yellow")
        return True

    def _begin_again(self, item: pytest.Function, wish: BeginAgain) -> None:
        """Set out anew in a fresh browser context; what the first walk has to put back is put back."""
        item.stash[SHOPPER].leave(wish)
        outfit = item.stash[OUTFIT] = replace(item.stash[OUTFIT], visit=self.chosen.visit)
        item.stash[SHOPPER] = set_out(outfit, item.config.stash[RUN].folder.visit(outfit.visit.id))
        item.stash[SHOPPER].at_the_door.enter()
        self.talk.says("\nFrom the beginning:", "bold")
