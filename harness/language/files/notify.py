"""What stands below `notify:` of the site file in, who is told what and when out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from harness.language.files.identification import contact_problem
from harness.language.known.channels import KINDS, OCCASIONS, SECURITIES, USUAL
from harness.language.known.severities import SEVERITIES
from harness.language.known.stages import STAGES, TOUCHPOINTS
from harness.language.known.time_zones import time_zone_problem
from harness.language.model import Place
from harness.language.notify import ChannelSettings, Notify, Only
from harness.language.reading.nodes import MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import MappingOf, OneOrMore
from harness.language.shapes.plain import Checked, OneOf, Pattern, PlainText
from harness.language.shapes.sending_times import quiet_hours, quiet_problem, weekly_moment, weekly_problem
from harness.language.shapes.table import Found, Key, Table
from harness.language.shapes.with_secrets import SecretText, password_problem, receiver_problem

_SERVER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?", re.ASCII)
_ALWAYS_KEYS = ("slack", "teams")
"""Kinds whose addresses are keys, however they look."""


def mail_problem(text: str) -> str | None:
    """Return what is wrong with an e-mail address, or None."""
    is_page = text.startswith(("http:", "https:"))
    return (
        f'"{text}" is no e-mail address. Write it like qa@shop.example'
        if is_page or contact_problem(text)
        else None
    )


def file_problem(text: str) -> str | None:
    """Return what is wrong with the path of a file that is written, or None."""
    parts = re.split(r"[/\\]", text)
    is_outside = text.startswith(("/", "\\", "~")) or ":" in text or ".." in parts
    remedy = "Write it from the folder above the journeys, such as build/journeys.xml"
    return f'"{text}" may lead out of the project. {remedy}' if is_outside else None


def published_problem(text: str) -> str | None:
    """Return what is wrong with the address at which reports are published, or None."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    is_page = parts.scheme in {"http", "https"} and parts.hostname and parts.username is None
    return (
        None if is_page else f'"{text}" is no address of reports. Write it like https://reports.shop.example'
    )


_KIND = Key("kind", OneOf(tuple(KINDS), "kind of channel"), "What it is sent by.", "", required=True)
_WHEN = Key(
    "when",
    OneOrMore(OneOf(OCCASIONS, "occasion"), "occasions"),
    "On which occasions something is sent.",
    USUAL,
)
_QUIET_HOURS = Key(
    "quiet hours", Checked("hours of the day", quiet_problem), "When it waits: `22:00-07:00`.", ""
)
_TIME_ZONE = Key(
    "timezone",
    Checked("a time zone", time_zone_problem),
    "Whose hours these are; the site's by default.",
    None,
)
_DIGEST = Key(
    "digest", Checked("a moment of the week", weekly_problem), "When the week is told: `Monday 08:00`.", ""
)
_ONLY_KEYS: Mapping[str, Key[tuple[str, ...]]] = {
    "severity": Key(
        "severity", OneOrMore(OneOf(SEVERITIES, "severity"), "severities"), "Journeys so severe.", ()
    ),
    "stage": Key("stage", OneOrMore(OneOf(STAGES, "stage"), "stages"), "Journeys of these stages.", ()),
    "owner": Key("owner", OneOrMore(PlainText("an owner"), "owners"), "What these own.", ()),
    "touchpoint": Key(
        "touchpoint", OneOrMore(OneOf(TOUCHPOINTS, "touchpoint"), "touchpoints"), "What is met there.", ()
    ),
}
ONLY_KEYS: tuple[Key[Any], ...] = tuple(_ONLY_KEYS.values())


def _only(found: Found) -> Only:
    return Only(**{name: found[key] for name, key in _ONLY_KEYS.items()})


ONLY: Key[Only] = Key("only", Table("only", ONLY_KEYS, _only), "Only findings that fit all of these.", Only())
_MAIL = Checked("an e-mail address", mail_problem)
_TO = Key("to", OneOrMore(_MAIL, "e-mail addresses"), "Whom the e-mail goes to.", ())
_FROM = Key("from", _MAIL, "Whom the e-mail comes from.", "")
_SERVER_KEY = Key(
    "server",
    Pattern(_SERVER, "a mail server", "Write it like smtp.shop.example:587"),
    "The mail server: host, or `host:port`.",
    "",
)
_SECURITY = Key(
    "security", OneOf(SECURITIES, "security"), "How it is kept from others on its way.", "starttls"
)
USER = Key("user", PlainText("a user name"), "Who signs in.", "")
PASSWORD = Key("password", SecretText("a password", password_problem), "With what: `${secret.NAME}`.", "")
_URL = Key("url", SecretText("an address", receiver_problem), "Where it is posted: `${secret.NAME}`.", "")
_SIGNATURE = Key(
    "signature",
    SecretText("a key", password_problem),
    "Signs what is posted, so that the receiver knows it is ours: `${secret.NAME}`.",
    "",
)
_FILE = Key(
    "file", Checked("a file", file_problem), "Where it is written, from the folder above the journeys.", ""
)
CHANNEL_KEYS: tuple[Key[Any], ...] = (
    *(_KIND, _WHEN, _QUIET_HOURS, _TIME_ZONE, _DIGEST, ONLY),
    *(_TO, _FROM, _SERVER_KEY, _SECURITY, USER, PASSWORD, _URL, _SIGNATURE, _FILE),
)


