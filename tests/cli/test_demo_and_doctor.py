import json
import socket
from pathlib import Path

from harness.demo.journeys_root import journeys_root
from tests.cli.conftest import Harness, harness_without


def test_the_demo_walks_the_journeys_of_the_embedded_shop(tmp_path: Path, harness: Harness) -> None:
    done = harness(
        "demo", "--reports", str(tmp_path / "demo"), "--", "-k", "returns and laptop", "--report=page"
    )

    assert done.returncode == 0, done.stdout
    assert "✓ Find the returns policy before buying · loyal-laptop" in done.stdout
    assert "\nEverything customers tried worked.\n" in done.stdout


def test_the_demo_walks_the_ways_to_pay_when_it_is_asked_to(tmp_path: Path, harness: Harness) -> None:
    done = harness(
        "demo", "--payments", "--reports", str(tmp_path / "demo"), "--", "-k", "invoice", "--report=page"
    )

    assert done.returncode == 0, done.stdout
    assert "✓ Order by invoice · loyal-laptop" in done.stdout
    assert "\n1 visit in " in done.stdout


def test_the_embedded_shops_journeys_are_found() -> None:
    assert (journeys_root() / "site.yaml").is_file()


def test_a_port_in_use_is_one_clear_line(harness: Harness) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = harness("demo", "--serve", "--port", str(port))

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"the embedded shop did not start: port {port} is in use. Choose another one, or 0 for a free one.\n"
    )


def test_without_the_extra_the_demo_says_what_to_install(tmp_path: Path) -> None:
    done = harness_without("flask", "demo", folder=tmp_path)

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        'the embedded shop needs flask, which is not installed. Type: pip install "mystery-shopper[demo]"\n'
    )


def test_the_doctor_lists_what_it_looked_at(harness: Harness) -> None:
    done = harness("doctor")

    assert done.returncode == 0, done.stdout
    assert "✓ fonts     It draws text.\n" in done.stdout
    assert done.stdout.endswith("\nready to walk.\n")


def test_the_doctor_ends_with_3_when_there_is_no_browser(harness: Harness) -> None:
    done = harness("doctor", HARNESS_BROWSER="/nowhere")
    told = json.loads(harness("doctor", "--json", HARNESS_BROWSER="/nowhere").stdout)

    assert done.returncode == 3
    assert '✗ browser   HARNESS_BROWSER is "/nowhere", which is no program.' in done.stdout
    assert done.stdout.endswith("\nnot ready to walk.\n")
    assert (told["ok"], told["checks"][0]["name"]) == (False, "browser")


def test_setup_proves_the_browser(harness: Harness) -> None:
    done = harness("setup")

    assert done.returncode == 0
    assert done.stdout.endswith("ready.\n")
