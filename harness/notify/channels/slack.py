"""News in, a message for a Slack channel out, by an incoming webhook: blocks, and a text of one line."""

from harness.notify.channels.as_json import json_letter
from harness.notify.model import Letter, News, Receiver
from harness.notify.posting import post
from harness.notify.templates import Templates


class Slack:
    """Posts blocks; https://docs.slack.dev/reference/block-kit/blocks has their bounds."""

    def write(self, news: News, templates: Templates) -> Letter:
        """Write the message."""
        return json_letter("slack.json", news, templates)

    def deliver(self, letter: Letter, to: Receiver, name: str) -> str:
        """Post it; Slack knows no name of a message."""
        del name
        post(to.url, letter.text)
        return ""
