"""`press`: press a key."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Key, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("press {key}")
def press(shopper: "Acting", key: Key) -> None:
    """Press a key or a combination where the cursor is: `Enter`, `Tab`, `Shift+Tab`."""
    shopper.read_over()
    shopper.press_key(key)
