import pytest

from harness.values.durations import DurationError, duration_ms


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("3s", 3_000),
        ("1.5 s", 1_500),
        ("800ms", 800),
        ("2 min", 120_000),
        ("0.5min", 30_000),
        (" 1 s ", 1_000),
    ],
)
def test_a_duration_is_whole_milliseconds(text: str, ms: int) -> None:
    assert duration_ms(text) == ms


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("3", 'the duration "3" has no unit. Known units: ms, s, min. Did you mean "3s"?'),
        ("2m", 'unknown unit "m" in "2m". Known units: ms, s, min. Did you mean "min"?'),
        ("2 seconds", 'unknown unit "seconds" in "2 seconds". Known units: ms, s, min. Did you mean "s"?'),
        ("2 S", 'unknown unit "S" in "2 S". Known units: ms, s, min. Did you mean "s"?'),
        ("2 minn", 'unknown unit "minn" in "2 minn". Known units: ms, s, min. Did you mean "min"?'),
        ("2 parsecs", 'unknown unit "parsecs" in "2 parsecs". Known units: ms, s, min.'),
        ("soon", '"soon" is not a duration. Write a number and a unit (ms, s, min), such as "1.5s".'),
        ("1,5s", '"1,5s" is not a duration. Write a number and a unit (ms, s, min), such as "1.5s".'),
        ("-1s", '"-1s" is not a duration. Write a number and a unit (ms, s, min), such as "1.5s".'),
        ("", '"" is not a duration. Write a number and a unit (ms, s, min), such as "1.5s".'),
        ("0.5ms", 'the duration "0.5ms" is not a whole number of milliseconds.'),
        ("0s", 'the duration "0s" is no time at all. Write more than 0.'),
    ],
)
def test_what_is_no_duration_is_told_how_to_write_one(text: str, message: str) -> None:
    with pytest.raises(DurationError) as problem:
        duration_ms(text)
    assert str(problem.value) == message
