from harness.grammar.near import did_you_mean, nearest


def test_a_slip_finds_the_word_that_was_meant() -> None:
    assert nearest("clik", ["click", "fill"]) == "click"
    assert nearest("CLICK", ["click", "fill"]) == "click"
    assert nearest("zzz", ["click", "fill"]) is None


def test_the_nearest_word_is_offered() -> None:
    assert did_you_mean("clik", ["click", "fill"]) == 'Did you mean "click"?'


def test_without_one_the_known_words_are_listed() -> None:
    assert did_you_mean("zzz", ["fill", "click"]) == "Known: click, fill."
    assert (
        did_you_mean("zzz", [str(number) for number in range(25)], shown=3) == "Known: 0, 1, 10 and 22 more."
    )
    assert did_you_mean("zzz", []) == "None is known here."
