"""The lines of a site file in, a desk of that site out, from where messages go to servers of a test."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from harness.findings.model import Decision
from harness.language.surroundings import load_surroundings
from harness.notify.desk import Desk
from harness.shopper.providing import Provided
from tests.reports.cx.records import BEGAN

SECRETS = {
    "HOOK": "T0/B0/abcdefgh12345678ijklmnop",
    "HOOK_KEY": "a key that signs",
    "SMTP_PASSWORD": "correct horse battery",
    "JIRA_TOKEN": "atatt-3x-fake-token",
}


def desk(
    folder: Path,
    lines: str,
    *,
    now: datetime = BEGAN,
    decide: Callable[[Decision], object] = lambda _decision: None,
    ticket_of: Callable[[int], str] = lambda _number: "",
    **secrets: str,
) -> Desk:
    """Make a desk of a site with these lines in its file.

    Args:
        folder: Holds the journeys and the reports.
        lines: What stands below `notify:` and `tickets:`.
        now: The moment at which it is told.
        decide: Keeps what a ticket is called.
        ticket_of: Knows what it is called by now.
        secrets: Besides the usual ones.
    """
    root = folder / "journeys"
    root.mkdir(exist_ok=True)
    site = f"site: https://shop.example\ntimezone: UTC\n{lines}"
    (root / "site.yaml").write_text(site, encoding="utf-8")
    read = load_surroundings(root)
    assert [str(problem) for problem in read.problems] == []
    assert read.site is not None
    return Desk(
        site=read.site,
        root=root,
        reports=folder / "reports",
        provided=Provided(environ={**SECRETS, **secrets}),
        decide=decide,
        ticket_of=ticket_of,
        now=now,
    )


def channels(**kinds: str) -> str:
    """Return the lines of these channels, each written as `{...}` without the braces."""
    said = "".join(f"    {name}: {{{keys}}}\n" for name, keys in kinds.items())
    return f"notify:\n  report address: https://reports.shop.example\n  channels:\n{said}"
