"""A failure in, the text that whoever must act can hand on as it is out."""

from datetime import timedelta

from harness.judge.failure import Failure
from harness.judge.signs.robot_signs import REFERENCE

LOG_LONGEST = 20_000
OUR_TOKEN = "MysteryShopper/"  # noqa: S105 -- a word of the User-Agent


def letter_to_operations(failure: Failure, met: str) -> str:
    """Write to those who run the protection against robots, so that they can let the shopper in.

    Args:
        failure: Where she was turned away.
        met: What she met, as a sentence.
    """
    visit, health = failure.visit, failure.health
    at = visit.started_at + timedelta(milliseconds=failure.step.started_ms)
    agent = visit.browser.user_agent if visit.browser else ""
    token = agent[agent.find(OUR_TOKEN) :] if OUR_TOKEN in agent else ""
    reference = REFERENCE.search(health.text)
    lines = [
        f"Please let our mystery shopper in at {visit.site}.",
        "",
        "She walks the site as a customer would, slowly and a few times a day, to tell us what customers",
        "cannot do. She was taken for a robot:",
        "",
        f"  when:       {at:%Y-%m-%d %H:%M:%S} UTC",
        f"  where:      {health.url.partition('?')[0] or visit.address}",
        f"  what:       {met}",
        f"  reference:  {reference.group(1)}" if reference else "",
        f"  known by:   her User-Agent, which ends in {token}" if token else "",
        f"  in full:    {agent}" if agent else "",
        "  comes from: (add the public address of the machine that runs her)",
        "",
        "A rule that admits this User-Agent from this address is enough.",
    ]
    return "\n".join(line for i, line in enumerate(lines) if line or i in {1, 4, 11, 12}).replace(
        "\n\n\n", "\n\n"
    )


def log_of(failure: Failure) -> str:
    """Return what a defect of ours looks like from inside, for those who mend it."""
    trouble, versions = failure.trouble, failure.visit.versions
    made_with = ", ".join(f"{name} {version}" for name, version in versions.items())
    place = f"{trouble.place.file}:{trouble.place.line}"
    told = [f"{trouble.kind} at {place}", made_with, trouble.message, trouble.technical[-LOG_LONGEST:]]
    return "\n".join(filter(None, told))
