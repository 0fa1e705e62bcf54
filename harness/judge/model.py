"""What the judge says of a visit: a verdict, and findings a layman understands."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from harness.judge.effort.model import Effort
from harness.judge.verdicts import TURNS, Party, Turn, Verdict

FindingKind = Literal[
    "broken step",
    "site down",
    "slow step",
    "slow page",
    "slow journey",
    "machine busy",
    "annoyance",
    "missing nicety",
    "journey out of date",
    "faulty file",
    "blocked",
    "not walked",
    "not judged",
    "stopped on purpose",
]

Again = Literal["again", "not again", "otherwise"]
"""What a second walk at once showed: the same, nothing of the kind, or something else that stopped it."""


SLOW_KINDS: frozenset[FindingKind] = frozenset({"slow step", "slow page", "slow journey"})


class Finding(BaseModel):
    """A judged fact.

    Args:
        kind: What sort of fact.
        verdict: What it makes of the visit, were it the only one.
        sentence: What a customer meets, in plain words: the headline of reports.
        of_one: The same said of this shopper alone, for where nobody else met it; empty where it reads no
            better.
        detail: One or two plain sentences more: what was expected, what was seen.
        action: What to do about it, addressed to `party`.
        step: Index of the step it belongs to, if any.
        fingerprint: Stable over runs and wordings: journey, step, kind, cause.
        cause: What it is on the site, the same whichever journey meets it; empty where only the fingerprint
            tells.
        confidence: How sure the judge is that the party is the right one.
        place: `file:line` of the journey, for authors and developers.
        letter: A text to hand on as it is: to operations, or to those who mend the shopper.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: FindingKind
    verdict: Verdict
    sentence: str
    of_one: str = ""
    detail: str = ""
    action: str = ""
    step: int | None = None
    fingerprint: str
    cause: str = ""
    confidence: Literal["certain", "likely", "unsure"] = "certain"
    place: str = ""
    measured_ms: int | None = None
    limit_ms: int | None = None
    letter: str = ""

    @property
    def party(self) -> Party:
        """Whose turn it is."""
        return TURNS[self.verdict].party


class Judgement(BaseModel):
    """The verdict of a visit with the findings it rests on, worst first.

    Last come those that decide nothing: what could not be tidied up after the visit had been stopped.

    Args:
        again: What a second walk at once showed of a visit that failed; None without one.
        effort: What it cost a customer; None of one that was not walked, or judged by an older version.
        walked_with: What its times compare with; empty where no browser was started.
        timed: The steps that it has times of, by their names; "" is the journey as a whole.
        over: The fingerprints of all that was over its limit, told or not, or that could not be judged.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    again: Again | None = None
    effort: Effort | None = None
    walked_with: str = ""
    timed: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def turn(self) -> Turn:
        """What follows for each reader."""
        return TURNS[self.verdict]

    @property
    def headline(self) -> str:
        """The sentence that leads; empty when all was fine."""
        return self.findings[0].sentence if self.findings else ""
