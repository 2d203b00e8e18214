"""Locking a finished paper: AES-256, by a library that does nothing weaker unless asked to.

The printer's own lock is never used: what it calls a standard is forty bits of a broken cipher.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pikepdf

from dsl_desk.documents.attaching import attach
from dsl_desk.documents.sealing import leave_room, sealed
from dsl_desk.documents.sheet import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.carried_file import CarriedFile

_REVISION: Final = 6  # AES-256 as ISO 32000-2 has it
_OWNER_BYTES: Final = 32
_BEYOND: Final = re.compile(rb"<([0-9A-Fa-f]{5,6})>")


@dataclass(frozen=True)
class Finishing:
    """How a paper is finished: its title, its passphrase, who seals it, which files go inside."""

    title: str = field(repr=False)
    passphrase: str = field(default="", repr=False)
    sign: Callable[[bytes], bytes] | None = field(default=None, repr=False)
    files: tuple[CarriedFile, ...] = field(default=(), repr=False)


def finished(pdf: bytes, how: Finishing) -> bytes:
    """Return the paper as it leaves: the fixed facts about itself, locked and sealed where asked.

    Nobody knows the second passphrase that the format wants: it is drawn here and forgotten.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        name_itself(paper.trailer, how.title)
        spell_out(paper)
        attach(paper, how.files)
        if how.sign is not None:
            leave_room(paper)
        paper.save(
            out,
            encryption=_lock(how.passphrase) if how.passphrase else False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    written = out.getvalue()
    return written if how.sign is None else sealed(written, how.sign)


def said_of_itself(title: str) -> dict[str, str]:
    """Return all that a paper says of itself."""
    return {"/Title": title, "/Author": PROGRAM, "/Creator": PROGRAM, "/Producer": PROGRAM}


def name_itself(trailer: pikepdf.Object, title: str) -> None:
    """Let a paper say of itself the fixed facts, and nothing besides."""
    told = {name: pikepdf.String(words) for name, words in said_of_itself(title).items()}
    trailer["/Info"] = pikepdf.Dictionary(told)
    if "/Metadata" in trailer["/Root"]:
        del trailer["/Root"]["/Metadata"]


def spell_out(paper: pikepdf.Pdf) -> None:
    """Let signs beyond the first 65,536 stand for what they are: the printer writes them short."""
    for each in paper.objects:
        if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
            table = each["/ToUnicode"]
            said = table.read_bytes()
            spelled = _BEYOND.sub(lambda found: _pair(found[1]), said)
            if spelled != said:
                table.write(spelled)


def _pair(digits: bytes) -> bytes:
    return f"<{chr(int(digits, 16)).encode('utf-16-be').hex().upper()}>".encode()


def _lock(passphrase: str) -> pikepdf.Encryption:
    return pikepdf.Encryption(
        owner=secrets.token_urlsafe(_OWNER_BYTES),
        user=passphrase,
        R=_REVISION,
        allow=pikepdf.Permissions(modify_annotation=False, modify_form=False, modify_other=False),
    )
