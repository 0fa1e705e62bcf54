"""The findings' lives in, what changed since the last run out: the bad and the good."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from harness.findings.model import Change, Life
from harness.history.model import Story
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import MILDEST_FIRST, TONES, Tone
from harness.reports.cx.words import nights
from harness.reports.cx.words.speech import sentence
from harness.words import phrase


@dataclass(frozen=True)
class ChangedLine:
    """One finding that changed; `href` leads to it where it is on the page."""

    number: str
    sentence: str
    told: str
    href: str


@dataclass(frozen=True)
class ChangedGroup:
    """What changed in one way."""

    mark: Mark
    lines: tuple[ChangedLine, ...]


@dataclass(frozen=True)
class Changed:
    """What changed since the last run, or why that cannot be told."""

    last_time: str
    groups: tuple[ChangedGroup, ...]
    instead: str
    notices: tuple[str, ...]


def changed(story: Story, shown: Collection[str]) -> Changed:
    """Return what changed.

    Args:
        story: What is known of earlier runs.
        shown: The anchors of the findings that the page tells of.
    """
    if story.problem:
        return Changed("", (), f"{phrase(nights.UNKNOWN_PAST)} {sentence(story.problem)}", story.notices)
    if story.previous_run is None:
        return Changed("", (), phrase(nights.FIRST_RUN), story.notices)
    groups = (*_groups(story, shown), *_trends(story, "slower"), *_trends(story, "faster"))
    last = nights.last_time(story.previous_at, story.previous_headline) if story.previous_at else ""
    return Changed(last, groups, "" if groups else phrase(nights.NOTHING_CHANGED), story.notices)


def _groups(story: Story, shown: Collection[str]) -> Iterator[ChangedGroup]:
    for change, word in nights.CHANGED.items():
        lives = sorted((life for life in story.lives if life.change == change), key=lambda life: life.number)
        claimed = [life for life in lives if nights.was_claimed(life)]
        others = [life for life in lives if life not in claimed]
        if change == "verified":
            yield from _group(word, change, claimed, shown)
            yield from _group(nights.GONE_BY_ITSELF, change, others, shown)
        else:
            yield from _group(word, change, lives, shown)


def _group(word: str, change: Change, lives: list[Life], shown: Collection[str]) -> Iterator[ChangedGroup]:
    if lives:
        yield ChangedGroup(
            Mark(_tone(change, lives), phrase(word)), tuple(_line(life, shown) for life in lives)
        )


def _tone(change: Change, lives: list[Life]) -> Tone:
    if change in {"new", "reopened"}:
        return TONES[max((life.verdict for life in lives), key=MILDEST_FIRST.index)]
    return Tone.FINE if change == "verified" else Tone.UNPROVEN


def _trends(story: Story, direction: Literal["slower", "faster"]) -> Iterator[ChangedGroup]:
    """Tell a time that changed once, however many visits it changed for."""
    told = dict.fromkeys(
        trend.change for found in story.trends.values() for trend in found if trend.direction == direction
    )
    if told:
        word, tone = (nights.SLOWER, Tone.SLOW) if direction == "slower" else (nights.FASTER, Tone.FINE)
        yield ChangedGroup(
            Mark(tone, phrase(word)), tuple(ChangedLine("", sentence(text), "", "") for text in told)
        )


def _line(life: Life, shown: Collection[str]) -> ChangedLine:
    anchor = f"finding-{life.number}"
    return ChangedLine(
        number=nights.number(life),
        sentence=sentence(life.sentence),
        told=nights.how_it_went(life),
        href=f"#{anchor}" if anchor in shown else "",
    )
