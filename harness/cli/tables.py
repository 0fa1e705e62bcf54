"""Rows of texts in, lines for a terminal out: columns, or below each other where it is too narrow."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

GAP = "  "


def print_table(
    console: Console, heads: Sequence[str], rows: Sequence[Sequence[str]], narrow: Callable[[], None]
) -> None:
    """Print columns as wide as their widest cell, also where letters are two cells wide.

    Args:
        console: Where to.
        heads: What stands above the columns.
        rows: The cells of each line; without any, nothing is printed.
        narrow: Called instead where the window is too narrow for it.
    """
    lines = _lines([heads, *rows])
    if rows and console.is_terminal and max(map(cell_len, lines)) > console.width:
        narrow()
    elif rows:
        console.print(Text(lines[0], "bold"), soft_wrap=True)
        console.print(Text("\n".join(lines[1:])), soft_wrap=True)


def _lines(cells: Sequence[Sequence[str]]) -> Sequence[str]:
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    padded = (
        [text + " " * (width - cell_len(text)) for text, width in zip(line, widths, strict=True)]
        for line in cells
    )
    return [GAP.join(line).rstrip() for line in padded]
