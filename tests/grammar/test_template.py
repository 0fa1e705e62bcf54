import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.grammar.template import TemplateError, names_in, put_in


def test_names_are_found_with_their_offsets() -> None:
    assert names_in("a ${code} b ${shopper.e-mail}") == (("code", 2), ("shopper.e-mail", 12))


def test_a_dollar_alone_is_text() -> None:
    assert names_in("$40.00 and $ and {code}") == ()


def test_values_are_put_in() -> None:
    assert put_in("${a}-${b.c}-${a}", {"a": "1", "b.c": "$2"}.__getitem__) == "1-$2-1"
    assert put_in("nothing", str.upper) == "nothing"


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("a ${code", 2, '"${" without its "}". Close it: "${name}".'),
        (
            "${code + 1}",
            0,
            (
                '"${code + 1}" is not a name. Between the braces stands one name, such as "${code}";'
                " there are no expressions."
            ),
        ),
        (
            "${}",
            0,
            (
                '"${}" is not a name. Between the braces stands one name, such as "${code}";'
                " there are no expressions."
            ),
        ),
        (
            "x ${a.b.c}",
            2,
            (
                '"${a.b.c}" is not a name. Between the braces stands one name, such as "${code}";'
                " there are no expressions."
            ),
        ),
    ],
)
def test_what_is_no_name_is_told_with_its_place(text: str, offset: int, message: str) -> None:
    with pytest.raises(TemplateError) as error:
        names_in(text)

    assert (str(error.value), error.value.offset) == (message, offset)


@given(st.text(alphabet="${}ab. -"), st.text())
def test_putting_in_replaces_every_name_or_tells(text: str, value: str) -> None:
    try:
        names = names_in(text)
    except TemplateError:
        return
    seen: list[str] = []

    def value_of(name: str) -> str:
        seen.append(name)
        return value

    put_in(text, value_of)

    assert seen == [name for name, _ in names]
