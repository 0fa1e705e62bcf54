import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.grammar.target import ARIA_ROLES, TARGET_WORDS, Target, TargetError, parse_target


def test_bare_text_is_whole() -> None:
    for text in (
        "Add to basket",
        "Sign in to your account",
        "Order #123",
        'Say "yes"',
        "3rd party offers",
        "last chance",
        "Time's up",
        "Code “SAVE10” applied",
        "Search 'shirt'",
        "button Apply",
        "and/or",
        "frame",
    ):
        assert parse_target(text) == Target(text, None, text)


def test_a_role_takes_a_whole_name() -> None:
    assert parse_target('button "Apply"') == Target('button "Apply"', "button", "Apply")


def test_a_name_may_hold_escaped_quotes() -> None:
    assert parse_target(r'button "Say \"yes\" \\"').name == 'Say "yes" \\'


def test_a_role_takes_a_pattern() -> None:
    target = parse_target(r"link /parcel \d+ a\/b/")

    assert (target.word, target.name, target.is_pattern) == ("link", r"parcel \d+ a\/b", True)


def test_a_pattern_may_stand_alone_and_may_ignore_case() -> None:
    assert parse_target("/Order N-\\d+/") == Target("/Order N-\\d+/", None, "Order N-\\d+", is_pattern=True)
    assert parse_target("/order/i").name == "(?i)order"
    assert parse_target("link /order/i in row /blue/").name == "(?i)order"


def test_one_of_several_is_counted() -> None:
    assert [parse_target(f'{nth} row "Shirt"').nth for nth in ("1st", "2nd", "3rd", "11th", "last")] == [
        1,
        2,
        3,
        11,
        -1,
    ]


def test_targets_stand_inside_others() -> None:
    target = parse_target('2nd button "Remove" in row /shirt in red/ in frame "Basket"')

    assert target.inside
    assert (target.inside.word, target.inside.name, target.inside.text) == (
        "row",
        "shirt in red",
        'row /shirt in red/ in frame "Basket"',
    )
    assert target.inside.inside == Target('frame "Basket"', "frame", "Basket")


def test_space_around_and_between_does_not_matter() -> None:
    assert parse_target('  button  "Apply"   in   row "A" ').name == "Apply"
    assert parse_target('button"Apply"').name == "Apply"


def test_values_are_put_in_without_changing_the_grammar() -> None:
    target = parse_target('link "${name}" in row /${code}/').filled(
        {"name": 'A" in', "code": "1.5"}.__getitem__
    )

    assert (target.word, target.name) == ("link", 'A" in')
    assert target.inside
    assert target.inside.name == r"1\.5"
    assert target.text == 'link "A" in" in row /1.5/'


def test_a_target_without_names_stays_itself() -> None:
    target = parse_target('button "Apply"')

    assert target.filled(str.upper) is target


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "a target is missing here. Name what the customer sees, such as: Add to basket."),
        ("  ", 0, "a target is missing here. Name what the customer sees, such as: Add to basket."),
        ('buton "Apply"', 0, 'unknown target word "buton". Did you mean "button"?'),
        ('Button "Apply" in row "A"', 0, 'unknown target word "Button". Did you mean "button"?'),
        ('button "Apply', 7, 'the name that begins with " has no closing ". Close it.'),
        ("link /parcel", 5, "the name that begins with / has no closing /. Close it."),
        (
            'heading "A" is shown',
            12,
            '"is shown" cannot follow heading "A". Only "in ..." may, such as: in row "Delivered".',
        ),
        (
            'button "A" in Basket',
            14,
            (
                '"Basket" is nothing to look in. After "in" stands a role and its name, such as:'
                ' in row "Delivered", in frame "Card payment".'
            ),
        ),
        ('0th button "A"', 0, 'counting begins at 1st. Write "1st" for the first.'),
        (
            "row /(/",
            5,
            (
                "/(/ is not a regular expression: missing ), unterminated subpattern at position 0."
                " Mend it, or put the name in double quotes."
            ),
        ),
        ("button “A”", 7, 'the name after "button" stands between other quotes than ". Write: button "...".'),
        ("2nd row 'A'", 8, 'the name after "row" stands between other quotes than ". Write: row "...".'),
        ("x" * 1001, 0, "more than 1000 characters for a target. Name it shorter."),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, offset: int, message: str) -> None:
    with pytest.raises(TargetError) as error:
        parse_target(text)

    assert (str(error.value), error.value.offset) == (message, offset)


def test_every_role_of_aria_snapshots_is_a_word() -> None:
    assert {"button", "textbox", "row", "heading", "link"} <= ARIA_ROLES <= TARGET_WORDS


@given(
    st.lists(
        st.sampled_from(
            [
                *sorted(TARGET_WORDS)[:8],
                '"A"',
                "/a/",
                " ",
                " in ",
                "2nd ",
                "last ",
                "frame",
                '"',
                "/",
                "(",
                "${x}",
            ]
        )
    )
)
@settings(deadline=None)
def test_any_mixture_of_words_is_a_target_or_told(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        told, offset = parse_target(text).text, 0
    except TargetError as error:
        told, offset = str(error), error.offset

    assert told == text.strip() or told.endswith((".", "?"))
    assert 0 <= offset <= len(text)
