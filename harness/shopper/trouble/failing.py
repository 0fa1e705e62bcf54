"""An action that failed in, the trouble with all that can be known of it out: in bounded time."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp, at_most
from harness.record import Box, Trouble
from harness.shopper.acting.doing import Doing
from harness.shopper.acting.typing_secrets import was_kept_back
from harness.shopper.acting.waiting import wait_for
from harness.shopper.trouble.accidents import NO_PAGE, set_free
from harness.shopper.trouble.diagnosis import Diagnosis, FailedAction
from harness.shopper.windows import DIAGNOSIS_MS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.shopper.acting.hands import Hands
    from harness.shopper.notebook import Notebook
    from harness.shopper.stepping import StepUnderWay
    from harness.shopper.trouble.stopping import Obstacle

BOX_TIMEOUT_MS = 500
ASKS_SERVERS = "request"
"""The verb that has nothing to do with the page she looks at."""


@dataclass(frozen=True)
class Failing:
    """Looks into an action that failed, as far as there is still a page to look at."""

    hands: "Hands"
    notebook: "Notebook"

    def really(self, stopped: "Obstacle | TimeIsUp", target: str, verb: str) -> "Obstacle":
        """Return what really stood in the way."""
        page, accidents = self.hands.page_if_there, self.hands.accidents
        page = None if verb == ASKS_SERVERS else page
        if isinstance(stopped, TimeIsUp):
            return accidents.late(stopped, target, page)
        really = accidents.behind(stopped, page)
        if page is None or really.kind in NO_PAGE or not self.hands.scrubber.knows_any:
            return really
        return was_kept_back(page) or really

    def box(self, obstacle: "Obstacle") -> Box | None:
        """Return where on the screen the failed action was, if its target was found at all."""
        if obstacle.box or self.hands.found is None or obstacle.kind in {*NO_PAGE, "page hung"}:
            return obstacle.box
        try:
            box = self.hands.found.bounding_box(timeout=BOX_TIMEOUT_MS)
        except BrowserError:
            return None
        return Box(**box) if box else None

    def unasked(
        self, step: "StepUnderWay", behind: "Obstacle | None" = None
    ) -> "tuple[Obstacle, Doing] | None":
        """Return the answer of a step that could not be given, once the customer has waited for the question.

        Args:
            step: The step.
            behind: Return it only if it may be what is behind this obstacle: something that is not as
                it should be, where all that was to be done could be done.
        """
        dialogs, page = self.hands.accidents.surprises.dialogs, self.hands.page_if_there
        if behind is None and dialogs.waiting and page:
            with suppress(BrowserError):  # whoever is gone asks no more
                wait_for(page, lambda: not dialogs.waiting or None, timeout_ms=self.hands.action_timeout_ms)
        missed = dialogs.missed
        if missed is None or (behind and behind.kind not in {"check failed", "value unreadable"}):
            return None
        answer, obstacle = missed
        answers = [action for action in step.actions if action.verb == "answer"]
        (given,) = answers[answer.number : answer.number + 1] or step.actions[-1:]  # a verb of a team's own
        return obstacle, Doing(given.verb, given.sentence, given.place, self.notebook.senses.clock.now_ms())

    def trouble(
        self, step: "StepUnderWay", obstacle: "Obstacle", doing: "Doing", texts: tuple[str, ...]
    ) -> Trouble:
        """Return the trouble as the judge needs it, and keep the evidence for it with the step."""
        failed = FailedAction(
            verb=doing.verb,
            target=texts[0] if texts else "",
            place=doing.place,
            step_began_ms=step.started_ms,
            acted_ms=step.acted_ms,
            neighbours=step.planned.do if step.planned else (),
        )
        senses, page = self.notebook.senses, self.hands.page_if_there
        diagnosis = Diagnosis(
            self.hands, senses.views, senses.noise, senses.surprises, senses.collectors.page_texts
        )
        beside = doing.verb == ASKS_SERVERS
        if page is None or beside or obstacle.kind in NO_PAGE or not self._can_be_seen(page, obstacle):
            return _bare(obstacle, failed)
        try:
            with senses.own_time.spent(), at_most(DIAGNOSIS_MS):
                trouble, evidence = diagnosis.of(obstacle, failed, step.picture)
        except (TimeIsUp, BrowserError):  # it went down while it was looked at
            return _bare(obstacle, failed)
        step.evidence += evidence
        return trouble

    def _can_be_seen(self, page: "Page", obstacle: "Obstacle") -> bool:
        if obstacle.kind not in {"page hung", "no answer"}:
            return True
        return set_free(page, self.notebook.senses.protocol.line_to(page))


def _bare(obstacle: "Obstacle", failed: FailedAction) -> Trouble:
    """Return the trouble where there is no page to look at, or none that answers."""
    return Trouble(
        kind=obstacle.kind,
        verb=failed.verb,
        target=obstacle.target or failed.target,
        message=obstacle.message,
        wanted=obstacle.wanted,
        seen=obstacle.seen,
        matches=obstacle.matches,
        technical=obstacle.technical,
        place=failed.place,
        in_verb=obstacle.in_verb,
    )
