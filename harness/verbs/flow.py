"""`if see` and `repeat until see`: what a customer does only if, or until, she sees something."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Again, Once, Seen, Times, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("if see {target}", acts=False)
def if_see(shopper: "Acting", target: Seen) -> Once:
    """Do what stands below `do:` if this can be seen; otherwise go on without it."""
    return shopper.sees(target)


@verb("repeat until see {target}", acts=False)
def repeat_until_see(shopper: "Acting", target: Seen, *, at_most: Times) -> Again:
    """Do what stands below `do:` until this can be seen, so often at the most; then the step is broken."""
    if shopper.sees(target):
        return False
    if shopper.rounds < int(at_most):
        return True
    shopper.expect(target, when=f"after {rounds(shopper.rounds)}")
    return False


def rounds(count: int) -> str:
    """Return a number of rounds in words."""
    return f"{count} round{'' if count == 1 else 's'}"
