"""What verbs may ask of the shopper, done on the page she looks at."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from harness.grammar.target import WHOLE_PAGE, Meaning, Target
from harness.language.known.commitments import COMMITTING
from harness.language.known.committing_names import CommittingNames
from harness.shopper.acting.asking import asked_of
from harness.shopper.acting.choosing import choose
from harness.shopper.acting.days.picking import pick_date
from harness.shopper.acting.downloading import download
from harness.shopper.acting.dragging import drag
from harness.shopper.acting.filling import fill
from harness.shopper.acting.finding import find_one
from harness.shopper.acting.frames import Frames
from harness.shopper.acting.going import go_back, go_to, reload
from harness.shopper.acting.input.pointer import Pointer
from harness.shopper.acting.loading import Loading
from harness.shopper.acting.pointing import point_at
from harness.shopper.acting.refusing import refuse_unmarked, refuse_unmarked_key
from harness.shopper.acting.requesting import request
from harness.shopper.acting.scrolling import scroll_to
from harness.shopper.acting.tabs import Tabs
from harness.shopper.acting.typing_secrets import get_ready_for_secret, refuse_in_address
from harness.shopper.acting.uploading import upload
from harness.shopper.noticing.entries import Entries
from harness.shopper.scripts import script
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import BrowserContext, Locator, Page

    from harness.browser.hosts import AllowedHosts
    from harness.record import Evidence
    from harness.shopper.acting.claims import Looking
    from harness.shopper.acting.input.model import Input
    from harness.shopper.acting.typed import Typed
    from harness.shopper.acting.values import Values
    from harness.shopper.evidence.downloads import Downloads
    from harness.shopper.noticing.frictions import FrictionLog
    from harness.shopper.noticing.presses import Presses
    from harness.shopper.pacing import Pacing
    from harness.shopper.secrets import Scrubber
    from harness.shopper.trouble.accidents import Accidents
    from harness.verbs import Verb
    from harness.verbs.request import Asking
    from harness.verbs.verb import Claim

NICETY_TIMEOUT_MS = 2000
"""What must be seen has been seen by then: what is merely nice is there too, or it is not coming."""


@dataclass
class Hands:
    """Acts on the page as a customer would. Implements `harness.verbs.acting.Acting`.

    `goes_in` says whether the actions in the latest verb's block are done (again); `rounds`, how often they
    have been; `committing`, the levels that the latest call is marked with.
    """

    context: "BrowserContext"
    address: str
    hosts: "AllowedHosts"
    looking: "Looking"
    values: "Values"
    scrubber: "Scrubber"
    friction: "FrictionLog"
    typed: "Typed"
    presses: "Presses"
    accidents: "Accidents"
    root: Path
    downloads: "Downloads"
    pacing: "Pacing"
    verbs: "Mapping[str, Verb]"
    committing_names: CommittingNames = field(default_factory=CommittingNames)
    input: "Input" = field(default_factory=Pointer)
    user_agent: str = ""
    own_headers: "Callable[[str], Mapping[str, str]]" = lambda _url: {}
    committing: tuple[str, ...] = ()
    is_own_verb: bool = False
    loading: Loading = field(default_factory=Loading)
    entries: Entries = field(default_factory=Entries)
    niceties_missing: list[str] = field(default_factory=list)
    evidence: "list[Evidence]" = field(default_factory=list)
    found: "Locator | None" = None
    aside: str = ""
    goes_in: bool = False
    rounds: int = 0

    def __post_init__(self) -> None:
        self.tabs, self.frames = Tabs(self.context), Frames()

    @property
    def page(self) -> "Page":
        """The page she looks at: that of the tab that opened last, unless she has chosen another since.

        Raises:
            Obstacle: No tab is left.
        """
        page = self.page_if_there
        if page is None:
            raise Obstacle("tab closed", "the page closed itself, and no other is left")
        return page

    @property
    def page_if_there(self) -> "Page | None":
        """The page she looks at, if any tab is left."""
        return self.tabs.looked_at

    @property
    def action_timeout_ms(self) -> int:
        """How long one action may take before it counts as impossible."""
        return self.looking.timeout_ms

    def goto(self, address: str) -> None:
        """Go to an address of the site; one that answers with an error of its own is an obstacle."""
        refuse_in_address(self, address, "Type it into a field.")
        self._leave_page()
        page = self.page_if_there or self.context.new_page()
        go_to(page, urljoin(f"{self.address}/", address), said=address, hosts=self.hosts)

    def go_back(self) -> None:
        """Go back to the page before, from one that has loaded."""
        self.loading.wait_for(self.page)
        self._leave_page()
        go_back(self.page, hosts=self.hosts)

    def reload(self) -> None:
        """Load the page again, once it has loaded."""
        self.loading.wait_for(self.page)
        self._leave_page()
        reload(self.page)

    def _leave_page(self) -> None:
        self.typed.forget()
        self.frames.leave()

    def find(self, target: Target, meaning: Meaning) -> "Locator":
        """Find the one thing a target points at, once the page has loaded what it needs to react."""
        self.loading.wait_for(self.page)
        self.found = None
        self.found = find_one(
            self.page, target, meaning, names=self.looking.names, timeout_ms=self.looking.timeout_ms
        )
        return self.found

    def fill(self, field: Target, text: str) -> None:
        """Type a text into the field with this label."""
        fill(self, field, text)

    def type_into(self, field: "Locator", text: str, *, label: str = "") -> None:
        """Type a text into a field of this label; one for a secret is made ready first."""
        is_secret = self.scrubber.knows(text)
        if is_secret:
            get_ready_for_secret(self, field, text)
        self.input.type_into(field, text, timeout_ms=self.action_timeout_ms)
        self._see_that_nothing_is_over(field)
        self.typed.note(field, text)
        self.entries.note(label, text, page=field.page.url, is_secret=is_secret)

    def read_over(self) -> None:
        """Look at what was typed before it is sent: a page that wakes up late may have lost it."""
        again = partial(self.input.type_into, timeout_ms=self.action_timeout_ms)
        self.typed.read_over(self.page, again=again)

    @property
    def may_commit(self) -> bool:
        """Whether what is done now is marked as something that commits the customer."""
        return not set(self.committing).isdisjoint(COMMITTING)

    def press(self, control: "Locator") -> None:
        """Press a control: with the mouse, a finger, or the key that does the same."""
        refuse_unmarked(self, control)
        self._see_that_nothing_is_over(control)
        self.input.press(control, timeout_ms=self.action_timeout_ms)
        self.entries.ticked = self.presses.ticked

    def press_key(self, key: str) -> None:
        """Press a key or a combination where the cursor is."""
        refuse_unmarked_key(self, key)
        self.page.keyboard.press(key)
        self.entries.ticked = self.presses.ticked

    def tick(self, box: "Locator", *, ticked: bool) -> None:
        """Tick a box, or take the tick away, where it is not so already."""
        label: str = box.evaluate(script("box_name"), timeout=self.action_timeout_ms)
        if not ticked and box.is_checked(timeout=self.action_timeout_ms):
            self.entries.unticked = label
        self.entries.ticked = label
        self.input.tick(box, ticked=ticked, timeout_ms=self.action_timeout_ms)

    def _see_that_nothing_is_over(self, control: "Locator") -> None:
        """Look for a popup that could not be closed: keys reach what lies under it, and customers do not."""
        if self.friction.any_stuck():
            control.click(trial=True, timeout=self.action_timeout_ms)

    def answer(self, question: Target, reply: str) -> None:
        """Know what to answer when the page asks this in a dialog of the browser, later in this step."""
        self.accidents.surprises.dialogs.expect(question, reply)

    def upload(self, field: Target, file: str) -> None:
        """Press what asks for a file, and choose this one of the journeys folder."""
        upload(self, field, file)

    def download(
        self, target: Target, *, name: Target | None, file_type: str | None, at_least: str | None
    ) -> None:
        """Click something, take the file that comes, keep it, and look whether it is the one."""
        download(self, target, name=name, file_type=file_type, at_least=at_least)

    def choose(self, field: Target, option: str) -> None:
        """Choose an option in a list, or the radio button of that name within the group."""
        choose(self, field, option)

    def pick_date(self, field: Target, day: str) -> None:
        """Choose a day in the calendar that this field or button opens, or type it."""
        pick_date(self, field, day)

    def switch_to(self, view: Target) -> None:
        """Look at another tab until one more opens or this one closes, or into a frame, or out of it."""
        if view.word == "frame":
            self.frames.enter(self.page, view, timeout_ms=self.action_timeout_ms)
        elif view.text == WHOLE_PAGE:
            self.frames.leave()
        else:
            self.tabs.switch(self.page, view, timeout_ms=self.action_timeout_ms)

    def here(self, target: Target) -> Target:
        """Return a target as it is looked for in the frame she has switched to, if any."""
        return self.frames.here(target, self.page_if_there)

    def point_at(self, target: Target) -> None:
        """Point at something with the mouse; who has only a finger cannot."""
        point_at(self, target)

    def drag(self, thing: Target, place: Target) -> None:
        """Drag something to a place with the mouse; who has only a finger cannot."""
        drag(self, thing, place)

    def scroll_to(self, target: Target) -> None:
        """Scroll on until something can be seen, for as long as a customer waits."""
        scroll_to(self, target)

    def request(self, asking: "Asking") -> None:
        """Ask the site's servers directly, check what they answer, and remember of it."""
        request(self, asking)

    def sees(self, claim: "Claim") -> bool:
        """Say whether a claim holds: at once, or before the page has come to rest without it."""
        return self.looking.holds(self.page, claim)

    def expect(
        self, claim: "Claim", *, seen: bool = True, within_ms: int | None = None, when: str = ""
    ) -> None:
        """Wait until a claim holds, or no longer does; `when` says more of what was expected."""
        looking = replace(self.looking, timeout_ms=within_ms or self.looking.timeout_ms)
        looking.expect(self.page, claim, seen=seen, when=when)

    def hope(self, claim: "Claim") -> None:
        """Note a claim that does not hold, and go on."""
        looking = replace(self.looking, timeout_ms=NICETY_TIMEOUT_MS)
        self.niceties_missing += looking.missing(self.page, claim)

    def do(self, verb: str, *said: str | Target, **words: str | int | tuple[str, ...]) -> None:
        """Do what another verb does, or look for what it looks for."""
        asked_of(self, verb, said, words).do(self)

    def read(self, target: Target) -> str:
        """Read a value off the page, as it stands there."""
        return self.looking.read(self.page, target).text

    def remember(self, name: str, target: Target) -> None:
        """Read a value and keep it under a name."""
        self.values.remember(name, self.read(target))
