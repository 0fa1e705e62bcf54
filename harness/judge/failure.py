"""A failed step with what was around it; and what a rule may decide of it."""

from dataclasses import dataclass
from typing import Literal

from harness.judge.model import FindingKind
from harness.judge.verdicts import Verdict
from harness.record import PageHealth, StepRecord, Trouble, VisitRecord

SERVER_ERROR = 500
CLIENT_ERROR = 400
_HEALTHY = PageHealth(url="")


@dataclass(frozen=True)
class Failure:
    """A failed step with what was around it. `first_page`: nothing of the site was seen before."""

    visit: VisitRecord
    step: StepRecord
    trouble: Trouble

    @property
    def health(self) -> PageHealth:
        """How the page was."""
        return self.trouble.health or _HEALTHY

    @property
    def status(self) -> int:
        """The status the page came with; 0 when it is not known."""
        if self.trouble.kind == "error page" and self.trouble.seen:
            return int(self.trouble.seen)
        return self.health.status or 0

    @property
    def first_page(self) -> bool:
        """Whether nothing of the site had been seen before."""
        seen = [v for step in self.visit.steps for v in step.page_views if (v.status or 200) < CLIENT_ERROR]
        return not seen

    @property
    def stuck_popup(self) -> str | None:
        """What could not be closed, in this step or before it."""
        steps = self.visit.steps[: self.step.index + 1]
        stuck = (f.what for step in steps for f in step.friction if f.kind == "popup stuck")
        return next(stuck, None)


@dataclass(frozen=True)
class Ruling:
    """What a rule decides. `cause` is part of the fingerprint: no numbers, no wording of the day."""

    verdict: Verdict
    kind: FindingKind
    cause: str
    detail: str
    action: str
    confidence: Literal["certain", "likely", "unsure"] = "certain"
    sentence: str = ""
