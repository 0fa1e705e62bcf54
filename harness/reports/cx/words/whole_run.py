"""Facts of a whole run in, sentences out: what leads its page, and how it was made."""

from collections.abc import Sequence
from datetime import datetime

from harness.reports.cx.tones import Tone
from harness.reports.cx.words import counted, labels
from harness.reports.cx.words.speech import listed, moment, percent, quoted, sentence
from harness.words import phrase, phrase_many

NAMED = 3
"""So many other journeys are named below a headline."""


def run_title(site: str, at: datetime) -> str:
    """Name the page in the browser's tab."""
    return phrase("{brand} at {site}, {moment}", brand=phrase(labels.BRAND), site=site, moment=moment(at))


def cannot_reach(site: str) -> str:
    """Lead with a site that is down."""
    return phrase("Customers cannot reach {site}.", site=site)


def some_broken(broken: int, tried: int) -> str:
    """Lead with the number of things that do not work."""
    if broken == tried:
        return phrase("None of the {number} things customers tried works.", number=tried)
    return phrase_many(
        "{number} of {tried} things customers try does not work.",
        "{number} of {tried} things customers try do not work.",
        broken,
        tried=tried,
    )


def worked_but(slow: int, over_limit: int, annoying: int) -> str:
    """Lead with what was hard, when all of it could be done."""
    parts = [phrase_many("{number} is slow", "{number} are slow", slow)] if slow else []
    if over_limit:
        once = phrase_many("{number} was over its limit", "{number} were over their limits", over_limit)
        parts.append(once)
    parts += [phrase_many("{number} annoys", "{number} annoy", annoying)] if annoying else []
    return phrase("Everything customers tried worked, but {hassles}.", hassles=listed(parts))


def partly_proven(proven: int, planned: int) -> str:
    """Lead with what is open, when nothing was found wrong."""
    if proven == planned:
        return phrase("Everything that was tried worked, but not everything was tried.")
    return phrase_many(
        "{proven} of {walks} worked; {number} was not proven.",
        "{proven} of {walks} worked; {number} were not proven.",
        planned - proven,
        proven=proven,
        walks=counted.walks(planned),
    )


def summary_line(text: str, who: Sequence[str], also: str) -> str:
    """Say a cause in one line of a terminal."""
    line = f"  - {text} {phrase(labels.WHO)}: {'; '.join(who)}."
    return f"{line} {phrase(labels.ALSO)}: {also}." if also else line


def tally(tone: Tone, number: int) -> str:
    """Say what so many journeys amount to; the number stands before it."""
    return labels.TALLY[tone](number)


def also_stopped(journeys: Sequence[str]) -> str:
    """Say below a headline what else the same cause stops: a few by name, many by their number."""
    if not journeys:
        return ""
    if len(journeys) <= NAMED:
        return phrase("The same stops {journeys}.", journeys=listed(quoted(journeys)))
    return phrase_many(
        "The same stops {number} more journey.", "The same stops {number} more journeys.", len(journeys)
    )


def causes(number: int) -> str:
    """Say below a headline how many findings stand behind it."""
    return phrase("{number} findings stand behind it.", number=number)


def shoppers(who: Sequence[str]) -> str:
    """Say with whom the run was made."""
    return f"{counted.shoppers(len(who))}: {sentence('; '.join(who))}" if who else phrase(labels.NO_SHOPPER)


def visits(walks: int, journeys: int) -> str:
    """Say how much was walked."""
    if not walks:
        return phrase(labels.NO_WALK)
    return phrase("{walks} of {journeys}", walks=counted.walks(walks), journeys=counted.journeys(journeys))


def works_for(share: float, who: Sequence[str]) -> str:
    """Say for how many customers everything works."""
    if not who:
        return phrase("None of the shoppers could do all they came for.")
    return phrase(
        "Works for {share} of customers: {shoppers}.", share=percent(share), shoppers=listed(who, most=3)
    )


def switched_on(defects: Sequence[str]) -> str:
    """Say which defects of the embedded shop were asked for."""
    if not defects:
        return ""
    return phrase(
        "Defects switched on in the embedded shop for this run: {defects}.", defects=listed(defects)
    )


def footer(browsers: Sequence[str], version: str) -> str:
    """Say how the page was made."""
    made_by = f"Mystery Shopper {version}"
    made = (
        phrase("Made by {version} with {browsers}.", version=made_by, browsers=listed(browsers))
        if browsers
        else phrase("Made by {version}.", version=made_by)
    )
    return f"{made} {phrase(labels.EACH_ONE_SAMPLE)}"
