"""Files handed over through whatever a shop has made of a file field."""

from pathlib import Path

from tests.pages import serving
from tests.shopper.tour import Stop, tour
from tests.walking import Walked, Walker

JOURNEY = """\
journey: Return a shirt
steps:
  - step: Show the damage
    do:
      - open: /
      - upload: {Photo of the damage: files/shirt.jpg}
    see: shirt.jpg, 4 bytes
"""
FIELDS = {
    "field": "<label>Photo of the damage: <input type=file></label>",
    "label of a hidden field": "<label>Photo of the damage<input type=file hidden></label>",
    "label around a field that is drawn away": (
        "<label><input type=file style='position:absolute; width:1px; height:1px; overflow:hidden;"
        " clip:rect(0 0 0 0)'>Photo of the damage</label>"
    ),
    "label beside one": (
        "<input type=file id=photo style='position:absolute; clip-path:inset(50%)'>"
        "<label for=photo>Photo of the damage</label>"
    ),
    "part of such a label": "<label><b>Photo of the damage</b> JPG only<input type=file hidden></label>",
    "button": """\
        <input type=file hidden><button onclick="previousSibling.click()">Photo of the damage</button>""",
    "made when pressed": """\
        <button onclick="const field = document.createElement('input'); field.type = 'file';
          field.onchange = () => show(field.files[0]); field.click()">Photo of the damage</button>""",
}
SHOWS = """\
<script>
const show = (file) => document.body.append(`${file.name}, ${file.size} bytes`);
addEventListener("change", (event) => show(event.target.files[0]));
</script>
"""


def write_photo(walker: Walker) -> None:
    files = walker.folder / "project-0" / "journeys" / "files"
    files.mkdir(parents=True)
    Path(files, "shirt.jpg").write_bytes(b"blue")


def walk(walker: Walker, page: str) -> Walked:
    write_photo(walker)
    with serving({"/": SHOWS + page}) as site:
        return walker.walk(JOURNEY, address=site.address)


def test_a_file_is_handed_over(walker: Walker) -> None:
    write_photo(walker)
    hands_over = "upload: {Photo of the damage: files/shirt.jpg}"
    stops = {name: Stop(SHOWS + field, hands_over, "shirt.jpg, 4 bytes") for name, field in FIELDS.items()}

    for step in tour(walker, stops).values():
        assert step.actions[1].sentence == 'upload "files/shirt.jpg" for "Photo of the damage"'
        assert step.friction == (), step.name


def test_a_button_that_asks_for_no_file_is_told(walker: Walker) -> None:
    walker.patience_ms = 500
    walked = walk(walker, "<button onclick='textContent += 1'>Photo of the damage</button>")

    (finding,) = walked.judgement.findings
    assert finding.sentence == (
        'Customers cannot return a shirt: at "Show the damage",'
        ' the window to choose a file for "Photo of the damage" does not open.'
    )
    assert walked.judgement.verdict == "broken"
