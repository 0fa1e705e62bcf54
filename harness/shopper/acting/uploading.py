"""What asks for a file in, the file handed over: pressed and chosen, as a customer does it."""

from pathlib import Path
from typing import TYPE_CHECKING

from harness.grammar.target import Meaning
from harness.language.enclosed import NoSuchFileError, file_below
from harness.shopper.acting.input.pointer import Pointer
from harness.shopper.acting.waiting import wait_for
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import FileChooser, Locator

    from harness.grammar.target import Target
    from harness.shopper.acting.hands import Hands

_LABEL_INSTEAD = """element => {
  if (!element.matches('input[type=file]') || !element.labels?.length) return null;
  const { width, height } = element.getBoundingClientRect();
  const { clip, clipPath } = getComputedStyle(element);
  const isUnseen = width <= 2 || height <= 2 || /^rect\\(0/.test(clip) || /^inset\\((50|100)%/.test(clipPath);
  if (!isUnseen) return null;
  return element.closest('label') ? 'ancestor::label' : `ancestor::*[last()]//label[@for="${element.id}"]`;
}"""
"""Where the label of a field is that is drawn away, as shops do whose label looks like a button."""


def file_to_give(root: Path, text: str) -> Path:
    """Return the file that a journey names.

    Raises:
        Obstacle: It has gone since the journey was checked.
    """
    try:
        return file_below(root, text)
    except NoSuchFileError as error:
        raise Obstacle("journey fault", str(error), target=text) from error


def upload(hands: "Hands", field: "Target", file: str) -> None:
    """Press a field, a button or a label, and choose the file in the window that opens.

    Raises:
        Obstacle: It is not there, or no such window opens.
    """
    given, opened = file_to_give(hands.root, file), list["FileChooser"]()
    hands.read_over()
    control, page, timeout_ms = hands.find(field, Meaning.FILE_FIELD), hands.page, hands.action_timeout_ms
    if isinstance(hands.input, Pointer):
        control = _seen(control, timeout_ms)

    def on_chooser(chooser: "FileChooser") -> None:
        opened.append(chooser)

    page.on("filechooser", on_chooser)
    try:
        hands.press(control)
        chooser = wait_for(page, lambda: next(iter(opened), None), timeout_ms=timeout_ms)
    finally:
        page.remove_listener("filechooser", on_chooser)
    if chooser is None:
        window = f"the window to choose a file for {field.plain}"
        raise Obstacle("check failed", f"{window} did not open", target=window, wanted=f"{window} to open")
    chooser.set_files(given, timeout=timeout_ms)
    hands.presses.answered()


def _seen(control: "Locator", timeout_ms: int) -> "Locator":
    """Return what customers press on the screen: the label, where the field itself is drawn away."""
    label = control.evaluate(_LABEL_INSTEAD, timeout=timeout_ms)
    return control.locator(f"xpath={label}").filter(visible=True).first if label else control
