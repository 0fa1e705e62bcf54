import pytest

from harness.values.file_types import file_type, is_of_type


@pytest.mark.parametrize(
    ("beginning", "told"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "jpg"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"order;price\r\n4711;40,00\r\n", "csv"),
        (b'order,what\n1,"a shirt, blue"\n', "csv"),
        (b"\xef\xbb\xbforder\tprice\n1\t2\n", "csv"),
        (b"Gr\xfc\xdfe;1\nB\xe4r;2\n", "csv"),
        (b"Dear customer,\nhere is your order.", "text"),
        ("Grüße".encode()[:-3], "text"),
        (b" \n<!DOCTYPE html><h1>Sign in</h1>", "web page"),
        (b"", "empty file"),
        (b"MZ\x90\x00\x03", "file of an unknown kind"),
    ],
)
def test_a_file_is_known_by_its_content(beginning: bytes, told: str) -> None:
    assert file_type(beginning) == told


def test_a_table_is_a_text_and_not_the_other_way_round() -> None:
    assert is_of_type("csv", "text")
    assert not is_of_type("text", "csv")
