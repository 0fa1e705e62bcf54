"""The scripts that run in pages, read once."""

from functools import cache
from importlib.resources import files

PAGE_VIEWS = ("where", "words", "entries", "figures", "soft", "observe")


@cache
def script(name: str) -> str:
    """Return the source of `harness/shopper/js/<name>.js`."""
    return files("harness.shopper").joinpath("js", f"{name}.js").read_text(encoding="utf-8")


@cache
def page_views_script() -> str:
    """Return the files of `js/page_views/` as one program that leaves no names in the page."""
    parts = "\n".join(script(f"page_views/{name}") for name in PAGE_VIEWS)
    return f"(() => {{\n{parts}\n}})();"
