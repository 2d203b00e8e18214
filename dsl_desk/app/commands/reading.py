"""`records`: what a member can read, a line for each record."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.command import DONE, Command, a_parser
from dsl_desk.app.commands.answering import answered, may_be_json
from dsl_desk.app.commands.sitting_down import ask_who, sat_down
from dsl_desk.services.everything import every_record

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_ABOUT = """\
List every record a member can read, newest version, each proved as it is read. With
--json a list of objects with id, ref, kind, part, version, written_at and title. Sealed
cases are never listed."""


def _parser() -> argparse.ArgumentParser:
    parser = a_parser("records", _ABOUT, 'records vault --as "Maya Fernsby" --kind concern')
    parser.add_argument("folder", type=Path, metavar="DIR", help="the vault's folder")
    ask_who(parser)
    parser.add_argument(
        "--kind", default="", metavar="KIND", help="only this kind, such as concern or viewing"
    )
    may_be_json(parser)
    return parser


def _records(asked: argparse.Namespace) -> int:
    with sat_down(asked.folder, asked) as desk:
        lines = tuple(every_record(desk.sitting, asked.kind))
    if asked.json:
        plain = [line.plain() for line in lines]
        sys.stdout.write(json.dumps(plain, indent=1, ensure_ascii=False) + "\n")
        return DONE
    for line in lines:
        first = f"{line.ref or '-':<14} {line.kind:<18} {line.part.value:<12}"
        sys.stdout.write(f"{first} v{line.version} {line.written_at[:16]} {line.title}\n")
    return DONE


def _run(words: Sequence[str]) -> int:
    return answered(_records, _parser().parse_args(list(words)))


RECORDS = Command("records", "list what a member can read", _parser, _run)
