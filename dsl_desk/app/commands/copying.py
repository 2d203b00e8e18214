"""`snapshot`, `restore`, `rehearse`: copies of a vault, made, brought back and tried."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.command import Command, a_parser
from dsl_desk.app.commands.answering import answered, may_be_json, progress, tell
from dsl_desk.app.commands.sitting_down import ask_who, sat_down
from dsl_desk.services.bringing_back import find_copies
from dsl_desk.services.restoring import believed, prove, restore

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_COPY = "a copy, or a folder of copies, of which the newest is taken"


def _snapshot_parser() -> argparse.ArgumentParser:
    about = """\
Make a copy of a vault in a folder, as a member, who signs for it. It is read back and
checked before it counts. Copies belong on another drive."""
    parser = a_parser("snapshot", about, 'snapshot vault /media/stick --as "Maya Fernsby"')
    parser.add_argument("folder", type=Path, metavar="DIR", help="the vault's folder")
    parser.add_argument("to", type=Path, metavar="TO", help="the folder of the copies")
    ask_who(parser)
    may_be_json(parser)
    return parser


def _snapshot(asked: argparse.Namespace) -> int:
    with sat_down(asked.folder, asked) as desk:
        view = desk.snapshots.take(asked.to, progress).answer
    words = f"Copied: {view.files:,} files, {view.size:,} bytes, in {view.folder}."
    if view.same_drive:
        words += " It lies on the same drive as the vault: keep one elsewhere, too."
    facts = {"folder": view.folder, "files": view.files, "bytes": view.size}
    return tell(asked, words, facts | {"taken_at": view.taken_at.isoformat()})


def _restore_parser() -> argparse.ArgumentParser:
    about = """\
Bring a vault back from a copy into a new or empty folder: all of it, or nothing. It
needs no key. Who unlocks it next finds it as it stood when the copy was made."""
    parser = a_parser("restore", about, "restore /media/stick vault")
    parser.add_argument("source", type=Path, metavar="FROM", help=_COPY)
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    may_be_json(parser)
    return parser


def _restore(asked: argparse.Namespace) -> int:
    copy = find_copies(asked.source)[0]
    restored = restore(copy.folder, asked.folder, progress)
    words = f"Brought back: {restored.school}, as of {restored.taken_at:%d %B %Y, %H:%M}."
    facts = {"school": restored.school, "taken_at": restored.taken_at.isoformat()}
    return tell(asked, words, facts | {"files": restored.files, "folder": str(asked.folder)})


def _rehearse_parser() -> argparse.ArgumentParser:
    about = """\
Try a copy without bringing it back. Without a member: every file against what was signed
for it. With the vault and a member: every part is opened as well, counted and compared
with the vault, and the vault's ledger says that it was tried."""
    parser = a_parser("rehearse", about, "rehearse /media/stick")
    parser.add_argument("source", type=Path, metavar="FROM", help=_COPY)
    parser.add_argument("--vault", type=Path, metavar="DIR", help="the vault it is a copy of")
    ask_who(parser, needed=False)
    may_be_json(parser)
    return parser


def _rehearse(asked: argparse.Namespace) -> int:
    copy = find_copies(asked.source)[0].folder
    if asked.vault is None or asked.name is None:
        files = prove(copy, progress)
        manifest = believed(copy).manifest
        words = f"Whole: {files:,} files, as they were signed for on {manifest.taken_at:%d %B %Y}."
        return tell(asked, words, {"copy": str(copy), "files": files, "entries": None})
    with sat_down(asked.vault, asked) as desk:
        found = desk.snapshots.rehearse(copy, progress).answer
    words = (
        f"Whole: {found.files:,} files, {found.entries:,} entries in {len(found.opened)} parts; "
        f"{found.behind:,} entries of the vault were written since."
    )
    facts = {"copy": str(copy), "files": found.files, "entries": found.entries}
    return tell(asked, words, facts | {"behind": found.behind, "beyond": found.beyond})


def _snapshot_run(words: Sequence[str]) -> int:
    return answered(_snapshot, _snapshot_parser().parse_args(list(words)))


def _restore_run(words: Sequence[str]) -> int:
    return answered(_restore, _restore_parser().parse_args(list(words)))


def _rehearse_run(words: Sequence[str]) -> int:
    return answered(_rehearse, _rehearse_parser().parse_args(list(words)))


SNAPSHOT = Command("snapshot", "make a copy of a vault", _snapshot_parser, _snapshot_run)
RESTORE = Command("restore", "bring a vault back from a copy", _restore_parser, _restore_run)
REHEARSE = Command("rehearse", "try whether a copy is whole", _rehearse_parser, _rehearse_run)
