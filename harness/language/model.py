"""What the journey files ask for: frozen values, each with the place it was written at."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.browser.hosts import ThirdParties
from harness.grammar.target import Target
from harness.language.limits import Limits, PersonaLimits, SiteLimits
from harness.language.notify import Notify, Tickets
from harness.language.safety import Identification, Pace, Safety
from harness.verbs import VERBS, Verb


@dataclass(frozen=True)
class Place:
    """Where something stands: a file relative to the folder above the journeys; counted from 1."""

    file: str
    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Action:
    """One verb with its texts as they were written, `${names}` unresolved.

    Args:
        verb: Its name.
        arguments: What it takes in order.
        place: Where it stands.
        words: The check words of a claim: `(("less than", "${before}"), ("by", "10%"))`.
        named: What it takes by name: `(("type", "pdf"),)`.
        do: The actions of its block, such as those that are done only if something is seen.
    """

    verb: str
    arguments: tuple[str, ...]
    place: Place
    words: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    do: tuple["Action", ...] = ()


def with_blocks(actions: Iterable[Action]) -> Iterator[Action]:
    """Yield each action, and after it those of its block."""
    for action in actions:
        yield action
        yield from with_blocks(action.do)


@dataclass(frozen=True)
class Step:
    """One sentence a customer would say. `see` and `should see` are actions that only look.

    Args:
        commits: The level that its last click or press reaches.
        undoes: In `cleanup`, the level that its last click or press takes back.
        costs: The name of the value that says, before that click, what it costs; empty if none does.
        is_refused: Whether the shop is meant to refuse what the step commits to.
    """

    name: str
    place: Place
    do: tuple[Action, ...] = ()
    see: tuple[Action, ...] = ()
    should_see: tuple[Action, ...] = ()
    within_ms: int | None = None
    commits: str | None = None
    undoes: str | None = None
    costs: str = ""
    is_refused: bool = False


@dataclass(frozen=True)
class Use:
    """A part, used in a journey with values for what it needs."""

    part: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Part:
    """Steps that several journeys share."""

    name: str
    place: Place
    needs: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    steps: tuple["Step | Use", ...] = ()


@dataclass(frozen=True)
class Ideal:
    """What a journey should need of a customer; None where its author does not say."""

    fields: int | None = None
    pages: int | None = None
    time_ms: int | None = None


@dataclass(frozen=True)
class Journey:
    """What a customer wants to achieve.

    Args:
        id: The file below the journeys folder without extension: `buy/promo-code`.
        path: The file itself.
        sites: The sites it is for, by their names; empty when it is for all.
        evidence: Levels and kinds of evidence its visits leave; empty when it does not say.
        rows: The rows of `for each`; a single empty row when there is none.
        variants: The combinations of `matrix`; a single one that changes nothing when there is none.
        verbs: The verbs it may use, the team's own among them, by their names.
        lookup: Steps that find out whether what it commits to was done; only the last one fails if not.
    """

    id: str
    path: Path
    place: Place
    title: str
    stage: str
    touchpoint: str
    why: str = ""
    owner: str = ""
    severity: str = "normal"
    tags: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    commits: str = "nothing"
    evidence: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, str], ...] = ({},)
    variants: "tuple[Variant, ...]" = field(default_factory=lambda: (Variant(),))
    limits: Limits | None = None
    ideal: Ideal = Ideal()
    steps: tuple[Step | Use, ...] = ()
    cleanup: tuple[Step | Use, ...] = ()
    lookup: tuple[Step | Use, ...] = ()
    verbs: Mapping[str, Verb] = field(default_factory=lambda: VERBS)

    @property
    def all_steps(self) -> tuple[Step | Use, ...]:
        """The steps of the walk, and those that are walked after it."""
        return (*self.steps, *self.cleanup, *self.lookup)


@dataclass(frozen=True)
class SigningIn:
    """How a shopper signs in, once for many visits: the part, and the step that looks whether she is."""

    use: Use
    look: Step
    place: Place


@dataclass(frozen=True)
class Persona:
    """Who the shopper is.

    Args:
        signs_in: None where she is a guest who signs in nowhere, or in the steps of a journey.
        input: What she acts with, of `known.inputs`; None leaves it to the device.
        cpu: How many times slower than this machine her device computes; None leaves it to `network`.
        values: What journeys read as `${persona.name}`.
    """

    id: str
    who: str
    place: Place | None = None
    device: str | None = None
    input: str | None = None
    network: str | None = None
    cpu: float | None = None
    locale: str | None = None
    timezone: str | None = None
    share: float | None = None
    limits: PersonaLimits | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    signs_in: SigningIn | None = None


@dataclass(frozen=True)
class Variant:
    """One combination of a matrix: what is different about the persona, and values for `${name}`.

    Args:
        words: What is different, as it was written: it tells visits apart.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    device: str | None = None
    input: str | None = None
    network: str | None = None
    cpu: float | None = None
    locale: str | None = None
    timezone: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def of(self, persona: Persona) -> Persona:
        """Return the persona as this combination wants her."""
        return replace(
            persona,
            device=self.device or persona.device,
            input=self.input or persona.input,
            network=self.network or persona.network,
            cpu=self.cpu or persona.cpu,
            locale=self.locale or persona.locale,
            timezone=self.timezone or persona.timezone,
        )


