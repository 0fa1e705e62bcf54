"""What can be named on a page in, lines an author copies into her journey out."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from harness.targets.looking import NEAREST
from harness.targets.model import Targets, Use
from harness.targets.nearness import distance_to
from harness.targets.writing import line_of

HEADINGS = {
    Use.CLICK: "To click",
    Use.FILL: "To fill",
    Use.CHOOSE: "To choose, and what there is",
    Use.TICK: "To check and uncheck",
    Use.UPLOAD: "To upload a file to",
    Use.READ: "To read, and what stands there now",
    Use.SEE: "To see",
    Use.COUNT: "To count, and how many there are now",
}
USES = {
    "fill": (Use.FILL,),
    "choose": (Use.CHOOSE,),
    "check": (Use.TICK,),
    "uncheck": (Use.TICK,),
    "upload": (Use.UPLOAD,),
    "remember": (Use.READ,),
    "see": (Use.READ, Use.SEE),
    "not see": (Use.READ, Use.SEE),
}
"""What the verbs want, other than something to click."""


def show_nearest(targets: Targets, console: Console, *, verb: str, wanted: str) -> None:
    """Print what comes nearest to a target that a verb did not find, what the verb could take first."""
    first, distance = USES.get(verb, (Use.CLICK,)), distance_to(wanted)
    for use in sorted(HEADINGS, key=lambda use: use not in first):
        named = sorted(targets.of(use), key=lambda each: distance(each.words))[:NEAREST]
        _group(HEADINGS[use], [line_of(each) for each in named], console)
    _group("What nobody can name", targets.unnamed, console)


def show(targets: Targets, console: Console) -> None:
    """Print what can be named."""
    console.print(Text.assemble((targets.title or "a page without a title", "bold"), f"  {targets.address}"))
    for use, heading in HEADINGS.items():
        _group(heading, [line_of(each) for each in targets.of(use)], console)
    _group("Frames, and what leads into them", [f"... in {frame}" for frame in targets.frames], console)
    _group("What nobody can name", targets.unnamed, console)
    if targets.left_out:
        console.print(
            Text(f"\n{targets.left_out} more things at the end of the page are not listed.", "yellow")
        )
    if not targets.named:
        console.print(Text("\nnothing on this page can be named.", "yellow"))


def as_facts(targets: Targets) -> dict[str, object]:
    """Return the same for programs."""
    return {
        "address": targets.address,
        "title": targets.title,
        **{
            use.value: [
                {"target": each.words, "value": each.value, "options": list(each.options)}
                for each in targets.of(use)
            ]
            for use in Use
        },
        "frames": list(targets.frames),
        "unnamed": list(targets.unnamed),
        "left_out": targets.left_out,
    }


def _group(heading: str, lines: Sequence[str], console: Console) -> None:
    if not lines:
        return
    console.print(Text(f"\n{heading}", "bold"))
    for line in lines:
        console.print(Text(f"  {line}"), soft_wrap=True)
