"""A run's reports and a channel in, what that channel is told out: nothing where there is no news for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from typing import Literal

from harness.judge import Verdict
from harness.language.notify import ChannelSettings, Only
from harness.notify import words
from harness.notify.heard import NOTHING, Heard
from harness.notify.links import Links
from harness.notify.model import News, Piece, Sort, VisitLine
from harness.notify.pieces import Pieces, Told, weight
from harness.notify.week import gone_before
from harness.record import VisitRecord
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.unproven import unproven
from harness.reports.cx.words import labels, sentences
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
_OUTCOMES: Mapping[str, Literal["passed", "failed", "error", "skipped"]] = {
    "passed": "passed",
    "failed": "failed",
    "broken": "error",
    "unknown": "error",
    "skipped": "skipped",
}
"""Of a testcase, by Allure's words. What is only slow or annoying failed nothing."""


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
        headline = words.digest_headline(len(fitting) - fixed, fixed)
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
            works=_works(made.judged),
            link=Links(self.published, made.page).of_page,
            notices=self._notices(),
            visits=tuple(map(_line, made.judged)),
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


def _works(judged: Sequence[Judged]) -> str:
    walked = [judgement for visit, judgement in judged if visit.steps]
    return words.works(sum(judgement.verdict is Verdict.FINE for judgement in walked), len(walked))


def _line(judged: Judged) -> VisitLine:
    visit, judgement = judged
    finding = next(iter(judgement.findings), None)
    return VisitLine(
        journey=visit.journey.id,
        title=sentences.row_title(visit.journey.title, visit.row),
        who=visit.persona.who,
        file=visit.journey.place.file,
        line=_line_number(visit, finding.place if finding else ""),
        outcome="passed"
        if judgement.turn.exit_code == 0 and judgement.turn.pytest_outcome == "passed"
        else _OUTCOMES[judgement.turn.allure_status],
        verdict=labels.VERDICTS[judgement.verdict],
        headline=judgement.headline,
        detail=finding.detail if finding else visit.reason,
        action=finding.action if finding else "",
        seconds=visit.duration_ms / 1000,
    )


def _line_number(visit: VisitRecord, place: str) -> int:
    """Return the line of the journey that it is about; a part's line is none of the journey's."""
    file, _, line = place.partition(":")
    number = line.partition(":")[0]
    return int(number) if file == visit.journey.place.file and number.isdigit() else visit.journey.place.line
