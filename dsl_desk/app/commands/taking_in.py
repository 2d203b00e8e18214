"""`import pupils`: take in the school's own list, or say what that would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.command import WRONG, Command, a_parser
from dsl_desk.app.commands.answering import answered, may_be_json, progress, tell
from dsl_desk.app.commands.sitting_down import ask_who, sat_down
from dsl_desk.app.wiring import this_place
from dsl_desk.services.importing import AT_ONCE, guess_columns, plan, read_file

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from dsl_desk.domain.import_plan import ImportPlan
    from dsl_desk.services.desk import Desk

_ABOUT = """\
Take in a list of pupils (CSV or CTF), as the page of People does. The same list again
changes nothing. Rows that may be somebody who is here already are left out: a person has
to say, in the app. Nobody is taken off the list for not standing in the file."""


def _parser() -> argparse.ArgumentParser:
    parser = a_parser("import", _ABOUT, 'import pupils list.csv vault --as "Maya Fernsby"')
    parser.add_argument("what", choices=["pupils"], help="what the list is of")
    parser.add_argument("file", type=Path, metavar="FILE", help="a list, CSV or CTF")
    parser.add_argument("folder", type=Path, metavar="DIR", help="the vault's folder")
    ask_who(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what it would do, and stop")
    may_be_json(parser)
    return parser


def _import(asked: argparse.Namespace) -> int:
    sheet = read_file(asked.file)
    with sat_down(asked.folder, asked) as desk:
        remembered = dict(desk.importing.settings().columns)
        columns = guess_columns(sheet, remembered)
        planned = plan(sheet, columns, desk.importing.known(), this_place().clock, progress)
        written = 0 if asked.dry_run else _taken_in(desk, planned)
    code = tell(asked, _words(planned, written), _facts(planned, written))
    return WRONG if planned.refused else code


def _taken_in(desk: Desk, planned: ImportPlan) -> int:
    rows = planned.writes({}, leavers=False)
    for first in range(0, len(rows), AT_ONCE):
        desk.importing.take_in(rows[first : first + AT_ONCE])
    return len(rows)


def _words(planned: ImportPlan, written: int) -> str:
    counted = (
        f"{len(planned.new):,} new, {len(planned.changed):,} changed, {planned.same:,} the same, "
        f"{len(planned.doubts):,} to be decided in the app, {len(planned.refused):,} refused."
    )
    refused = [f"  row {one.number}: {one.why.value} {one.column}" for one in planned.refused]
    done = f"{written:,} rows were written." if written else "Nothing was written."
    return "\n".join((counted, *refused, done))


def _facts(planned: ImportPlan, written: int) -> dict[str, object]:
    return {
        "new": len(planned.new),
        "changed": len(planned.changed),
        "same": planned.same,
        "doubts": len(planned.doubts),
        "refused": [
            {"row": one.number, "why": one.why.value, "column": one.column}
            for one in planned.refused
        ],
        "written": written,
    }


def _run(words: Sequence[str]) -> int:
    return answered(_import, _parser().parse_args(list(words)))


IMPORT = Command("import", "take in the school's list of pupils", _parser, _run)
