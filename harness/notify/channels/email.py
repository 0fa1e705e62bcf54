"""News in, an e-mail out: HTML with the walk in pictures, and the same as plain text."""

import smtplib
import ssl
from base64 import b64decode
from contextlib import suppress
from email.message import EmailMessage
from email.utils import formatdate
from typing import cast

from harness.notify.bounded import within_time
from harness.notify.model import DeliveryError, Letter, News, Receiver
from harness.notify.pictures import pictures_of
from harness.notify.templates import Templates
from harness.notify.trust import trusted

_TIMEOUT_S = 10
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_FAULT = 500


class Email:
    """Sends by the company's mail server."""

    def write(self, news: News, templates: Templates) -> Letter:
        """Write the mail: what is told twice is told in the same words."""
        pictures = pictures_of(news)
        shown = frozenset(picture.cid for picture in pictures)
        return Letter(
            subject=news.title,
            text=templates.fill("email.txt", news=news),
            html=templates.fill("email.html", news=news, shown=shown),
            pictures=pictures,
        )

    def deliver(self, letter: Letter, to: Receiver, name: str) -> str:
        """Hand it to the mail server; tell whom the server did not take it for."""
        host, _, port = to.settings.server.partition(":")
        message = message_of(letter, to, name)
        refused = within_time(lambda: _hand_over(message, host, port, to), host)
        return f"{host} did not take it for {', '.join(refused)}" if refused else ""


def message_of(letter: Letter, to: Receiver, name: str) -> EmailMessage:
    """Return the mail as it goes over the wire; a name that stays the same shows that it came before."""
    message = EmailMessage()
    message["Subject"] = " ".join(letter.subject.split())
    message["From"] = to.settings.sender
    message["To"] = ", ".join(to.settings.to)
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = f"<{name}@{to.settings.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
        _, html = message.iter_parts()
        _add_pictures(cast("EmailMessage", html), letter)
    return message


def _add_pictures(html: EmailMessage, letter: Letter) -> None:
    for picture in letter.pictures:
        html.add_related(
            b64decode(picture.jpeg),
            "image",
            "jpeg",
            cid=f"<{picture.cid}>",
            filename=f"{picture.cid}.jpg",
            disposition="inline",
        )


def _hand_over(message: EmailMessage, host: str, port: str, to: Receiver) -> tuple[str, ...]:
    """Return whom the server did not take it for, when it took it for others."""
    is_there = False
    try:
        server = _connected(host, port, to.settings.security)
        is_there = True
        try:
            if to.settings.user:
                server.login(to.settings.user, to.password)
            return tuple(server.send_message(message))
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
    except (OSError, smtplib.SMTPException) as error:
        raise _told(error, host, is_there=is_there) from None  # its own words may hold what was sent


def _told(error: OSError | smtplib.SMTPException, host: str, *, is_there: bool) -> DeliveryError:
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return _refused(next(iter(refused.values()))[0], f"{host} knows none of those it is for")
        case smtplib.SMTPResponseException():
            is_login = isinstance(error, smtplib.SMTPAuthenticationError)
            what = "does not take the login" if is_login else f"refused it with {error.smtp_code}"
            return _refused(error.smtp_code, f"{host} {what}")
        case smtplib.SMTPNotSupportedError():
            return DeliveryError(f"{host} does not offer the security or login asked for", may_go_later=False)
        case ssl.SSLError():
            return DeliveryError(f"{host} cannot prove that it is {host}", may_go_later=False)
        case _ if is_there:
            return DeliveryError(f"{host} fell silent", may_go_later=True, is_unsure=True)
        case _:
            return DeliveryError(f"{host} cannot be reached", may_go_later=True)


def _connected(host: str, port: str, security: str) -> smtplib.SMTP:
    number = int(port) if port else _PORTS[security]
    context = trusted()
    if security == "tls":
        return smtplib.SMTP_SSL(host, number, timeout=_TIMEOUT_S, context=context)
    server = smtplib.SMTP(host, number, timeout=_TIMEOUT_S)
    if security == "starttls":
        try:
            server.starttls(context=context)
        except (OSError, smtplib.SMTPException):
            with suppress(OSError):
                server.close()
            raise
    return server


def _refused(code: int, what: str) -> DeliveryError:
    return DeliveryError(what, may_go_later=code < _FAULT)
