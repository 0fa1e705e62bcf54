"""The tables of channels: each kind is a module of its own, and one line here."""

from collections.abc import Mapping

from harness.notify.channels.email import Email
from harness.notify.channels.github_summary import GithubSummary
from harness.notify.channels.junit import JUnit
from harness.notify.channels.markdown import Markdown
from harness.notify.channels.slack import Slack
from harness.notify.channels.teams import Teams
from harness.notify.channels.webhook import Webhook
from harness.notify.model import Channel, FileChannel

SENT: Mapping[str, Channel] = {
    "email": Email(),
    "slack": Slack(),
    "teams": Teams(),
    "webhook": Webhook(),
}
"""They go through the outbox."""

WRITTEN: Mapping[str, FileChannel] = {
    "junit": JUnit(),
    "github summary": GithubSummary(),
    "markdown": Markdown(),
}
"""Files that each run writes."""
