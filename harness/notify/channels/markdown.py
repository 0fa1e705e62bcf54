"""News in, a Markdown file out, for wikis and comments of pipelines."""

from pathlib import Path

from harness.notify.channels.written import write_file
from harness.notify.model import FileError, News
from harness.notify.templates import Templates


class Markdown:
    """Writes what is to be told as one Markdown file."""

    def write(self, news: News, templates: Templates, file: Path | None) -> str:
        """Write the file."""
        if file is None:
            raise FileError("nobody says into which file")
        return write_file(file, templates.fill("markdown.md", news=news))
