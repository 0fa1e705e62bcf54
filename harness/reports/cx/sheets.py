"""The name of a template in, the template of a whole page out."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


def sheet(name: str) -> Template:
    """Return a page's template: the words of sites are not trusted, so all are escaped."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("harness.reports.cx"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
