"""`download`: take a file."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Clickable, FileName, FileType, Size, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("download {target}")
def download(
    shopper: "Acting",
    target: Clickable,
    *,
    name: FileName = None,
    type_: FileType = None,
    at_least: Size = None,
) -> None:
    """Click something and take the file that comes; it may have to have a name, a type, a size."""
    shopper.download(target, name=name, file_type=type_, at_least=at_least)
