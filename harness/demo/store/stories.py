"""`stories.toml` in, what the lookbook tells out."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Story:
    """One story of the lookbook; the colors run from the sky to the nearest hill."""

    slug: str
    title: str
    teaser: str
    paragraphs: tuple[str, ...]
    wears: tuple[str, ...]
    colors: tuple[str, ...]
    sun: tuple[int, int]


def _story(entry: dict[str, Any]) -> Story:
    lists = {name: tuple(entry[name]) for name in ("paragraphs", "wears", "colors", "sun")}
    return Story(**{**entry, **lists})


_ENTRIES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["story"]
STORIES = {entry["slug"]: _story(entry) for entry in _ENTRIES}
