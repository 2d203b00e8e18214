"""A key file: the secret beside the passphrase, on a stick instead of in a keychain."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.way_errors import WrongKeyFileError
from dsl_desk.keys.device import SECRET_LENGTH
from dsl_desk.system.flushing import flush_names

if TYPE_CHECKING:
    from pathlib import Path

_FORM: Final = re.compile(rb"DSL Desk key file 1\nvault ([0-9a-f]{32})\nkey ([0-9a-f]{64})\n")
_LONGEST: Final = 200
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ONLY_THE_OWNER: Final = 0o600


def make_key_file(path: Path, vault: str) -> bytes:
    """Write a key file where none stands; return its secret. A failed one is taken away again."""
    secret = secrets.token_bytes(SECRET_LENGTH)
    try:
        descriptor = os.open(path, _ANEW, _ONLY_THE_OWNER)
    except OSError as failure:
        raise what_the_disk_did(failure) from failure
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(f"DSL Desk key file 1\nvault {vault}\nkey {secret.hex()}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        flush_names(path.parent)
    except OSError as failure:
        with suppress(OSError):  # what failed first is what is told
            path.unlink(missing_ok=True)
        raise what_the_disk_did(failure) from failure
    return secret


def read_key_file(path: Path, vault: str) -> bytes:
    """Return the secret of a key file of this vault."""
    try:
        with path.open("rb") as file:
            untrusted = file.read(_LONGEST)
    except OSError:
        raise WrongKeyFileError from None
    form = _FORM.fullmatch(untrusted.replace(b"\r\n", b"\n"))
    if form is None or form[1].decode() != vault:
        raise WrongKeyFileError
    return bytes.fromhex(form[2].decode())
