"""`harness record` opens a browser, is ended by Ctrl-C, and writes a journey that has no mistakes."""

import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

from tests.cli.conftest import Harness, environment
from tests.ctrl_c import hear_ctrl_c

FIRST_PAGE = """\
journey: Come to the shop
# why: What it costs when customers cannot do this.
personas: [phone]
steps:
  - step: Open the home page
    do:
      - open: /
    see:
      - heading "Made for the walk home"
"""


def test_ctrl_c_ends_it_and_the_journey_is_written(project: Path, harness: Harness) -> None:
    command = [sys.executable, "-m", "harness", "record", "demo", "--headless", "--device", "Pixel 7"]
    recorder = subprocess.Popen(
        [*command, "-o", "journeys/find/come-to-the-shop.yaml"],
        cwd=project,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 -- it does one system call
    )
    assert recorder.stderr
    patience = Timer(60, recorder.kill)
    patience.start()
    told = [next(line for line in recorder.stderr if line == "  open: /\n")]
    recorder.send_signal(signal.SIGINT)
    told += recorder.stderr
    recorder.stderr.close()
    patience.cancel()

    assert recorder.wait(30) == 0, told
    assert "wrote journeys/find/come-to-the-shop.yaml\n" in told
    assert (project / "journeys/find/come-to-the-shop.yaml").read_text("utf-8") == FIRST_PAGE
    assert harness("check").returncode == 0


def test_a_file_that_is_there_stays_as_it_is(harness: Harness) -> None:
    done = harness("record", "demo", "-o", "journeys/find/shirt.yaml", "--headless")

    assert done.returncode == 4
    told = "is there already. Choose another name, or write over it: --force\n"
    assert done.stderr == f"journeys/find/shirt.yaml: {told}"


def test_without_a_screen_it_says_so_at_once(harness: Harness) -> None:
    done = harness("record", "/sale", DISPLAY="", WAYLAND_DISPLAY="")

    assert done.returncode == 3
    assert done.stderr.startswith("there is no screen to show a browser's window on. Record on a machine")


def test_an_address_that_is_none_and_an_unknown_persona_are_told(harness: Harness) -> None:
    address = harness("record", "shop.example", "--headless")
    persona = harness("record", "demo", "--headless", "--persona", "phoney")

    assert (address.returncode, persona.returncode) == (4, 4)
    assert address.stderr.startswith('"shop.example" is not an address. Write it like https://shop.example')
    assert persona.stderr == 'unknown persona "phoney". Did you mean "phone"?\n'
