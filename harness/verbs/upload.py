"""`upload`: hand over a file."""

from typing import TYPE_CHECKING

from harness.verbs.verb import File, FileField, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("upload {file} for {field}")
def upload(shopper: "Acting", field: FileField, file: File) -> None:
    """Press what asks for a file, and choose this one of the journeys folder."""
    shopper.upload(field, file)
