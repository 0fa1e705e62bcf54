"""What stopped a step, and how the page was then: bare facts for the judge."""

from typing import Literal

from pydantic import Field

from harness.record.base import Place, Recorded

TroubleKind = Literal[
    "not found",  # nothing on the page answers to the name
    "ambiguous",  # several things answer to it
    "covered",  # something lies over it
    "out of reach",  # the keys of the keyboard do not lead to it
    "disabled",  # it is there and cannot be used
    "hidden",  # it is there and cannot be seen
    "no answer",  # the site accepted the action or the address and never answered
    "unreachable",  # refused, unknown host, broken encryption, redirect loop
    "error page",  # the main document came with status 400 or above
    "check failed",  # what should be true is not
    "value unreadable",  # text was found that cannot be read as the value asked for
    "foreign host",  # the journey led to a host that is not allowed
    "no network",  # this machine reaches nothing at all
    "page hung",  # the page takes no notice of anybody: its program never comes to rest
    "page crashed",
    "tab closed",  # the page closed itself while the customer was on it
    "download",  # a file came where a page was expected
    "browser lost",
    "no room",  # the disk or the memory of this machine is full
    "no ledger",  # what commits could not be written down
    "missing value",  # the operator has not provided a secret or a variable
    "journey fault",  # a value or name the journey asks for does not exist at run time
    "harness fault",  # our own defect
]


class PageHealth(Recorded):
    """How the page was when a step failed: what tells a broken site from an outdated journey.

    Args:
        url: Where the shopper was.
        status: The status its document came with, if it is known.
        script_errors: What the site's own programs stopped with, since the customer last did something.
        failed_requests: Requests to the site itself that failed since then: `GET https://... 500`.
        third_party_failures: The same for the other hosts that the site may use.
        refused_hosts: Addresses this page asked for that are not allowed, and so were not contacted.
        unanswered: What the site was asked for since then and had not answered.
        lost_page: In plain words, why the last page that was asked for never came.
        visible_errors: Messages of trouble that a customer can read.
        headers: Of the page's own document, those that tell who answered: `server`, `cf-mitigated`, ...
        heading: The first heading that can be seen.
        text: The beginning of what can be read on the page, of its main part where it names one.
        frames: Addresses of the frames on the page.
        dead_click: The action of this step that changed nothing at all, as a sentence.
        dialogs: What the page asked in dialogs of the browser, and what was answered: `"Remove it?", and
            the customer said no`.
        downloads: Names of the files that came since the step began.
    """

    url: str
    title: str = ""
    status: int | None = None
    script_errors: tuple[str, ...] = ()
    failed_requests: tuple[str, ...] = ()
    third_party_failures: tuple[str, ...] = ()
    refused_hosts: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    lost_page: str | None = None
    visible_errors: tuple[str, ...] = ()
    headers: dict[str, str] = Field(default_factory=dict)
    heading: str = ""
    text: str = ""
    frames: tuple[str, ...] = ()
    dead_click: str | None = None
    dialogs: tuple[str, ...] = ()
    downloads: tuple[str, ...] = ()


class Trouble(Recorded):
    """What stopped a step: bare facts for the judge.

    Args:
        kind: What was observed.
        verb: The verb that could not be done, `see` for checks.
        target: What it pointed at, in the journey's words.
        message: One plain sentence of what was observed, without technical words where possible.
        wanted: What a check expected, in words.
        seen: What the page showed instead, as the customer saw it.
        near: Names on the page close to the one asked for, best first: `textbox "Voucher"`.
        twin: The one control that stands where the missing one should be, if there is exactly one.
        matches: The things that answer to an ambiguous name.
        cover: What lies over the thing, as it begins: `We value your privacy`.
        ways_out: What can be pressed on that.
        gone: Names of this step that are not on the page either.
        usable: What can be used on the page instead, where names of this step are gone.
        technical: The browser's own words, for developers only.
        in_verb: The line of a team's own verb where it stopped.
    """

    kind: TroubleKind
    verb: str
    target: str = ""
    message: str
    wanted: str | None = None
    seen: str | None = None
    near: tuple[str, ...] = ()
    twin: str | None = None
    matches: tuple[str, ...] = ()
    cover: str = ""
    ways_out: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    usable: tuple[str, ...] = ()
    technical: str = ""
    place: Place
    in_verb: Place | None = None
    health: PageHealth | None = None
