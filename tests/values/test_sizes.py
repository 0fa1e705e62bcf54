import pytest

from harness.values.sizes import SizeError, size_bytes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 MB", 2_000_000),
        ("1.5MB", 1_500_000),
        ("500 kB", 500_000),
        ("500kb", 500_000),
        (" 1 MB ", 1_000_000),
    ],
)
def test_a_size_is_a_number_and_a_unit(text: str, expected: int) -> None:
    assert size_bytes(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2", 'the size "2" has no unit. Known units: kB, MB. Did you mean "2 MB"?'),
        ("2 GB", 'unknown unit "GB" in "2 GB". Known units: kB, MB.'),
        ("0 kB", 'the size "0 kB" is nothing at all. Write more than 0.'),
        ("big", '"big" is not a size. Write a number and a unit (kB, MB), such as "2 MB".'),
        ("-2 MB", '"-2 MB" is not a size. Write a number and a unit (kB, MB), such as "2 MB".'),
        ("", '"" is not a size. Write a number and a unit (kB, MB), such as "2 MB".'),
    ],
)
def test_what_is_no_size_is_told_with_its_remedy(text: str, told: str) -> None:
    with pytest.raises(SizeError) as refused:
        size_bytes(text)
    assert str(refused.value) == told
