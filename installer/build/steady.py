"""What wixl draws anew for each packing, put in the place of it: the package's own code, two times.

They stand in the summary of the MSI, a property set (MS-OLEPS) that begins with the name of its
form. Everything else comes out the same from the same tree.
"""

from __future__ import annotations

import hashlib
import struct
import uuid
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_SUMMARY: Final = uuid.UUID("f29f85e0-4ff9-1068-ab91-08002b27b3d9").bytes_le
_BEFORE: Final = 28  # bytes of the property set before the name of its form
_PACKAGE_CODE, _CREATED, _SAVED = 9, 12, 13
_TICKS, _TO_1970 = 10_000_000, 11_644_473_600
_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "dsl-desk: codes of the installer")


def code_of(folder: Path, version: str, what: str) -> str:
    """Return a code that is the same for the same files, and another for any others."""
    told = hashlib.sha256(f"{what} {version}".encode())
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        told.update(path.relative_to(folder).as_posix().encode() + b"\0")
        told.update(hashlib.sha256(path.read_bytes()).digest())
    return str(uuid.uuid5(_SPACE, told.hexdigest())).upper()


def make_steady(package: Path, code: str, when: int) -> None:
    """Write the package's code and the moment of the commit into its summary."""
    content = bytearray(package.read_bytes())
    begin = content.index(_SUMMARY) - _BEFORE
    (section,) = struct.unpack_from("<I", content, begin + _BEFORE + len(_SUMMARY))
    section += begin
    (count,) = struct.unpack_from("<I", content, section + 4)
    for at in range(count):
        name, value = struct.unpack_from("<II", content, section + 8 + 8 * at)
        if name in (_CREATED, _SAVED):
            struct.pack_into("<Q", content, section + value + 4, (when + _TO_1970) * _TICKS)
        elif name == _PACKAGE_CODE:
            content[section + value + 8 : section + value + 46] = f"{{{code}}}".encode()
    package.write_bytes(content)
