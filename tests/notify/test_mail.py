"""E-mail goes out as the company's server wants it: encrypted, after a login, and not to a stranger."""

from pathlib import Path

import pytest

from harness.notify.channels import email
from tests.reports.cx.records import BEGAN
from tests.rough_servers import self_signed

from .desks import SECRETS, channels
from .nights import RUN
from .servers import Mailbox, crowded, mail_server
from .test_sending import all_written, tell

LOGIN = ("shopper", SECRETS["SMTP_PASSWORD"])


def to(box: Mailbox, more: str) -> str:
    people = "to: [qa@shop.example, cx@shop.example], from: shopper@shop.example"
    return channels(team=f"kind: email, {people}, {more}, server: '{box.server}'")


def test_a_mail_has_html_and_the_same_as_text(tmp_path: Path) -> None:
    with mail_server() as box:
        (said,) = tell(tmp_path, to(box, "security: none"), now=BEGAN)

    (mail,) = box.mails
    assert said.startswith("team: sent: ")
    assert box.to == ["qa@shop.example", "cx@shop.example"]
    assert mail["Message-ID"] == f"<{RUN}--team@shop.example>"
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    for told in (text.get_content(), html.get_content()):
        assert "Customers cannot apply a promo code" in told
        assert "checkout-team" in told


def test_it_is_encrypted_and_signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(certificate=certificate, login=LOGIN) as box:
        (said,) = tell(tmp_path, to(box, 'user: shopper, password: "${secret.SMTP_PASSWORD}"'))

    assert said.startswith("team: sent: ")
    assert len(box.mails) == 1
    assert SECRETS["SMTP_PASSWORD"] not in all_written(tmp_path)


def test_it_is_encrypted_from_the_first_word_on_where_the_server_wants_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(certificate=certificate, at_once=True) as box:
        (said,) = tell(tmp_path, to(box, "security: tls"))

    assert said.startswith("team: sent: ")
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    ("secret", "why"),
    [
        ("wrong", "127.0.0.1 does not take the login"),
        ("", 'nobody provides the secret "SMTP_PASSWORD": set it in the environment'),
    ],
)
def test_a_login_that_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str, why: str
) -> None:
    certificate = self_signed(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with mail_server(certificate=certificate, login=LOGIN) as box:
        lines = to(box, 'user: shopper, password: "${secret.SMTP_PASSWORD}"')
        (said,) = tell(tmp_path, lines, SMTP_PASSWORD=secret)

    assert said.startswith(f"team: not sent, {why}. It is kept")
    assert box.mails == []


def test_a_server_that_cannot_prove_who_it_is_gets_no_password(tmp_path: Path) -> None:
    with mail_server(certificate=self_signed(tmp_path), login=LOGIN) as box:
        (said,) = tell(tmp_path, to(box, 'user: shopper, password: "${secret.SMTP_PASSWORD}"'))

    assert said.startswith("team: not sent, 127.0.0.1 cannot prove that it is 127.0.0.1. It is kept")


def test_a_server_without_encryption_gets_nothing(tmp_path: Path) -> None:
    with mail_server() as box:
        (said,) = tell(tmp_path, to(box, "security: starttls"))

    assert said.startswith("team: not sent, 127.0.0.1 does not offer the security or login asked for.")
    assert box.mails == []


def test_a_server_whose_connection_is_never_made_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(email, "_TIMEOUT_S", 0.2)
    with crowded() as server:
        (said,) = tell(tmp_path, to(Mailbox(server), "security: none"))

    assert said.startswith("team: not sent, 127.0.0.1 cannot be reached. It is kept")


def test_whom_the_server_does_not_know_is_told_and_the_others_get_it(tmp_path: Path) -> None:
    with mail_server(refuses=["cx@shop.example"]) as box:
        (said,) = tell(tmp_path, to(box, "security: none"))

    assert box.to == ["qa@shop.example"]
    assert said.endswith("(127.0.0.1 did not take it for cx@shop.example)")
