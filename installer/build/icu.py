"""The data of ICU, of which Qt on Linux brings 32 MB for every language there is.

A desk sorts and compares in English. The data is one package of named items (ICU User Guide, "ICU
Data"); what no desk asks for is left out, and the rest is put into a library of the same name.
Without a compiler the whole stays: larger, and as good.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_SYMBOL: Final = re.compile(rb"icudt\d+_dat")
_LOCALE: Final = re.compile(r"[a-z]{2,3}(?:_[A-Za-z0-9]+)*\.res")
_OURS: Final = re.compile(r"(?:en|en_GB|en_001)\.res")
_LEFT: Final = re.compile(r".*\.(?:cnv|dict)|.*/translit/.*|.*/rbnf/.*")
_ALIGNED: Final = 16
_SOURCE: Final = """\
.section .rodata
.globl {symbol}
.type {symbol}, @object
.balign 4096
{symbol}: .incbin "{data}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",@progbits
"""


def make_small(library: Path) -> None:
    """Put a library with what English needs in the place of the whole one."""
    compiler = shutil.which("gcc")
    content = library.read_bytes()
    symbol = _SYMBOL.search(content)
    if compiler is None or symbol is None:
        return
    name = symbol[0].decode()
    data, source = library.with_suffix(".dat"), library.with_suffix(".S")
    data.write_bytes(english(content[content.index(b"CmnD") - 12 :]))
    source.write_text(_SOURCE.format(symbol=name, data=data.name), "utf-8")
    flags = ("-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none")
    command = (compiler, *flags, source.name, "-o", library.name)
    subprocess.run(command, check=True, cwd=library.parent)
    data.unlink()
    source.unlink()


def english(package: bytes) -> bytes:
    """Return the package with the items that are kept, in its own form."""
    (head,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, head)
    table = [struct.unpack_from("<II", package, head + 4 + 8 * at) for at in range(count)]
    ends = [start for _, start in table[1:]] + [len(package) - head]
    items = []
    for (named, start), end in zip(table, ends, strict=True):
        name = package[head + named : package.index(b"\0", head + named)]
        if keeps(name.decode()):
            items.append((name, package[head + start : head + end]))
    return package[:head] + _packed(items)


def keeps(name: str) -> bool:
    """Tell whether an item is kept: everything but other languages, code pages and spellers."""
    last = name.rpartition("/")[2]
    if _LEFT.fullmatch(name):
        return False
    return _LOCALE.fullmatch(last) is None or _OURS.fullmatch(last) is not None


def _packed(items: list[tuple[bytes, bytes]]) -> bytes:
    names = b"".join(name + b"\0" for name, _ in items)
    at_names = 4 + 8 * len(items)
    at = at_names + len(names)
    entries, bodies, named = b"", b"", at_names
    for name, body in items:
        gap = -(at + len(bodies)) % _ALIGNED
        bodies += bytes(gap)
        entries += struct.pack("<II", named, at + len(bodies))
        bodies += body
        named += len(name) + 1
    return struct.pack("<I", len(items)) + entries + names + bodies
