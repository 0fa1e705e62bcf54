"""Steps and their values in, the text of a journey file out; every text is quoted where YAML needs it."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from harness.recorder.lines import LEFT_OUT, Line
from harness.recorder.steps import RecordedStep
from harness.recorder.values import Names

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SIMPLE = re.compile(r"[A-Za-z0-9][\w .@+-]*")
"""What may stand in braces without quotes."""
PAIRS = ("fill", "choose", "upload")


@dataclass(frozen=True)
class Head:
    """What stands above the steps."""

    title: str
    stage: str = ""
    personas: tuple[str, ...] = ()
    commits: str = "nothing"
    comments: tuple[str, ...] = ()


def written(head: Head, steps: Sequence[RecordedStep], names: Names) -> str:
    """Return the text of the file."""
    return (
        "\n".join([*_head(head, names), "steps:", *(line for step in steps for line in _step(step, names))])
        + "\n"
    )


def scalar(text: str) -> str:
    """Return a text as YAML writes it, plain where that is the same."""
    if re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]", text):
        return json.dumps(text)
    return text if _is_plain(text) else "'" + text.replace("'", "''") + "'"


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or text[0] in "\"'" or " #" in text or ": " in text:
        return False
    try:
        return bool(yaml.load(f"- {text}: {text}", Loader=_Loader) == [{text: text}])  # noqa: S506 -- texts only
    except yaml.YAMLError:
        return False


def _head(head: Head, names: Names) -> Iterator[str]:
    yield from (f"# {comment}" for comment in head.comments)
    yield f"journey: {scalar(head.title)}"
    yield "# why: What it costs when customers cannot do this."
    if head.stage:
        yield f"stage: {head.stage}"
    if head.personas:
        yield f"personas: [{', '.join(head.personas)}]"
    if head.commits != "nothing":
        yield f"commits: {head.commits}"
    if names.data:
        yield "data:"
        yield from (f"  {name}: {scalar(value)}" for name, value in names.data.items())


def _step(step: RecordedStep, names: Names) -> Iterator[str]:
    yield f"  - step: {scalar(step.name)}"
    if step.commits:
        yield f"    commits: {step.commits}"
    if any(line.verb != LEFT_OUT for line in step.do):
        yield "    do:"
    yield from _lines(step.do, names)
    yield from (f"    # {comment}" for comment in step.comments)
    if step.see:
        yield "    see:"
        for claim in step.see:
            if isinstance(claim, str):
                yield f"      - {scalar(claim)}"
            else:
                yield from _claim(claim, "      - ")


def _lines(lines: Sequence[Line], names: Names) -> Iterator[str]:
    fields: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if line.trouble:
            yield f"      # {line.trouble}"
        if line.verb not in PAIRS:
            yield from _single(line) if line.verb != LEFT_OUT else ()
            continue
        fields.append(line)
        goes_on = (
            following is not None
            and following.verb == line.verb
            and not following.trouble
            and following.target not in {each.target for each in fields}
        )
        if not goes_on:
            yield from _pairs(fields, names)
            fields = []


def _single(line: Line) -> Iterator[str]:
    if line.verb == "see":
        yield from _claim(line, "      - see: ")
    else:
        yield f"      - {line.verb}: {scalar(line.target)}" if line.target else f"      - {line.verb}"


def _claim(line: Line, begin: str) -> Iterator[str]:
    if not line.value:
        yield f"{begin}{scalar(line.target)}"
    elif begin.endswith(": "):
        yield begin.rstrip()
        yield f"          {scalar(line.target)}: {scalar(line.value)}"
    else:
        yield f"{begin}{scalar(line.target)}: {scalar(line.value)}"


def _pairs(lines: Sequence[Line], names: Names) -> Iterator[str]:
    told = [(line.target, names.value(line)) for line in lines]
    if len(told) == 1 and all(_SIMPLE.fullmatch(text) for text in told[0]):
        yield f"      - {lines[0].verb}: {{{told[0][0]}: {told[0][1]}}}"
        return
    yield f"      - {lines[0].verb}:"
    yield from (f"          {scalar(target)}: {scalar(value)}" for target, value in told)
