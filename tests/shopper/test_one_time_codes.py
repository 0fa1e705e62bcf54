"""Codes are those of RFC 6238, whatever the site's key looks like."""

import pytest

from harness.shopper.one_time_codes import _of_address, one_time_code

# The vectors of RFC 6238, appendix B: the key in base32, eight digits.
SHA1 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
SHA256 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA===="


@pytest.mark.parametrize(
    ("words", "at_s", "code"),
    [
        (f"secret={SHA1}", 59, "94287082"),
        (f"secret={SHA1}", 1111111109, "07081804"),
        (f"secret={SHA256}&algorithm=SHA256", 59, "46119246"),
        (f"secret={SHA256}&algorithm=sha256", 2000000000, "90698825"),
    ],
)
def test_codes_are_those_of_the_standard(words: str, at_s: int, code: str) -> None:
    assert _of_address(f"otpauth://totp/Shop:pat?{words}&digits=8").at(at_s) == code


def test_a_short_key_in_groups_and_small_letters_gives_a_code() -> None:
    assert len(one_time_code("jbsw y3dp ehpk 3pxp")) == 6


@pytest.mark.parametrize(
    "key",
    [
        "not a key!",
        "otpauth://hotp/Shop?secret=JBSWY3DP&counter=1",
        "otpauth://totp/Shop",
        "otpauth://totp/?secret=1",
    ],
)
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- whatever it says, no caller shows it
        one_time_code(key)
