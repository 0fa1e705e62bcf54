"""The name of a script in, its source out: what runs in recorded pages."""

from functools import cache
from importlib.resources import files


@cache
def script(name: str) -> str:
    """Return the source of `harness/recorder/<name>.js`."""
    return files("harness.recorder").joinpath(f"{name}.js").read_text(encoding="utf-8")
