"""The name of a letter and what it tells in, its text out; a team's own template of a name wins."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from harness.notify import words
from harness.reports.cx.words.speech import within
from harness.words import Said, language

OWN_FOLDER = "notify"
"""Below the journeys folder: templates of the team's own."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPECIAL_IN_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~!])")


class LetterError(Exception):
    """A template cannot be filled; the text names it, and says why."""


class Templates:
    """The templates of a project.

    Args:
        root: The journeys folder; None where only ours are known.
        scrub: Takes the secrets out of a text.
    """

    def __init__(self, root: Path | None = None, scrub: Callable[[str], str] = str) -> None:
        self._scrub = scrub
        ours = PackageLoader("harness.notify", "letters")
        own = [FileSystemLoader(root / OWN_FOLDER)] if root else []
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([*own, ours]),
            autoescape=_is_markup,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters |= {
            "slack": for_slack,
            "markdown": for_markdown,
            "cut": cut,
            "xml": for_xml,
            "within": within,
        }
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}

    def fill(self, name: str, **told: Any) -> str:
        """Return the text of a letter, without any secret.

        Raises:
            LetterError: The template is missing, or asks for what there is not.
        """
        try:
            template = self._environment.get_template(f"{name}.j2")
            return self._scrub(template.render(words=Said(words), language=language, **told))
        except (TemplateError, TypeError, ValueError) as error:
            raise LetterError(f'the template "{name}.j2" cannot be filled: {error}') from error


def _is_markup(name: str | None) -> bool:
    return bool(name) and str(name).endswith((".html.j2", ".xml.j2"))


def for_slack(text: str) -> str:
    """Escape what Slack's own marks are made of."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([*_~`])", "\u200b\\1", text)


def for_markdown(text: str) -> str:
    """Escape what Markdown would read as marks; a text stays on its line."""
    return _SPECIAL_IN_MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def for_xml(text: str) -> str:
    """Take out the signs that no XML may hold."""
    return _NOT_IN_XML.sub("", text)


def cut(text: str, most: int) -> str:
    """Shorten a text to so many signs, with three dots where something is left out."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
