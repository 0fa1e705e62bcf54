"""Shoppers in, Allure's environments out: each persona is one, known by the label of a result."""

from collections.abc import Iterable

from harness.compile.slug import unique_slug

LONGEST = 64
"""Allure takes no longer name, and none with a slash."""


def environment_id(persona: str) -> str:
    """Return what Allure knows a shopper's environment by: Latin letters, digits and hyphens."""
    return unique_slug(persona, longest=40)


def environments(personas: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the environments by their ids; `value` is that of the label."""
    return {
        environment_id(persona): {"name": _name(persona), "value": persona}
        for persona in sorted(set(personas))
    }


def _name(persona: str) -> str:
    return " ".join(persona.replace("/", " ").replace("\\", " ").split())[:LONGEST]
