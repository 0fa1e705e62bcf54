"""The name of a template in, the template of a whole page out."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from harness.reports.cx.words import journey_labels, labels, sentences
from harness.words import Said, language


def sheet(name: str) -> Template:
    """Return a page's template: the words of sites are not trusted, so all are escaped.

    It knows the fixed words of all pages as `labels`, those of a journey's page as `said`.
    """
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("harness.reports.cx"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        labels=Said(labels), said=Said(journey_labels), sentences=sentences, language=language
    )
    return environment
