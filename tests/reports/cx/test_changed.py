"""What changed since the last run: the bad, and the good."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from harness.history.model import Story
from harness.judge.trend import Trend
from harness.reports.cx.changed import ChangedGroup, changed
from harness.reports.cx.tones import Tone
from harness.words import catalogue_of, speaking

from . import stories


def groups_of(story: Story, *shown: str) -> dict[str, ChangedGroup]:
    return {group.mark.word: group for group in changed(story, shown).groups}


def test_the_first_run_says_that_there_is_nothing_to_compare_with() -> None:
    told = changed(Story(), [])
    assert (told.groups, told.last_time) == ((), "")
    assert told.instead.startswith("This is the first run that is remembered")


def test_a_history_that_cannot_be_asked_says_why() -> None:
    told = changed(Story(problem="the history is damaged", notices=("It was put aside.",)), [])
    assert told.instead == "What changed cannot be told. The history is damaged."
    assert told.notices == ("It was put aside.",)


def test_new_things_and_those_that_came_back_are_told_first_and_linked_to() -> None:
    found = groups_of(stories.story(), "finding-15")
    assert list(found)[:2] == ["New", "Came back"]
    (new,) = found["New"].lines
    assert (new.number, new.href, found["New"].mark.tone) == ("No. 15", "#finding-15", Tone.SLOW)
    (back,) = found["Came back"].lines
    assert (back.told, back.href) == ("It had gone, and came back once.", "")


def test_what_somebody_said_was_fixed_and_is_gone_is_told_with_thanks() -> None:
    (line,) = groups_of(stories.story())["You said, we fixed"].lines
    assert line.told == "After-sales said it was fixed on 17 November: gone in 3 good runs in a row."


def test_what_went_by_itself_is_nobodys_merit() -> None:
    (line,) = groups_of(stories.story())["Not met any more"].lines
    assert (line.number, line.told) == ("No. 10", "Gone in 3 good runs in a row.")


def test_what_was_met_after_somebody_said_it_was_fixed_is_nobodys_merit_either() -> None:
    met_since = stories.FIXED.model_copy(update={"last_seen": stories.days_ago(3)})
    (line,) = groups_of(stories.story(met_since))["Not met any more"].lines
    assert line.told == "Gone in 3 good runs in a row."


def test_who_did_not_try_again_what_is_gone_is_named() -> None:
    gone = stories.GONE.model_copy(update={"untried": ("A first-time shopper on a phone",)})
    (line,) = groups_of(stories.story(gone))["Not met any more"].lines
    assert line.told.endswith("in a row. It was not tried again by: A first-time shopper on a phone.")


def test_what_was_slow_once_more_is_not_told_as_out_of_reach() -> None:
    slow = stories.SLOW.model_copy(update={"change": "not tried"})
    (line,) = groups_of(stories.story(slow))["Could not be checked this time"].lines
    assert line.told == "Whether it is still slow could not be told."


def test_what_was_said_to_be_fixed_and_had_not_gone_is_not_told_as_gone() -> None:
    met = stories.life(16, "The form is empty", state="reopened", change="reopened", runs_met=2)
    (line,) = groups_of(stories.story(met))["Came back"].lines
    assert line.told == "It was said to be fixed, and was met again."


def test_what_was_not_met_or_could_not_be_checked_is_not_taken_for_gone() -> None:
    found = groups_of(stories.story())
    assert found["Not met this time"].lines[0].told == "1 good run so far; a few more prove that it is gone."
    assert found["Could not be checked this time"].mark.tone is Tone.UNPROVEN


def test_nothing_changed_is_said_as_such() -> None:
    told = changed(stories.story(stories.OPEN), [])
    assert told.instead == "Nothing new, nothing came back, and nothing has gone."
    assert told.last_time == 'Last run, 20 November: "1 of 8 things customers try does not work."'


SLOWER = Trend(
    key="Apply the code|step time|",
    step="Apply the code",
    told='"Apply the code" took {}',
    direction="slower",
    median_before_ms=1200,
    median_now_ms=2900,
    p95_before_ms=1500,
    p95_now_ms=3300,
    visits_before=20,
    visits_now=5,
    over_nights=True,
    chance=0.001,
    effect=0.9,
)


def test_a_time_that_got_longer_for_several_visits_is_told_once() -> None:
    story = stories.story(stories.OPEN, trends={"one visit": (SLOWER,), "another": (SLOWER,)})
    (line,) = groups_of(story)["Got slower"].lines
    assert line.sentence == '"Apply the code" took 1.2 seconds; 2.9 seconds in the last 5 nights.'


def test_in_a_language_without_colons_each_time_that_got_longer_is_told(tmp_path: Path) -> None:
    japanese = Catalog(locale="ja", fuzzy=False)
    japanese.add("Got slower: {change}", "{change}遅くなった。")
    with (tmp_path / "ja.po").open("wb") as file:
        write_po(file, japanese)
    other = SLOWER.model_copy(update={"told": '"Pay" took {}'})
    story = stories.story(stories.OPEN, trends={"one visit": (SLOWER, other)})
    with speaking(catalogue_of("ja", tmp_path)):
        found = changed(story, [])
    told = [line.sentence for group in found.groups for line in group.lines]
    assert [line.partition(" took")[0] for line in told[-2:]] == ['"Apply the code"', '"Pay"']
