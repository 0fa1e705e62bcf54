"""News in, a JUnit XML file out: each visit is a testcase, for whatever reads such files."""

from pathlib import Path

from harness.notify.channels.written import write_file
from harness.notify.model import FileError, News
from harness.notify.templates import Templates


class JUnit:
    """Writes what continuous integration shows beside other tests."""

    def write(self, news: News, templates: Templates, file: Path | None) -> str:
        """Write the file."""
        if file is None:
            raise FileError("nobody says into which file")
        return write_file(file, templates.fill("junit.xml", news=news))
