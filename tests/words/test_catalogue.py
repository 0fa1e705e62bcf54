"""A language is a `.po` file: what it says is said, what is wrong with it is told with its line."""

from pathlib import Path

import pytest

from harness.words import CatalogueError, catalogue_of, language, phrase, phrase_many, speaking

GERMAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Customers cannot {wish}."
msgstr "Kunden können nicht: {wish}."

msgid "{number} walk"
msgid_plural "{number} walks"
msgstr[0] "{number} Gang"
msgstr[1] "{number} Gänge"

msgid "Not translated yet."
msgstr ""
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    return tmp_path


def test_a_sentence_is_said_in_the_language_that_is_spoken(own: Path) -> None:
    with speaking(catalogue_of("de", own)):
        assert language() == "de"
        assert phrase("Customers cannot {wish}.", wish="zahlen") == "Kunden können nicht: zahlen."
        assert [phrase_many("{number} walk", "{number} walks", n) for n in (1, 3)] == ["1 Gang", "3 Gänge"]
    assert phrase("Customers cannot {wish}.", wish="pay") == "Customers cannot pay."


def test_what_is_not_translated_stays_english(own: Path) -> None:
    with speaking(catalogue_of("de", own)):
        assert phrase("Not translated yet.") == "Not translated yet."
        assert phrase("Never heard of.") == "Never heard of."
        assert phrase("") == ""


def test_a_language_nobody_has_written_is_an_error_that_names_the_known_ones(own: Path) -> None:
    with pytest.raises(CatalogueError) as raised:
        catalogue_of("fr", own)
    assert str(raised.value) == (
        f'there are no words for "fr". Known: de, en. Another language is a file {own / "fr.po"},'
        " translated from messages.pot."
    )


def test_a_value_the_english_sentence_does_not_have_is_told_with_its_line(own: Path) -> None:
    file = own / "de.po"
    file.write_text(GERMAN.replace("nicht: {wish}", "nicht: {wunsch}"), encoding="utf-8")
    with pytest.raises(CatalogueError) as raised:
        catalogue_of("de", own)
    assert str(raised.value) == (f'{file}:7: unknown value "{{wunsch}}". The English sentence has: {{wish}}.')


def test_a_brace_that_is_not_closed_is_told_with_its_line(own: Path) -> None:
    file = own / "de.po"
    file.write_text(GERMAN.replace('"{number} Gang"', '"{number Gang"'), encoding="utf-8")
    with pytest.raises(CatalogueError, match=rf"{file}:10: a brace in this translation is not closed"):
        catalogue_of("de", own)


def test_a_file_that_is_no_catalogue_is_told(own: Path) -> None:
    (own / "it.po").write_text("Ciao", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"it\.po: cannot be read as a catalogue"):
        catalogue_of("it", own)
