"""A folder of journeys in, what lets an editor complete and check them out: schemas, and where they hold."""

import json
from collections.abc import Iterator
from pathlib import Path

from harness.language.folder import BUSINESS_FILE, PARTS_FOLDER, PERSONAS_FILE, SITE_FILE
from harness.language.known.stages import STAGES
from harness.language.schema.files import FILES, file_schema
from harness.language.surroundings import surroundings_of
from harness.starter.files import Written, write_file

JOURNEYS = "journeys"
EXTENSION = "redhat.vscode-yaml"
PLACES = {
    "journey": [f"{JOURNEYS}/{stage}/**/*.yaml" for stage in STAGES],
    "part": [f"{JOURNEYS}/{PARTS_FOLDER}/**/*.yaml"],
    "site": [f"{JOURNEYS}/{SITE_FILE}"],
    "personas": [f"{JOURNEYS}/{PERSONAS_FILE}"],
    "business": [f"{JOURNEYS}/{BUSINESS_FILE}"],
}
"""Which files each schema is for. One pattern a folder: not every editor knows how to leave a file out."""


def write_editor_files(folder: Path) -> Iterator[Written]:
    """Write what is missing of it in the folder above the journeys."""
    here = surroundings_of(folder / JOURNEYS)
    for kind in FILES:
        schema = file_schema(kind, personas=here.personas, parts=here.parts, verbs=here.vocabulary.verbs)
        yield write_file(
            folder, schema_path(kind), f"what an editor needs to know of a {kind} file", _json(schema)
        )
    schemas = {f"./{schema_path(kind)}": places for kind, places in PLACES.items()}
    settings = _json({"yaml.schemas": schemas})
    yield write_file(folder, ".vscode/settings.json", "which schema is for which file, in VS Code", settings)
    recommended = _json({"recommendations": [EXTENSION]})
    yield write_file(folder, ".vscode/extensions.json", "the extension that reads them", recommended)


def schema_path(kind: str) -> str:
    """Return where the schema of a kind of file lies, below the folder above the journeys."""
    return f"{JOURNEYS}/{kind}.schema.json"


def _json(content: object) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
