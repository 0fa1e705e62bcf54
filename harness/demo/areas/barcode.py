"""A text in, the bars of its Code 39 barcode out (ISO/IEC 16388)."""

from dataclasses import dataclass

# Nine elements a sign, bar and gap in turn; 1 is wide.
SIGNS = {
    "0": "000110100",
    "1": "100100001",
    "2": "001100001",
    "3": "101100000",
    "4": "000110001",
    "5": "100110000",
    "6": "001110000",
    "7": "000100101",
    "8": "100100100",
    "9": "001100100",
    "R": "100000110",
    "T": "000010110",
    "-": "010000101",
    "*": "010010100",
}
NARROW, WIDE = 2, 5


@dataclass(frozen=True)
class Bars:
    """Black bars as (left edge, width), and the width of the whole, in SVG units."""

    bars: tuple[tuple[int, int], ...]
    width: int


def bars(text: str) -> Bars:
    """Draw a return number as a barcode, between its start and stop signs."""
    edges: list[tuple[int, int]] = []
    left = 0
    for sign in f"*{text}*":
        for place, element in enumerate(SIGNS[sign]):
            width = WIDE if element == "1" else NARROW
            if place % 2 == 0:
                edges.append((left, width))
            left += width
        left += NARROW
    return Bars(tuple(edges), left)
