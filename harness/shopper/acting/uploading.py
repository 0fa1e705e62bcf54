"""What asks for a file in, the file handed over: pressed and chosen, as a customer does it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from harness.language.enclosed import NoSuchFileError, file_below
from harness.shopper.acting.waiting import wait_for
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FileChooser, Page

    from harness.grammar.target import Target


def file_to_give(root: Path, text: str) -> Path:
    """Return the file that a journey names.

    Raises:
        Obstacle: It has gone since the journey was checked.
    """
    try:
        return file_below(root, text)
    except NoSuchFileError as error:
        raise Obstacle("journey fault", str(error), target=text) from error


@dataclass(frozen=True)
class WantsFile:
    """What asks for a file once it is pressed."""

    page: "Page"
    field: "Target"
    press: "Callable[[], None]"


def give_file(asking: WantsFile, file: Path, *, timeout_ms: int) -> None:
    """Press a field, a button or a label, and choose the file in the window that opens.

    Raises:
        Obstacle: No such window opens.
    """
    opened: list[FileChooser] = []

    def on_chooser(chooser: "FileChooser") -> None:
        opened.append(chooser)

    page = asking.page
    page.on("filechooser", on_chooser)
    try:
        asking.press()
        chooser = wait_for(page, lambda: next(iter(opened), None), timeout_ms=timeout_ms)
    finally:
        page.remove_listener("filechooser", on_chooser)
    if chooser is None:
        window = f"the window to choose a file for {asking.field.plain}"
        raise Obstacle("check failed", f"{window} did not open", target=window, wanted=f"{window} to open")
    chooser.set_files(file, timeout=timeout_ms)
