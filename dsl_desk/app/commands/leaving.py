"""`export`: a paper for somebody, by the same way out as from a window.

That it left, for whom and why, stands in the ledger before the file does.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.command import NOT_ASKED, Command, a_parser
from dsl_desk.app.commands.answering import answered, may_be_json, progress, tell
from dsl_desk.app.commands.sitting_down import ask_who, sat_down
from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.conversation import CONVERSATION
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
    first_shown,
)
from dsl_desk.domain.low_level import LOW_LEVEL
from dsl_desk.domain.parcel import ENDING
from dsl_desk.domain.person import PERSON
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.termly_check import TERMLY_CHECK
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.services.everything import every_record
from dsl_desk.system.copies import write_copy

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel

_ABOUT: Final = """\
Make a paper for somebody, as PDF: for whom and why stands in the ledger before the file
does. It is locked with four words drawn by chance, to be told by telephone: they are
written into a new file, or printed. A record is named by its reference, as in C-2026-041,
a person by their name, and so is the child whose file goes to the next school; a referral
by its id, a list not at all. Left without --to, other children are covered, as for a parent.
A conversation leaves in words: somebody has to look at its pictures, in the window, to add them.

everything is no paper: all records this member may open, as JSON and tables in a locked zip,
without pictures and files, which go only where somebody chooses so in the window.
It always leaves locked, names no record, and every other member is told."""
# Each kind of paper: which kind of record it is of, and how the way out calls it.
_PAPERS: Final = {
    "cp-entry": (CONCERN.name, PaperSort.ENTRY),
    "cp-file": (PERSON.name, PaperSort.FILE),
    "lado-pack": (ALLEGATION.name, PaperSort.LADO_PACK),
    "viewing-decision": (VIEWING.name, PaperSort.VIEWING),
    "conversation": (CONVERSATION.name, PaperSort.CONVERSATION),
    "low-level": (LOW_LEVEL.name, PaperSort.LOW_LEVEL),
    "referral": (REFERRAL.name, PaperSort.SOCIAL_CARE),
    "prevent": (REFERRAL.name, PaperSort.PREVENT),
    "letter": (DECLARATION.name, PaperSort.LETTER),
    "declarations": ("", PaperSort.DECLARATIONS),
    "declaration-counts": ("", PaperSort.DECLARATION_COUNTS),
    "register": ("", PaperSort.REGISTER),
    "do-not-publish": ("", PaperSort.DO_NOT_PUBLISH),
    "ledger": ("", PaperSort.LEDGER),
    "governors": ("", PaperSort.GOVERNORS),
    "termly-check": (TERMLY_CHECK.name, PaperSort.CHECK),
    "transfer": (RegisterName.TRANSFERS.value, PaperSort.TRANSFER),
}
_EVERYTHING: Final = "everything"
_LIST: Final = RecordId("list")
_TRANSFER: Final = "transfer"
_ONLY_THE_OWNER: Final = 0o600


def _parser() -> argparse.ArgumentParser:
    example = (
        'export cp-entry vault --as "Maya Fernsby" --record C-2026-001 \\\n'
        '      --for "Bryony Dunlin" --to social_care --why "As agreed today" --out paper.pdf'
    )
    parser = a_parser("export", _ABOUT, example)
    kinds = (*_PAPERS, _EVERYTHING)
    parser.add_argument("kind", choices=sorted(kinds), metavar="KIND", help=", ".join(kinds))
    parser.add_argument("folder", type=Path, metavar="DIR", help="the vault's folder")
    ask_who(parser)
    parser.add_argument(
        "--record", default="", metavar="REF", help="of which record; of lists, which register"
    )
    parser.add_argument("--for", dest="whom", required=True, metavar="NAME", help="for whom it is")
    sorts = [one.value for one in RecipientSort]
    parser.add_argument(
        "--to", choices=sorts, default=RecipientSort.PARENT.value, help="what they are"
    )
    parser.add_argument("--why", required=True, metavar="TEXT", help="what they need it for")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="a new file")
    lock = parser.add_mutually_exclusive_group()
    lock.add_argument(
        "--lock-file", type=Path, metavar="FILE", help="a new file for the words that open it"
    )
    lock.add_argument("--unlocked", metavar="REASON", help="why anybody may open it")
    may_be_json(parser)
    return parser


def _export(asked: argparse.Namespace) -> int:
    beside = asked.out.with_suffix(ENDING)
    parcel_too = beside if asked.kind == _TRANSFER else None
    for file in (asked.out, asked.lock_file, parcel_too):
        if file is not None and file.exists():
            raise FileExistsError(file)
    if asked.kind == _EVERYTHING:
        return _export_everything(asked)
    kind, sort = _PAPERS[asked.kind]
    if kind and not asked.record:
        sys.stderr.write("Say of which record: --record REF.\n")
        return NOT_ASKED
    with sat_down(asked.folder, asked) as desk:
        if sort not in desk.leaving.sorts():
            sys.stderr.write("This paper cannot be made yet.\n")
            return NOT_ASKED
        parcel = _left(desk, Wish(sort, _named(desk, kind, asked.record)), asked)
    return _written(asked, parcel)


def _export_everything(asked: argparse.Namespace) -> int:
    if asked.unlocked is not None or asked.record:
        sys.stderr.write("Everything leaves locked and whole: leave out --unlocked and --record.\n")
        return NOT_ASKED
    draft = LeavingDraft(Recipient(RecipientSort(asked.to), PersonRef(asked.whom)), asked.why)
    with sat_down(asked.folder, asked) as desk:
        entry = EntryId(fresh_id(desk.sitting.clock.now()))
        parcel = desk.machine_readable.leave(draft, entry, progress).answer
    return _written(asked, parcel)


def _written(asked: argparse.Namespace, parcel: Parcel) -> int:
    write_copy(asked.out, parcel.content)
    if parcel.beside:
        write_copy(asked.out.with_suffix(ENDING), parcel.beside)
    if asked.lock_file is not None:
        _write_words(asked.lock_file, parcel.passphrase)
    facts = {"file": str(asked.out), "pages": parcel.pages, "sha256": parcel.sha256}
    facts |= {"parcel": str(asked.out.with_suffix(ENDING))} if parcel.beside else {}
    return tell(asked, f"{_words(asked, parcel)}.", facts | {"entry": parcel.entry})


def _left(desk: Desk, wish: Wish, asked: argparse.Namespace) -> Parcel:
    to = RecipientSort(asked.to)
    draft = LeavingDraft(
        recipient=Recipient(to, PersonRef(asked.whom)),
        purpose=asked.why,
        shown=first_shown(desk.leaving.gather(wish).named, to, wish.sort),
    )
    if asked.unlocked is not None:
        draft = replace(draft, how=HowItLeaves.OPEN, unlocked_why=asked.unlocked)
    entry = EntryId(fresh_id(desk.sitting.clock.now()))
    return desk.leaving.leave(wish, draft, entry, progress).answer


def _words(asked: argparse.Namespace, parcel: Parcel) -> str:
    pages = f", {parcel.pages} pages" if parcel.pages else ""
    written = f"Written: {asked.out}{pages}"
    if asked.unlocked is not None:
        return f"{written}, not locked"
    if asked.lock_file is not None:
        return f"{written}, locked. The words that open it are in {asked.lock_file}"
    return f"{written}, locked. To be told by telephone: {parcel.passphrase}"


def _write_words(file: Path, words: str) -> None:
    how = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(file, how, _ONLY_THE_OWNER), "w", encoding="utf-8") as out:
        out.write(f"{words}\n")


def _named(desk: Desk, kind: str, called: str) -> RecordId:
    if not kind:
        return _register(called) if called else _LIST
    if kind == RegisterName.TRANSFERS.value and (going := _leaver(desk, called)):
        return going
    for line in every_record(desk.sitting, kind):
        if called in (line.ref, line.id) or (kind == PERSON.name and called == line.title):
            return RecordId(line.id)
    raise RecordMissingError


def _register(called: str) -> RecordId:
    if called not in [one.value for one in RegisterName]:
        raise RecordMissingError
    return RecordId(called)


def _leaver(desk: Desk, called: str) -> RecordId | None:
    """Return what the register says last of the child of this name who changes school."""
    for row in desk.people.directory.listed(called, lambda row: row.name == called):
        for view in reversed(desk.transfers.of_child(row.id).going):
            return view.entry.id
    return None


def _run(words: Sequence[str]) -> int:
    return answered(_export, _parser().parse_args(list(words)))


EXPORT = Command("export", "make a paper for somebody", _parser, _run)
