"""Steps in, a problem for each file they name that is not there, or not below the journeys folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.language.enclosed import NoSuchFileError, file_below
from harness.language.model import Action, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.verbs.verb import Reads


def check_files(steps: Sequence[Step | Use], reading: Reading, root: Path) -> None:
    """Report files that no visit could use; a part's are reported in the part."""
    for step in steps:
        for action in with_blocks(step.do) if isinstance(step, Step) else ():
            for text in _files_of(action, reading):
                try:
                    file_below(root, text)
                except NoSuchFileError as error:
                    reading.problem(reading.find(text, action.place), str(error))


def _files_of(action: Action, reading: Reading) -> Iterator[str]:
    parameters = reading.verbs[action.verb].parameters
    for parameter, text in zip(parameters, action.arguments, strict=False):
        if parameter.how.reads is Reads.FILE and text:
            yield text
