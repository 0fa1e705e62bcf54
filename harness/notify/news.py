"""A run's reports and a channel in, what that channel is told out: nothing where there is no news for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property

from harness.judge import Verdict
from harness.language.notify import ChannelSettings, Only
from harness.notify import words
from harness.notify.heard import NOTHING, Heard
from harness.notify.links import Links
from harness.notify.model import News, Piece, Sort
from harness.notify.pieces import Pieces, Told, weight
from harness.notify.testcases import visit_lines
from harness.notify.week import gone_before
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.unproven import unproven
from harness.reports.cx.words.speech import moment
from harness.reports.making import MadeReports
from harness.words import phrase

MOST = 8
"""Findings in one message; the report has them all."""
STRIPS = 3
"""Walks in pictures in one message."""
_OF_OCCASION: Mapping[str, frozenset[Sort]] = {
    "new": frozenset({"new"}),
    "reopened": frozenset({"reopened"}),
    "fixed": frozenset({"fixed"}),
    "broken": frozenset({"new", "reopened", "open"}),
    "always": frozenset({"new", "reopened", "open", "fixed"}),
}


@dataclass(frozen=True)
class Edition:
    """All that messages about one run are made of.

    Args:
        made: Its reports.
        published: Where the team publishes reports, empty where it does not.
        zone: In which time days are told.
    """

    made: MadeReports
    published: str
    zone: tzinfo | None

    @cached_property
    def pieces(self) -> Pieces:
        """Every finding."""
        return Pieces(self.made, Links(self.published, self.made.page), self.zone)

    def for_channel(self, channel: ChannelSettings, heard: Heard = NOTHING) -> News | None:
        """Return what a channel is told of the run that heard this before, None where there is nothing."""
        wanted = frozenset[Sort]().union(*(_OF_OCCASION.get(each, frozenset()) for each in channel.when))
        found = sorted(map(heard.as_news, self.pieces.all), key=weight)
        told = [each for each in found if each.piece.sort in wanted and each.fits(channel.only)]
        told = [each for each in told if each.is_met or each.piece.sort == "fixed"]
        is_blind = bool(wanted) and channel.only == Only() and self.is_blind
        if not (told or is_blind or "always" in channel.when):
            return None
        return self._news(told, is_all=channel.only == Only())

    def for_file(self) -> News:
        """Return what a file is told: all that is open, and all visits."""
        return self._news([each for each in self.pieces.all if each.is_met], is_all=True)

    def of_week(self, channel: ChannelSettings, day: datetime) -> News:
        """Return what a channel is told of a week: all that is open, and what turned out to be gone."""
        gone = self.pieces.told_of(gone_before(self.made))
        fitting = [each for each in (*self.pieces.all, *gone) if each.fits(channel.only)]
        fixed = sum(each.piece.sort == "fixed" for each in fitting)
        fine, walked = _fine_of_walked(self.made.judged)
        headline = words.digest_headline(
            len(fitting) - fixed, fixed, is_own=channel.only != Only(), is_well=0 < walked == fine
        )
        title = words.digest_title(self.made.run.site, day.astimezone(self.zone))
        return self._news(fitting, is_all=True, title=title, headline=headline)

    @property
    def is_blind(self) -> bool:
        """Whether the run proved nothing, and nobody wanted it so."""
        verdicts = {judgement.verdict for _, judgement in self.made.judged}
        wished = {Verdict.NOT_WALKED, Verdict.STOPPED_ON_PURPOSE}
        return all(TONES[verdict] is Tone.UNPROVEN for verdict in verdicts) and not (
            verdicts and verdicts <= wished
        )

    def _news(self, told: Sequence[Told], *, is_all: bool, title: str = "", headline: str = "") -> News:
        made, shown = self.made, told[:MOST]
        pieces = [
            self.pieces.with_strip(each, number) if number <= STRIPS else each.piece
            for number, each in enumerate(shown, 1)
        ]
        lead = headline or (made.headline if is_all or not pieces else pieces[0].cannot)
        return News(
            id=made.page.parent.name,
            is_digest=bool(headline),
            site=made.run.site,
            title=title or _subject(made.run.site, [each.piece for each in told], made.headline),
            headline=lead,
            when=made.run.started_at,
            when_said=moment(made.run.started_at),
            pieces=tuple(pieces),
            left_out=len(told) - len(shown),
            open_ends=tuple(group.sentence for group in unproven(made.run, made.judged)) if is_all else (),
            works=words.works(*_fine_of_walked(made.judged)),
            link=Links(self.published, made.page).of_page,
            notices=self._notices(),
            visits=tuple(visit_lines(made)),
            occasions=tuple(each.occasion for each in told),
        )

    def _notices(self) -> tuple[str, ...]:
        story = self.made.story
        if story.problem:
            return (phrase(words.NO_HISTORY, problem=story.problem), *story.notices)
        return story.notices


def _subject(site: str, pieces: Iterable[Piece], headline: str) -> str:
    told = list(pieces)
    if not told:
        return f"{site}: {headline}"
    if len(told) == 1:
        return words.subject_of_one(site, told[0].sort, told[0].cannot)
    sorts = [piece.sort for piece in told]
    return words.subject(site, *(sorts.count(sort) for sort in ("new", "reopened", "fixed", "open")))


def _fine_of_walked(judged: Sequence[Judged]) -> tuple[int, int]:
    """Return how many visits went well, and how many were made."""
    walked = [judgement for visit, judgement in judged if visit.steps]
    return sum(judgement.verdict is Verdict.FINE for judgement in walked), len(walked)
