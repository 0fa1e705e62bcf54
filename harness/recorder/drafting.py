"""A recording in, the draft of a journey out: its text, and what its author has to know and do."""

from dataclasses import dataclass

from harness.browser.hosts import AllowedHosts
from harness.language.model import Site
from harness.recorder.commitments import fills_cart, highest
from harness.recorder.lines import Line
from harness.recorder.recorded import Recording
from harness.recorder.steps import RecordedStep, steps_of
from harness.recorder.tidying import tidy
from harness.recorder.values import names_of
from harness.recorder.writing import Head, written

_STAGES = {"cart": "buy", "order": "buy", "message": "help", "account": "use", "return": "return"}


@dataclass(frozen=True)
class About:
    """What is known of the journey besides what was recorded.

    Args:
        title: What the customer wants.
        address: Where the site was while this was recorded.
        site: The site file, where there is one.
        needs_stage: Whether no folder says the stage.
        persona: Who walked, if it is not the first persona.
        comments: What stands at the top of the file.
    """

    title: str
    address: str
    site: Site | None = None
    needs_stage: bool = False
    persona: str = ""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """What came out.

    Args:
        text: The journey; empty when nothing was done.
        secrets: The names of the secrets that are to be set.
        other_hosts: Hosts that were visited and may not be contacted.
        files: Files that were picked, which belong below the journeys folder.
        commits: How far it commits the customer.
    """

    text: str = ""
    secrets: tuple[str, ...] = ()
    other_hosts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    commits: str = "nothing"


def draft(recording: Recording, about: About) -> Draft:
    """Make a journey of a recording."""
    steps = steps_of(recording, tidy(recording.deeds, about.site), about.site, about.address)
    if not steps:
        return Draft()
    lines = [line for step in steps for line in step.do]
    names = names_of(lines, about.site)
    commits = _commits(steps, lines)
    head = Head(
        title=about.title,
        stage=_STAGES.get(commits, "find") if about.needs_stage else "",
        personas=(about.persona,) if about.persona else (),
        commits=commits,
        comments=about.comments,
    )
    return Draft(
        text=written(head, steps, names),
        secrets=tuple(dict.fromkeys(names.secrets.values())),
        other_hosts=_other_hosts(recording, about),
        files=tuple(line.value for line in lines if line.verb == "upload"),
        commits=commits,
    )


def _commits(steps: list[RecordedStep], lines: list[Line]) -> str:
    levels = [step.commits for step in steps if step.commits]
    return highest([*levels, *(["cart"] if any(map(fills_cart, lines)) else [])])


def _other_hosts(recording: Recording, about: About) -> tuple[str, ...]:
    allowed = AllowedHosts.of(about.address, about.site.hosts if about.site else ())
    hosts = dict.fromkeys(host.rpartition("@")[2] for host in recording.hosts)
    return tuple(host for host in hosts if host and not allowed.allow(f"https://{host}/"))
