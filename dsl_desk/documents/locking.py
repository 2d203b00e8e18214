"""Locking a finished paper: AES-256, by a library that does nothing weaker unless asked to.

The printer's own lock is never used: what it calls a standard is forty bits of a broken cipher.
"""

from __future__ import annotations

import re
import secrets
from io import BytesIO
from typing import Final

import pikepdf

from dsl_desk.documents.sheet import PROGRAM

_REVISION: Final = 6  # AES-256 as ISO 32000-2 has it
_OWNER_BYTES: Final = 32
_BEYOND: Final = re.compile(rb"<([0-9A-Fa-f]{5,6})>")


def finished(pdf: bytes, title: str, passphrase: str = "") -> bytes:
    """Return the paper as it leaves: the fixed facts about itself, and locked where asked.

    Nobody knows the second passphrase that the format wants: it is drawn here and forgotten.
    """
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        _say_of_itself(paper.trailer, title)
        _spell(paper)
        paper.save(out, encryption=_lock(passphrase) if passphrase else False)
    return out.getvalue()


def said_of_itself(title: str) -> dict[str, str]:
    """Return all that a paper says of itself."""
    return {"/Title": title, "/Author": PROGRAM, "/Creator": PROGRAM, "/Producer": PROGRAM}


def _say_of_itself(trailer: pikepdf.Object, title: str) -> None:
    told = {name: pikepdf.String(words) for name, words in said_of_itself(title).items()}
    trailer["/Info"] = pikepdf.Dictionary(told)
    if "/Metadata" in trailer["/Root"]:
        del trailer["/Root"]["/Metadata"]


def _spell(paper: pikepdf.Pdf) -> None:
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
