"""The text of a file in, what its comments waive out: `# waive css-target: the shop has no name for it`.

A comment waives on its own line; one that fills a line waives on the next line that is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harness.grammar.near import did_you_mean
from harness.language.advice.advice import CODES, UNUSED_WAIVER, Advice
from harness.language.model import Place
from harness.language.reading.source import Source

_WAIVER = re.compile(r"(?:^|\s)# waive (?P<codes>[\w-]+(?:, *[\w-]+)*)")


@dataclass(frozen=True)
class Waiver:
    """One code that is waived in one line of a file."""

    code: str
    line: int
    place: Place

    def covers(self, advice: Advice) -> bool:
        """Say whether it is about this advice."""
        return (self.code, self.line) == (advice.code, advice.place.line)

    @property
    def unused(self) -> Advice:
        """What is said of it when it waives nothing."""
        if self.code not in CODES:
            message = f'there is no advice "{self.code}". {did_you_mean(self.code, CODES)}'
        else:
            message = f'line {self.line} has no "{self.code}" to waive. Take the comment out.'
        return Advice(UNUSED_WAIVER, self.place, message)


def waivers_in(source: Source) -> Iterator[Waiver]:
    """Yield all that a file waives."""
    for number, line in enumerate(source.lines, start=1):
        for found in _WAIVER.finditer(line):
            for code in re.finditer(r"[\w-]+", found["codes"]):
                place = Place(source.file, number, found.start("codes") + code.start() + 1)
                yield Waiver(code.group(), _waived_line(source, number), place)


def _waived_line(source: Source, number: int) -> int:
    while source.line(number).lstrip().startswith("#"):
        number += 1
    return number