def _channel(found: Found) -> ChannelSettings:
    when = found[_WHEN]
    if _DIGEST in found and "weekly" not in when:
        when = (*when, "weekly")
    return ChannelSettings(
        name="",
        kind=found[_KIND],
        when=when,
        quiet=quiet_hours(found[_QUIET_HOURS]),
        timezone=found[_TIME_ZONE],
        digest=weekly_moment(found[_DIGEST]),
        only=found[ONLY],
        to=found[_TO],
        sender=found[_FROM],
        server=found[_SERVER_KEY],
        security=found[_SECURITY],
        user=found[USER],
        password=found[PASSWORD],
        url=found[_URL],
        signature=found[_SIGNATURE],
        file=found[_FILE],
    )


_CHANNEL: Table[ChannelSettings] = Table("a channel", CHANNEL_KEYS, _channel)


@dataclass(frozen=True)
class OneChannel:
    """A channel, with the keys of its kind and no others."""

    table: Table[ChannelSettings] = _CHANNEL

    def read(self, node: Node, reading: Reading) -> ChannelSettings:
        """Return the channel."""
        channel = self.table.read(node, reading)
        if isinstance(node, MappingNode) and channel.kind in KINDS:
            _check_keys(node, channel.kind, reading)
            _check_secrecy(node, channel, reading)
        return channel


def _check_keys(node: MappingNode, kind: str, reading: Reading) -> None:
    takes = KINDS[kind]
    names = {name.text: name for name, _ in node.pairs}
    known = {key.name for key in CHANNEL_KEYS}
    for name, at in names.items():
        if name in known - {_KIND.name, *takes.needs, *takes.may_have}:
            reading.problem(at, f'a channel of the kind "{kind}" has no "{name}:". Take it out.')
    for name in takes.needs:
        if name not in names:
            key = next(key for key in CHANNEL_KEYS if key.name == name)
            reading.problem(node, f'a channel of the kind "{kind}" needs "{name}:". Add it: {key.doc}')


def _check_secrecy(node: MappingNode, channel: ChannelSettings, reading: Reading) -> None:
    at = {name.text: value for name, value in node.pairs}
    is_clear = "${secret." not in channel.url and not receiver_problem(channel.url)
    if channel.kind in _ALWAYS_KEYS and channel.url and is_clear:
        message = f"whoever knows an address of {channel.kind} can write there: it is a key."
        reading.problem(at[_URL.name], f"{message} Put it into the environment, and write ${{secret.NAME}}")
    if channel.password and not channel.user and not password_problem(channel.password):
        reading.problem(at[PASSWORD.name], '"password:" needs "user:". Add who signs in.')
    if channel.user and channel.security == "none":
        message = 'with "security: none" everybody on the way reads the password. Write: security: starttls'
        reading.problem(at[_SECURITY.name], message)


_REPORT_ADDRESS = Key(
    "report address",
    Checked("an address", published_problem),
    "Where your reports are published; messages link to it.",
    "",
)
_CHANNELS: Key[Mapping[str, ChannelSettings]] = Key(
    "channels",
    MappingOf(
        Pattern(re.compile(r"[A-Za-z][\w -]*"), "the name of a channel", "Write it like: checkout-team"),
        OneChannel(),
        'channels: {team: {kind: slack, url: "${secret.SLACK_WEBHOOK}"}}',
    ),
    "By whom and what somebody is told, each by a name of yours.",
    {},
)
NOTIFY_KEYS: tuple[Key[Any], ...] = (_REPORT_ADDRESS, _CHANNELS)
NOTIFY: Key[Found] = Key(
    "notify",
    Table("notify", NOTIFY_KEYS, lambda found: found),
    "Who is told what is new, reopened or fixed, and how.",
    Found(Place("", 1), {}),
)


def notify_of(found: Found) -> Notify:
    """Return what these keys say."""
    channels = {name: replace(channel, name=name) for name, channel in found[_CHANNELS].items()}
    return Notify(found[_REPORT_ADDRESS].rstrip("/"), channels)
