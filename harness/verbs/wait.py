"""`wait for`: what takes longer than a customer waits for anything else, and why."""

from typing import TYPE_CHECKING

from harness.values.durations import duration_ms
from harness.verbs.verb import LongestWait, Reason, Seen, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("wait for {target}, because {because}", acts=False)
def wait_for(shopper: "Acting", target: Seen, *, because: Reason, at_most: LongestWait = "60s") -> None:
    """Wait longer than usual until this can be seen, for a reason that reports tell."""
    shopper.expect(target, within_ms=duration_ms(at_most), when=f"within {at_most}, because {because}")
