"""A dialog of the browser in, the customer's answer to it out, and a note of both."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Friction
from harness.shopper.acting.locating import whole
from harness.shopper.evidence.noise import Noise
from harness.shopper.trouble.stopping import Obstacle
from harness.verbs.answer import CANCEL, OK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Dialog

    from harness.grammar.target import Target
    from harness.shopper.clock import VisitClock
    from harness.shopper.noticing.frictions import FrictionLog

MOST = 50
LONGEST = 300
ON_LEAVING = "Leave this page?"
"""Browsers ask it in words of their own, which no page can choose."""
_BY_HERSELF: "Mapping[str, str]" = {
    "alert": "and the customer took note",
    "confirm": "and the customer said no",
    "prompt": "and the customer wrote nothing",
    "beforeunload": "and the customer left all the same",
}
"""What a careful customer does: she agrees to nothing that a journey did not tell her to agree to."""
_AS_TOLD = 'and the customer answered "{}"'
_REPLIES: "Mapping[str, tuple[str, ...]]" = {
    "alert": (OK,),
    "confirm": (OK, CANCEL),
    "beforeunload": (OK, CANCEL),
}
"""What may be answered; a prompt takes any text besides."""


@dataclass(frozen=True)
class Expected:
    """What the journey answers to a question; `number` counts the answers of its step from 0."""

    number: int
    question: "Target"
    reply: str


@dataclass
class Dialogs:
    """Answers dialogs at once: until then their page stands still.

    Args:
        clock: The visit's.
        log: Where dialogs are noted that the journey knows nothing of.
        waiting: The answers of this step to what has not been asked yet.
    """

    clock: "VisitClock"
    log: "FrictionLog"
    waiting: list[Expected] = field(default_factory=list)
    _told: int = 0
    _since_ms: int = 0
    _wrong: tuple[Expected, Obstacle] | None = None
    _noted: list[tuple[Noise, str]] = field(default_factory=list)

    def step_begins(self) -> None:
        """Forget the answers of the step before."""
        self.waiting, self._told, self._wrong = [], 0, None
        self._since_ms = self.clock.now_ms()

    def expect(self, question: "Target", reply: str) -> None:
        """Know what to answer to a question of this step."""
        self.waiting.append(Expected(self._told, question, reply))
        self._told += 1

    @property
    def missed(self) -> tuple[Expected, Obstacle] | None:
        """The first answer of this step that could not be given, and why."""
        if self._wrong or not self.waiting:
            return self._wrong
        never = self.waiting[0]
        asked = [said for noise, said in self._noted if noise.at_ms >= self._since_ms]
        instead = f" It asked: {', '.join(asked)}" if asked else ""
        return never, Obstacle(
            "check failed",
            f"the page never asked {never.question.plain}.{instead}".removesuffix("."),
            target=never.question.text,
            wanted=f"{never.question.plain} to be asked",
        )

    def since(self, at_ms: int) -> tuple[str, ...]:
        """Return what pages asked since a moment of the visit, and what was answered."""
        return tuple(noise.text for noise, _ in self._noted if noise.at_ms >= at_ms)

    def on_dialog(self, dialog: "Dialog") -> None:
        """Answer a dialog."""
        leaving = dialog.type == "beforeunload"
        words = ON_LEAVING if leaving else " ".join(dialog.message.split())
        expected = next((each for each in self.waiting if whole(each.question).search(words)), None)
        said = words[:LONGEST]
        reply = self._reply(expected, dialog.type) if expected else None
        does = _BY_HERSELF[dialog.type] if reply is None else _AS_TOLD.format(reply)
        self._note(f'"{said}", {does}', said)
        if not expected:
            self.log.add(Friction(kind="dialog", what=f'"{said}", {does}'))
        try:
            _answer(dialog, reply)
        except BrowserError:
            return  # its page is gone, and the dialog with it

    def _reply(self, expected: Expected, kind: str) -> str | None:
        """Return the journey's reply; None, with a note of it, where such a dialog has no button for it."""
        self.waiting.remove(expected)
        replies = _REPLIES.get(kind, (expected.reply,))
        if expected.reply in replies:
            return expected.reply
        message = (
            f"{expected.question.plain} is answered with {' or '.join(replies)}, not with"
            f' "{expected.reply}": nothing can be typed there'
        )
        self._wrong = expected, Obstacle("journey fault", message, target=expected.question.text)
        return None

    def _note(self, text: str, said: str) -> None:
        if len(self._noted) < MOST:
            self._noted.append((Noise(self.clock.now_ms(), text), f'"{said}"'))


def _answer(dialog: "Dialog", reply: str | None) -> None:
    by_herself = OK if dialog.type in {"alert", "beforeunload"} else CANCEL
    reply = by_herself if reply is None else reply
    if reply == CANCEL:
        dialog.dismiss()
    elif dialog.type == "prompt":
        dialog.accept(dialog.default_value if reply == OK else reply)
    else:
        dialog.accept()
