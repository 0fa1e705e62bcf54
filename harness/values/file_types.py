"""The beginning of a file in, what it is out: told by its content, never by its name."""

import codecs
import csv

FILE_TYPES = ("pdf", "png", "jpg", "zip", "csv", "text")
"""What a journey may ask for. A spreadsheet of today (xlsx) is a zip."""
WEB_PAGE, NOTHING, UNKNOWN = "web page", "empty file", "file of an unknown kind"

_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
)
# ISO 32000-1, annex H.3.4.1: the header may stand anywhere within the first 1024 bytes.
_PDF_SIGN, _PDF_WITHIN = b"%PDF-", 1024
_LINES_LOOKED_AT = 20
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\f\r")


def file_type(beginning: bytes) -> str:
    """Return one of FILE_TYPES, or `web page`, `empty file`, `file of an unknown kind`."""
    if not beginning:
        return NOTHING
    if _PDF_SIGN in beginning[:_PDF_WITHIN]:
        return "pdf"
    known = next((name for sign, name in _SIGNS if beginning.startswith(sign)), None)
    return known or _text_type(beginning)


def is_of_type(found: str, wanted: str) -> bool:
    """Whether a file passes for a type: a table with commas is a text too."""
    return found == wanted or (wanted == "text" and found == "csv")


def _text_type(beginning: bytes) -> str:
    if _CONTROLS.intersection(beginning):
        return UNKNOWN
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(beginning)
    except UnicodeDecodeError:
        text = beginning.decode("cp1252", errors="replace")
    if text.lstrip()[:14].casefold().startswith(("<!doctype html", "<html")):
        return WEB_PAGE
    return "csv" if _is_table(text) else "text"


def _is_table(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_LOOKED_AT]
    for separator in ",;\t":
        widths = {len(row) for row in csv.reader(lines, delimiter=separator)}
        if len(widths) == 1 and widths != {1}:
            return True
    return False
