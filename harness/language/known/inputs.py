"""What a shopper acts with, by the words of the personas file; by default what her device has."""

MOUSE, TOUCH, KEYBOARD = "mouse", "touch", "keyboard"
INPUTS = (MOUSE, TOUCH, KEYBOARD)


def has_touch(asked: str | None, *, device: bool) -> bool:
    """Return whether pages find a touch screen; who uses nothing but keys leaves her device as it is."""
    return device if asked in {None, KEYBOARD} else asked == TOUCH
