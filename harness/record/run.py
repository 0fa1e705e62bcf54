"""What one invocation planned to do, and with what."""

from datetime import datetime

from pydantic import Field

from harness.record.base import Recorded
from harness.record.business import BusinessFacts
from harness.record.side_effects import SideEffects


class FaultyFile(Recorded):
    """A journey file that could not be walked, with its problems as told to the author."""

    file: str
    problems: tuple[str, ...]


class RunEnd(Recorded):
    """How an invocation came to its end; there is none where it was killed.

    Args:
        stopped: Why it ended before everything was walked, empty when it did not.
        wished: Whether the user wanted it to end there: Ctrl-C, or `-x` after a failure.
        left_out: The visits that were skipped, each with the reason that was given.
    """

    stopped: str = ""
    wished: bool = False
    left_out: dict[str, str] = Field(default_factory=dict)


class RunRecord(Recorded):
    """All visits of one invocation: what was planned, and with what.

    Args:
        site: What reports call the site.
        site_id: What `sites:` calls it, empty where there is only one.
        elsewhere: The titles of journeys that were asked for and are not for this site.
        shopper: What `${shopper.name}` stands for: personal, and masked in what is shared.
        ledger_sites: What the ledger calls its sites, with the levels that the shops' people take care of.
        verified_after: After so many good runs in a row a finding counts as gone.
        replays: The visit that somebody walked again by hand; no history keeps such a run.
        side_effects: What it leaves behind at the site, known at its end.
        business: The company's own figures; None where it has given none for this site.
    """

    id: str
    started_at: datetime
    site: str
    address: str
    harness_version: str
    site_id: str = ""
    elsewhere: tuple[str, ...] = ()
    replays: str = ""
    planned: tuple[str, ...] = ()
    faulty_files: tuple[FaultyFile, ...] = ()
    defects: tuple[str, ...] = ()
    shopper: dict[str, str] = Field(default_factory=dict)
    ledger_sites: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    verified_after: int = 3
    side_effects: SideEffects = SideEffects()
    business: BusinessFacts | None = None
