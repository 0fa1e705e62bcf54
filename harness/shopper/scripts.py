"""The scripts that run in pages, read once."""

from functools import cache
from importlib.resources import files


@cache
def script(name: str) -> str:
    """Return the source of `harness/shopper/js/<name>.js`."""
    return files("harness.shopper").joinpath("js", f"{name}.js").read_text(encoding="utf-8")
