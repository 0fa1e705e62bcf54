import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
TOOLS = ("cat", "cksum", "dirname", "env", "grep", "id", "rm", "sh")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH with the plainest tools and nothing else."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for tool in TOOLS:
        (folder / tool).symlink_to(shutil.which(tool) or pytest.fail(f"{tool} is missing"))
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("bootstrap.sh", "pyproject.toml", "requirements-dev.lock"):
        shutil.copy(CHECKOUT / name, folder)
    return folder


def bootstrap(checkout: Path, programs: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [checkout / "bootstrap.sh"], env={"PATH": str(programs)}, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    (folder / name).chmod(0o755)


def test_a_machine_without_a_fitting_python_is_told_what_to_type(checkout: Path, programs: Path) -> None:
    put(programs, "python3", "exit 1  # too old")

    code, _, told = bootstrap(checkout, programs)

    assert code == 3
    assert told == (
        "no Python 3.11 or newer was found (looked for: python3.13 python3.12 python3.11 python3 python). "
        "Type: sudo apt-get install python3 (macOS: brew install python).\n"
    )


def test_without_root_debians_venv_package_is_told_and_not_installed(checkout: Path, programs: Path) -> None:
    put(programs, "python3.12", 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.12-venv;; esac')
    put(programs, "apt-get", "echo never run >&2")
    (programs / "id").unlink()
    put(programs, "id", "echo 1000")

    code, _, told = bootstrap(checkout, programs)

    assert code == 3
    assert told == (
        f"{programs}/python3.12 cannot make virtual environments yet. "
        "Type: sudo apt-get install python3.12-venv\n"
    )


def test_a_python_without_ensurepip_and_without_apt_get_is_named(checkout: Path, programs: Path) -> None:
    put(programs, "python3", 'case "$2" in *ensurepip*) exit 1;; *print*) echo python3.12-venv;; esac')

    code, _, told = bootstrap(checkout, programs)

    assert code == 3
    assert told == (
        f"{programs}/python3 cannot make virtual environments: its module ensurepip is missing. "
        "Install a complete Python 3.11 or newer.\n"
    )


def test_nothing_is_installed_again_while_the_lock_is_the_same(checkout: Path, programs: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    put(checkout / ".venv" / "bin", "python", 'case "$2" in pip) echo installing;; esac')
    put(checkout / ".venv" / "bin", "harness", 'echo "harness $1"')

    first, second = bootstrap(checkout, programs), bootstrap(checkout, programs)

    assert "installing\n" in first[1]
    assert second == (0, "[3/3] looking for a browser ...\nharness setup\n", "")


def test_the_script_is_plain_posix_shell() -> None:
    shell = shutil.which("dash") or "/bin/sh"

    assert subprocess.run([shell, "-n", CHECKOUT / "bootstrap.sh"], check=False).returncode == 0
    assert os.access(CHECKOUT / "bootstrap.sh", os.X_OK)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_name_no_registry_and_no_folder_of_a_machine(lock: str) -> None:
    text = (CHECKOUT / lock).read_text("utf-8")

    assert "://" not in text
    assert "file:" not in text
    assert text.count("--hash=sha256:") > text.count("==")
