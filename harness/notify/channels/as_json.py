"""The name of a JSON template and news in, a letter that surely is JSON out."""

import json
from typing import Any

from harness.notify.model import Letter, News
from harness.notify.templates import LetterError, Templates


def json_letter(name: str, news: News, templates: Templates) -> Letter:
    """Fill a template of JSON.

    Raises:
        LetterError: It cannot be filled, or what comes out is no JSON.
    """
    return Letter(subject=news.title, text=checked(name, templates.fill(name, news=news)))


def checked(name: str, text: str) -> str:
    """Return JSON on as few signs as it needs.

    Raises:
        LetterError: It is none.
    """
    try:
        told: Any = json.loads(text)
    except ValueError as error:
        raise LetterError(f'the template "{name}.j2" makes no JSON: {error}') from error
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
