"""Every page of a part's file with the encryption taken off: what whoever has the key finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096
RESERVE = 80


def pages(path: Path, key: bytes) -> bytes:
    """Return every page of the file as it is once the encryption is taken off."""
    whole, plain = path.read_bytes(), b""
    for at in range(0, len(whole), PAGE):
        page = whole[at : at + PAGE]
        start = 16 if at == 0 else 0
        nonce = page[PAGE - RESERVE :][:16]
        decryptor = Cipher(algorithms.AES256(key), modes.CBC(nonce)).decryptor()
        plain += decryptor.update(page[start : PAGE - RESERVE])
    return plain
