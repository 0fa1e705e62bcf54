"""Files of the corpora in, small journeys folders out: a case's files laid over `tests/surroundings/`."""

import shutil
from pathlib import Path

from harness.language.project import Project, load_project

TESTS = Path(__file__).parent.parent
SURROUNDINGS = TESTS / "surroundings"


def folder_with(case: Path, where: Path, *, stage: str = "buy") -> Path:
    """Return a journeys folder with a case in it: a journey, or a folder of files to lay over the others."""
    root = where / "journeys"
    shutil.copytree(SURROUNDINGS, root)
    if case.is_dir():
        shutil.copytree(case, root, dirs_exist_ok=True)
    else:
        (root / stage).mkdir()
        shutil.copy(case, root / stage)
    return root


def project_with(text: str | bytes, where: Path) -> Project:
    """Load a journeys folder with one journey of this text."""
    root = where / "journeys"
    shutil.copytree(SURROUNDINGS, root, dirs_exist_ok=True)
    (root / "buy").mkdir(exist_ok=True)
    content = text if isinstance(text, bytes) else text.encode("utf-8", errors="surrogatepass")
    (root / "buy" / "journey.yaml").write_bytes(content)
    return load_project(root)
