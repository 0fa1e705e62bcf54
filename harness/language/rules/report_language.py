"""The languages of a site file's reports in, a problem out for each that nobody has written."""

from collections.abc import Iterable
from pathlib import Path

from harness.language.folder import WORDS_FOLDER
from harness.language.model import Site
from harness.language.reading.reading import Reading
from harness.words import CatalogueError, catalogue_of


def check_report_language(sites: Iterable[Site], reading: Reading, root: Path) -> None:
    """Note each language without words, and each mistake in a team's own.

    Args:
        sites: Those of the file.
        reading: Where problems are noted.
        root: The journeys folder; a team's own languages lie in its `words/`.
    """
    for language, site in {site.report_language: site for site in sites}.items():
        try:
            catalogue_of(language, root / WORDS_FOLDER)
        except CatalogueError as error:
            at = reading.find(language, reading.find("report language:", site.place))
            reading.problem(at, str(error).replace(f"{root.parent}/", "").replace("\n", " "))
