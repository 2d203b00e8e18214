"""`export`: a paper for somebody, printed as the windows print it, and written down as they do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.commands.answering import answered, may_be_json, tell
from dsl_desk.app.commands.command import Command, a_parser
from dsl_desk.app.commands.sitting_down import ask_who, sat_down
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.services.everything import every_record
from dsl_desk.system.copies import write_copy

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.services.desk import Desk

_ABOUT = """\
Print a record as PDF. That it left the vault, and when, stands in the ledger before the
file does. The record is named by its reference, as in C-2026-041."""


def _print_concern(desk: Desk, record: RecordId) -> bytes:
    return desk.concerns.make_pdf(record).answer


def _print_viewing(desk: Desk, record: RecordId) -> bytes:
    return desk.viewing_paper.make_pdf(record).answer


# Each kind of paper: which kind of record it is of, and who prints it.
_PAPERS: Mapping[str, tuple[str, Callable[[Desk, RecordId], bytes]]] = {
    "cp-entry": (CONCERN.name, _print_concern),
    "viewing-decision": (VIEWING.name, _print_viewing),
}


def _parser() -> argparse.ArgumentParser:
    example = 'export cp-entry vault --as "Maya Fernsby" --record C-2026-001 --out concern.pdf'
    parser = a_parser("export", _ABOUT, example)
    parser.add_argument("kind", choices=sorted(_PAPERS), metavar="KIND", help=", ".join(_PAPERS))
    parser.add_argument("folder", type=Path, metavar="DIR", help="the vault's folder")
    ask_who(parser)
    parser.add_argument("--record", required=True, metavar="REF", help="which record")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new file")
    may_be_json(parser)
    return parser


def _export(asked: argparse.Namespace) -> int:
    if asked.out.exists():
        raise FileExistsError(asked.out)
    kind, printed = _PAPERS[asked.kind]
    with sat_down(asked.folder, asked) as desk:
        record = _named(desk, kind, asked.record)
        paper = printed(desk, record)
    write_copy(asked.out, paper)
    facts = {"file": str(asked.out), "bytes": len(paper), "record": record}
    return tell(asked, f"Written: {asked.out}. It is not locked.", facts)


def _named(desk: Desk, kind: str, ref: str) -> RecordId:
    for line in every_record(desk.sitting, kind):
        if ref in (line.ref, line.id):
            return RecordId(line.id)
    raise RecordMissingError


def _run(words: Sequence[str]) -> int:
    return answered(_export, _parser().parse_args(list(words)))


EXPORT = Command("export", "print a record for somebody", _parser, _run)
