"""A secret comes from the environment, else from `.env`, else from a command; the command is asked once."""

import sys
from pathlib import Path

import pytest

from harness.shopper.providing import CommandFailedError, Provided


def command(program: str) -> str:
    return f'"{sys.executable}" -c "{program}" {{name}}'


PRINTS = "import sys; print('of ' + sys.argv[1])"


def test_the_environment_wins_and_the_command_comes_last() -> None:
    provided = Provided({"A": "1"}, {"A": "2", "B": "2"}, command(PRINTS))
    assert [provided.secret(name) for name in "ABC"] == ["1", "2", "of C"]


def test_only_secrets_are_fetched_by_the_command() -> None:
    assert Provided(secret_command=command(PRINTS)).variable("A") is None


def test_the_command_is_asked_once_for_each_secret(tmp_path: Path) -> None:
    log = tmp_path / "log"
    provided = Provided(secret_command=command(f"open('{log}', 'a').write('x'); print(1)"))
    assert {provided.secret("A") for _ in range(3)} == {"1"}
    assert log.read_text() == "x"


def test_a_name_cannot_become_a_command(tmp_path: Path) -> None:
    name = f"A; touch {tmp_path}/made"
    assert Provided(secret_command="echo {name}").secret(name) == name
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (command("raise SystemExit('the secret is hunter2')"), "ended with 1"),
        (command("0"), "printed nothing"),
        ("no-such-vault {name}", '"no-such-vault" cannot be started: No such file or directory'),
    ],
)
def test_a_command_that_fails_is_told_without_what_it_said(asked: str, said: str) -> None:
    with pytest.raises(CommandFailedError) as error:
        Provided(secret_command=asked).secret("A")
    assert str(error.value).endswith(said)
    assert "hunter2" not in str(error.value)
