"""The schemas as a program would load them: by their names, one referring to the next."""

import json
from pathlib import Path

import xmlschema
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

FOLDER = Path(__file__).resolve().parents[2] / "careers" / "syndication" / "schema"
SCHEMAS = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))}
REGISTRY = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())
RECORD = SCHEMAS["posting.schema.json"]["$defs"]["record"]


FORMATS = Path(__file__).parent / "formats"
JSON_FEED = json.loads((FORMATS / "jsonfeed.schema.json").read_text(encoding="utf-8"))
AGGREGATOR = xmlschema.XMLSchema(FOLDER / "aggregator.xsd")


def check(answer, name):
    """Raise jsonschema's ValidationError where an answer is not what "postings", "posting" or "error" says."""
    schema = SCHEMAS[f"{name}.schema.json"]
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(schema, registry=REGISTRY, format_checker=checker).validate(answer)


def check_json_feed(text):
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(JSON_FEED, format_checker=checker).validate(json.loads(text))


def check_aggregator(text):
    AGGREGATOR.validate(text.decode())
