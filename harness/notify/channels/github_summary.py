"""News in, a chapter of the summary of a step of GitHub Actions out."""

import os
from pathlib import Path

from harness.notify.model import FileError, News, NotHereError
from harness.notify.templates import Templates

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file of the step: https://docs.github.com/actions/reference/workflow-commands-for-github-actions"""
MOST_BYTES = 1024 * 1024
"""GitHub shows nothing of a larger one."""


class GithubSummary:
    """Adds to the file that GitHub names; the same run is added once."""

    def write(self, news: News, templates: Templates, file: Path | None) -> str:
        """Add to the summary."""
        named = os.environ.get(SUMMARY)
        if not named:
            raise NotHereError(f"this is no step of GitHub Actions: ${SUMMARY} is not set")
        summary = file or Path(named)
        mark = f"<!-- mystery shopper: {news.id} -->"
        text = f"{mark}\n{templates.fill('summary.md', news=news)}\n"
        try:
            before = summary.read_text(encoding="utf-8") if summary.exists() else ""
            if mark in before:
                return str(summary)
            if len(f"{before}{text}".encode()) > MOST_BYTES:
                raise FileError("the summary of this step is full")
            with summary.open("a", encoding="utf-8") as opened:
                opened.write(text)
        except OSError as error:
            raise FileError(f"{summary} cannot be written: {error.strerror}") from error
        return str(summary)
