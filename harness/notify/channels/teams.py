"""News in, an adaptive card for a Microsoft Teams channel out, by the webhook of a workflow."""

from harness.notify.channels.as_json import json_letter
from harness.notify.model import Letter, News, Receiver
from harness.notify.posting import post
from harness.notify.templates import Templates


class Teams:
    """Posts a message with one card."""

    def write(self, news: News, templates: Templates) -> Letter:
        """Write the card."""
        return json_letter("teams.json", news, templates)

    def deliver(self, letter: Letter, to: Receiver, name: str) -> str:
        """Post it; a workflow knows no name of a message."""
        del name
        post(to.url, letter.text)
        return ""