@dataclass(frozen=True)
class Interruption:
    """A popup or banner, and how a customer gets rid of it."""

    name: str
    appears: Target
    click: Target
    place: Place


@dataclass(frozen=True)
class Site:
    """The shop that is visited.

    Args:
        name: What reports call it; no two sites of a file have the same.
        address: `https://...` without a closing slash, or `demo` for the embedded shop.
        hosts: Hosts that may be contacted besides the address's own; `*.shop.example` covers subdomains.
        currency: ISO code that a bare currency sign stands for.
        holidays: `2026-12-25`, or `12-25` for every year.
        report_language: The language of reports.
        env: Environment variables that journeys may read as `${env.NAME}`.
        secrets: Secrets that they may type; where none is listed, all but what belongs to the machine.
        data: What journeys read as `${site.name}`.
        id: What `sites:` calls it; empty where the file has only one, without a name.
        safety: What may be done there.
        third_parties: Which hosts besides its own and `hosts` its pages may load things from.
        blocked: Hosts, and names of lists of them, that are never contacted.
        identification: How the shop can tell that it is us.
        pace: How gently it is treated; None where its owner says nothing.
        notify: Who is told what was found.
        tickets: Where findings become tickets; None where they do not.
        verified_after: After so many good runs in a row a finding counts as gone.
    """

    name: str
    address: str
    place: Place
    hosts: tuple[str, ...] = ()
    locale: str = "en-US"
    timezone: str | None = None
    currency: str | None = None
    holidays: tuple[str, ...] = ()
    report_language: str = "en"
    shopper: Mapping[str, str] = field(default_factory=dict)
    env: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    names: Mapping[str, Target] = field(default_factory=dict)
    interruptions: tuple[Interruption, ...] = ()
    limits: SiteLimits = field(default_factory=SiteLimits)
    safety: Safety = field(default_factory=Safety)
    third_parties: ThirdParties = "block listed"
    blocked: tuple[str, ...] = ("advertising", "analytics")
    identification: Identification = field(default_factory=Identification)
    pace: Pace | None = None
    data: Mapping[str, str] = field(default_factory=dict)
    verified_after: int = 3
    id: str = ""
    notify: Notify = field(default_factory=Notify)
    tickets: Tickets | None = None


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file, told so that its author can mend it at once.

    An echo only says that the file uses another one, whose own problems are told beside it.
    """

    place: Place
    message: str
    snippet: str = ""
    is_echo: bool = False

    def __str__(self) -> str:
        head = f"{self.place}: {self.message}"
        return f"{head}\n{self.snippet}" if self.snippet else head
