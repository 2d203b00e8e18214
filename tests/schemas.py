"""A small reader of JSON Schema: as much of it as docs/records.schema.json uses, and no more."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"
KNOWN = frozenset(
    {
        *("$schema", "$id", "title", "description", "$defs", "$ref", "type", "properties"),
        *("required", "additionalProperties", "items", "enum", "const", "pattern", "minimum"),
    }
)
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
}


def records_schema() -> dict[str, Any]:
    """Return the published description of records.json."""
    read: dict[str, Any] = json.loads((DOCS / "records.schema.json").read_text("utf-8"))
    return read


def problems_with(
    told: object, schema: dict[str, Any], root: dict[str, Any] | None = None
) -> list[str]:
    """Return where something is not as a schema says, each with its path."""
    root = root or schema
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        return problems_with(told, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    kind = schema.get("type")
    right = TYPES.get(kind, (object,)) if kind else (object,)
    if not isinstance(told, right) or (kind == "integer" and isinstance(told, bool)):
        return [f"{told!r} is no {kind}"]
    found = _problems_here(told, schema)
    if isinstance(told, list):
        items = schema.get("items", {})
        found += [one for each in told for one in problems_with(each, items, root)]
    if isinstance(told, dict):
        found += _problems_inside(told, schema, root)
    return found


def _problems_here(told: object, schema: dict[str, Any]) -> list[str]:
    found = []
    if "const" in schema and told != schema["const"]:
        found.append(f"{told!r} is not {schema['const']!r}")
    if "enum" in schema and told not in schema["enum"]:
        found.append(f"{told!r} is none of {schema['enum']}")
    if isinstance(told, str) and not re.search(schema.get("pattern", ""), told):
        found.append(f"{told!r} does not fit {schema['pattern']}")
    if isinstance(told, int) and told < schema.get("minimum", told):
        found.append(f"{told!r} is too small")
    return found


def _problems_inside(
    told: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]
) -> list[str]:
    said = schema.get("properties", {})
    found = [f"{name} is missing" for name in schema.get("required", ()) if name not in told]
    for name, each in told.items():
        if name in said:
            found += [f"{name}: {one}" for one in problems_with(each, said[name], root)]
        elif schema.get("additionalProperties") is False:
            found.append(f"{name} is not described")
    return found
