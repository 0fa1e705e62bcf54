"""`see`, `not see` and `should see`: what must be true, must not be, and would be nice."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Seen, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("see {claim}", acts=False)
def see(shopper: "Acting", claim: Seen) -> None:
    """Wait until this can be seen, or this value passes its checks; otherwise the step is broken."""
    shopper.expect(claim)


@verb("not see {claim}", acts=False)
def not_see(shopper: "Acting", claim: Seen) -> None:
    """Wait until this can no longer be seen; otherwise the step is broken."""
    shopper.expect(claim, seen=False)


@verb("should see {claim}", acts=False)
def should_see(shopper: "Acting", claim: Seen) -> None:
    """Note when this is missing, and go on."""
    shopper.hope(claim)
