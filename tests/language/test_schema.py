"""The schema says what the checker says, as far as a schema can: of all cases only a table is let through."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft7Validator

from harness.language.folder import BUSINESS_FILE, PARTS_FOLDER, PERSONAS_FILE, SITE_FILE, SUFFIXES
from harness.language.schema.files import FILES, file_schema
from harness.language.schema.shapes import schema_of
from harness.language.shapes.arguments import shape_of
from harness.language.shapes.requests import EXPECT_KEYS, REQUEST_KEYS
from harness.language.shapes.steps import STEP_KEYS, USE_KEYS
from harness.verbs import VERBS
from harness.verbs.verb import Reads, Text, verb

from .cases import SURROUNDINGS, TESTS
from .editors_reading import as_an_editor_reads
from .let_through import LET_THROUGH

if TYPE_CHECKING:
    from harness.verbs.acting import Acting

SHOP = TESTS.parent / "journeys"
GOOD = sorted(file for root in (TESTS / "good", SURROUNDINGS, SHOP) for file in root.rglob("*.yaml"))
BAD = sorted(path for path in (TESTS / "bad").iterdir() if path.suffix == ".yaml" or path.is_dir())
OF_THEIR_OWN = {Reads.CLAIM, Reads.METHOD, Reads.TREE}
"""What is read by a shape for the whole of what stands behind the verb."""
REFUSED = {"texts-stay-texts": [["data", "nothing"], ["data", "tilde"], ["why"]]}
"""`null` and `~` are texts here; to an editor they are nothing, as a forgotten value is."""


@verb("wait")
def wait(shopper: "Acting") -> None:
    """Wait."""


@verb("pay {amount}")
def pay(shopper: "Acting", amount: Text, in_frame: Text, with_card: Text = "") -> None:
    """Pay."""


VALIDATORS = {kind: Draft7Validator(file_schema(kind)) for kind in FILES}


def validator_of(file: Path, root: Path) -> Draft7Validator:
    inside = file.relative_to(root)
    kinds = {SITE_FILE: "site", PERSONAS_FILE: "personas", BUSINESS_FILE: "business"}
    kind = kinds.get(inside.as_posix(), "journey")
    return VALIDATORS["part" if inside.parts[0] == PARTS_FOLDER else kind]


def is_let_through(case: Path) -> bool:
    root = case if case.is_dir() else case.parent
    files = [path for path in (case, *case.rglob("*")) if path.suffix.lower() in SUFFIXES]
    try:
        read = {file: as_an_editor_reads(file.read_text(encoding="utf-8")) for file in files}
    except (yaml.YAMLError, UnicodeError):
        return False
    return all(validator_of(file, root).is_valid(content) for file, content in read.items())


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_a_good_file_is_valid(file: Path) -> None:
    root = next(root for root in (TESTS / "good", SURROUNDINGS, SHOP) if root in file.parents)
    content = as_an_editor_reads(file.read_text(encoding="utf-8"))

    errors = validator_of(file, root).iter_errors(content)

    assert sorted(list(error.absolute_path) for error in errors) == REFUSED.get(file.stem, [])


def test_a_bad_file_is_invalid_but_for_what_a_schema_cannot_say() -> None:
    let_through = [case.stem for case in BAD if is_let_through(case)]

    assert sorted(let_through) == sorted(name for names in LET_THROUGH.values() for name in names.split())


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(VALIDATORS[kind].schema)


def test_every_shape_is_told_to_editors() -> None:
    """A new shape needs a line in the table of `harness/language/schema/shapes.py`."""
    keys = [key for table in FILES.values() for key in table.keys] + [*STEP_KEYS, *USE_KEYS]
    keys += [*REQUEST_KEYS, *EXPECT_KEYS]
    arguments = [parameter for each in VERBS.values() for parameter in each.parameters]
    shapes = [key.shape for key in keys]
    shapes += [shape_of(each) for each in arguments if each.how.reads not in OF_THEIR_OWN]

    assert [shape for shape in shapes if not schema_of(shape)] == []


def test_how_a_shopper_signs_in_is_told_to_editors() -> None:
    use = {"use": "Sign in", "with": {"email": "${shopper.email}"}}
    whole = {**use, "signed in when": {"open": "/account", "see": ['heading "My account"']}}

    def takes(signs_in: object) -> bool:
        persona = {"who": "A regular customer", "signs in": signs_in}
        return VALIDATORS["personas"].is_valid({"personas": {"regular": persona}})

    assert takes(whole)
    assert not takes(use)
    assert not takes({**whole, "steps": []})


def test_a_new_verb_is_in_the_schema_by_itself() -> None:
    verbs = {each.name: each for each in (wait, pay)}
    validator = Draft7Validator(file_schema("journey", verbs=verbs))

    def takes(*actions: object) -> bool:
        return validator.is_valid({"journey": "Pay", "steps": [{"step": "Pay", "do": list(actions)}]})

    assert takes("wait", {"wait": None}, {"pay": {"amount": "$4.00", "in frame": 'frame "Card"'}})
    assert not takes("pay")
    assert not takes({"wait": "long"})
    assert not takes({"pay": {"amount": "$4.00", "twice": "yes"}})
    assert not takes({"click": "Buy"})


def test_a_schema_offers_the_names_of_the_project_and_allows_others() -> None:
    schema = file_schema("journey", personas=["phone", "laptop"], parts=["Sign in"])
    step = {"step": "Look", "see": "Shirts"}
    journey = {"journey": "Look", "personas": ["tablet"], "steps": [step, {"use": "Sign up"}]}

    assert schema["properties"]["personas"]["items"]["examples"] == ["laptop", "phone"]
    assert schema["definitions"]["step"]["properties"]["use"]["examples"] == ["Sign in"]
    assert Draft7Validator(schema).is_valid(journey)
