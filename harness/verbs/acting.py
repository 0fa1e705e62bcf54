"""What a verb may ask of the shopper: the whole interface between a verb and the run."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from harness.grammar.target import Meaning, Target
    from harness.verbs.request import Asking
    from harness.verbs.verb import Claim


class Acting(Protocol):
    """The shopper as a verb sees her. Every method may stop the step; none returns half a result."""

    @property
    def page(self) -> "Page":
        """The page she looks at: that of the newest tab, unless she has switched to another."""
        ...

    @property
    def action_timeout_ms(self) -> int:
        """How long one action may take before it counts as impossible."""
        ...

    def goto(self, address: str) -> None:
        """Go to an address of the site, given as a path or in full."""
        ...

    def go_back(self) -> None:
        """Go back to the page before."""
        ...

    def reload(self) -> None:
        """Load the page again."""
        ...

    def switch_to(self, view: "Target") -> None:
        """Look at another tab, into a frame, or at the whole page again, and stay there."""
        ...

    def point_at(self, target: "Target") -> None:
        """Point at something with the mouse."""
        ...

    def drag(self, thing: "Target", place: "Target") -> None:
        """Drag something to a place with the mouse."""
        ...

    def scroll_to(self, target: "Target") -> None:
        """Scroll on until something can be seen."""
        ...

    def find(self, target: "Target", meaning: "Meaning") -> "Locator":
        """Find the one thing a target points at, waiting for it to be there."""
        ...

    def fill(self, field: "Target", text: str) -> None:
        """Type a text into the field with this label; secrets are obscured on pictures first."""
        ...

    def type_into(self, field: "Locator", text: str) -> None:
        """Type a text into a field as a customer would; secrets are obscured on pictures first."""
        ...

    def read_over(self) -> None:
        """Look at what was typed before it is sent, and type again what the page has lost."""
        ...

    def press(self, control: "Locator") -> None:
        """Press a control: with the mouse, a finger, or the key that does the same."""
        ...

    def press_key(self, key: str) -> None:
        """Press a key or a combination where the cursor is."""
        ...

    def tick(self, box: "Locator", *, ticked: bool) -> None:
        """Tick a box, or take the tick away, where it is not so already."""
        ...

    def answer(self, question: "Target", reply: str) -> None:
        """Know what to answer when the page asks this in a dialog of the browser, later in this step."""
        ...

    def upload(self, field: "Target", file: str) -> None:
        """Press what asks for a file, and choose this one of the journeys folder."""
        ...

    def download(
        self, target: "Target", *, name: "Target | None", file_type: str | None, at_least: str | None
    ) -> None:
        """Click something, and take the file that comes."""
        ...

    def choose(self, field: "Target", option: str) -> None:
        """Choose an option by its visible text in a list, or among the radio buttons of a group."""
        ...

    def pick_date(self, field: "Target", day: str) -> None:
        """Choose a day in the calendar that this field or button opens, or type it."""
        ...

    def request(self, asking: "Asking") -> None:
        """Ask the site's servers directly, check what they answer, and remember of it."""
        ...

    @property
    def rounds(self) -> int:
        """How often the actions below the `do:` of this verb have been done, by now."""
        ...

    def sees(self, claim: "Claim") -> bool:
        """Say whether a claim holds: at once, or before the page has come to rest without it."""
        ...

    def expect(
        self, claim: "Claim", *, seen: bool = True, within_ms: int | None = None, when: str = ""
    ) -> None:
        """Wait until a claim holds (or, with `seen=False`, no longer does), else stop the step.

        Args:
            claim: What must be true.
            seen: Whether it must hold, or must not.
            within_ms: How long it may take; by default as long as a customer waits.
            when: What the report says besides of what was expected: `after 5 rounds`.
        """
        ...

    def hope(self, claim: "Claim") -> None:
        """Note a claim that does not hold, and go on."""
        ...

    def do(self, verb: str, *said: "str | Target", **words: str | int | tuple[str, ...]) -> None:
        """Do what another verb does, its texts as in a journey: `shopper.do("click", 'button "Apply"')`."""
        ...

    def read(self, target: "Target") -> str:
        """Read a value off the page, as it stands there."""
        ...

    def remember(self, name: str, target: "Target") -> None:
        """Read a value and keep it under a name."""
        ...
