"""How each check on a value is written, for whoever wrote it differently."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, str] = {
    "is": "{is: '/N-[0-9]+/'}",
    "is not": "{is not: $40.00}",
    "contains": "{contains: Blue shirt}",
    "less than": "{less than: $40.00}",
    "more than": "{more than: 3}",
    "at least": "{at least: 10%}",
    "at most": "{at most: 3}",
    "by": "{less than: $40.00, by: 10%}",
    "no later than": "{no later than: in 3 working days}",
    "one of": "{one of: [S, M, L]}",
}


def with_example(word: str, problem: str) -> str:
    """Return what is wrong with a check, followed by how it is written unless that is said already."""
    if word not in EXAMPLES or ". " in problem or "write it like" in problem:
        return problem
    return f"{problem} Write it like: {EXAMPLES[word]}"
