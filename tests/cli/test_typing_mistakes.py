import pytest

from harness import __version__
from tests.cli.conftest import Harness

MISTAKES = {
    ("chek",): 'harness: no such command "chek". Did you mean "check"? Type "harness --help" to see all.\n',
    (
        "check",
        "--foo",
    ): 'harness check: no such option: --foo. Type "harness check --help" to see what it takes.\n',
    (
        "compile",
    ): "harness compile: missing argument 'FILE'. Type \"harness compile --help\" to see what it takes.\n",
    ("run", "--defect", "promo-ignord"): 'unknown defect "promo-ignord". Did you mean "promo-ignored"?\n',
    ("run", "--stage", "bui"): 'unknown stage "bui". Did you mean "buy"?\n',
    ("run", "--persona", "fone"): 'no journey here has the persona "fone". Did you mean "phone"?\n',
    ("run", "--allow", "ordr"): 'unknown level "ordr". Did you mean "order"?\n',
    ("demo", "--port", "8080"): "--port and --database belong to the shop that keeps running. Add --serve.\n",
    ("check", "--", "-x"): (
        '"--" hands options to pytest, which "harness check" does not use. Leave it out.\n'
    ),
}


@pytest.mark.parametrize("typed", MISTAKES, ids=" ".join)
def test_a_typing_mistake_is_one_clear_line(typed: tuple[str, ...], harness: Harness) -> None:
    done = harness(*typed)

    assert (done.returncode, done.stdout, done.stderr) == (4, "", MISTAKES[typed])


def test_the_version_is_told(harness: Harness) -> None:
    assert harness("--version").stdout == f"harness {__version__}\n"


def test_without_a_command_all_of_them_are_listed(harness: Harness) -> None:
    done = harness()

    assert done.returncode == 0
    assert "check Find every mistake in journey files, without a browser" in " ".join(done.stdout.split())
