import subprocess
import sys

import pytest

from harness.values.notation import UnknownLocaleError, notation_of


def test_check_words_and_durations_are_there_without_loading_babel() -> None:
    script = (
        "import sys;"
        "from harness.values.checks import WORDS;"
        "from harness.values.problems import problems_of;"
        "from harness.values.durations import duration_ms;"
        "assert not problems_of({'less than': '$40.00', 'by': '10%'});"
        "print(len(WORDS), [name for name in sys.modules if name.startswith('babel')])"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert found.stdout == "10 []\n"


def test_an_unknown_locale_is_told_how_to_write_one() -> None:
    with pytest.raises(UnknownLocaleError) as problem:
        notation_of("klingon")
    assert str(problem.value) == 'unknown locale "klingon". Write it like "en-US" or "sv-SE".'
