"""What `playwright codegen --target jsonl` has written, kept in a file, becomes a journey too."""

from pathlib import Path

import pytest

from harness.language.model import Journey
from harness.language.project import load_journey, load_surroundings
from harness.recorder.codegen import recording_of
from harness.recorder.drafting import About, draft
from harness.recorder.reading import NotUnderstoodError, deeds_of_codegen
from harness.recorder.secret_texts import SecretTexts

WRITTEN = Path(__file__).with_name("codegen.jsonl").read_text("utf-8")
EXPECTED = """\
journey: Look at a shirt
# why: What it costs when customers cannot do this.
commits: cart
data:
  email: loyal@northfold.example
steps:
  - step: Open /account/sign-in
    do:
      - open: /account/sign-in
    see:
      - navigation "Shop"
  - step: Add to basket
    do:
      - click: button "Only necessary"
      - fill:
          textbox "E-mail address": ${email}
          textbox "Password": ${secret.SHOP_PASSWORD}
      - click: button "Sign in"
      # This is the option's value in the page's code. Write the words that customers read.
      - choose:
          field "Size": L
      - click: button "Add to basket"
    see:
      - table "Articles in your basket"
  - step: Blue shirt
    do:
      - click: link "Blue shirt"
    # The recorder saw no page. Say what the customer must see: until then, any heading will do.
    see:
      - heading /./
"""


def test_its_lines_become_a_journey_without_the_password(tmp_path: Path) -> None:
    recording = recording_of(tuple(deeds_of_codegen(WRITTEN, SecretTexts())))
    made = draft(recording, About("Look at a shirt", "https://shop.example"))

    assert made.text == EXPECTED
    assert "evergreen" not in repr(recording)
    (tmp_path / "site.yaml").write_text("site: https://shop.example\n")
    file = tmp_path / "buy" / "shirt.yaml"
    file.parent.mkdir()
    file.write_text(made.text)
    assert isinstance(load_journey(file, load_surroundings(tmp_path)), Journey)


@pytest.mark.parametrize("written", ["no JSON", '{"name": "fill", "selector": "css=input"}', "{}"])
def test_other_lines_are_told(written: str) -> None:
    with pytest.raises(NotUnderstoodError):
        list(deeds_of_codegen(written, SecretTexts()))
