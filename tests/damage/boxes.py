"""HEIC files whose boxes lie, lead in circles, or are fragments."""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING

from tests.damage.made import Hostile, late, plain
from tests.damage.whole import box, scratched, whole

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

NAMES = (b"meta", b"hdlr", b"pitm", b"iloc", b"iinf", b"infe", b"iprp", b"ipco", b"hvcC", b"ispe")
FTYP = box(b"ftyp", b"heic\0\0\0\0mif1heic")


def made() -> Iterator[Hostile]:
    """Yield them."""
    good = whole("HEIC")
    for name in (*NAMES, b"ipma", b"mdat"):
        said = name.decode()
        yield plain(f"HEIC without {said}", "a.heic", good.replace(name, b"free"))
        for length in (0, 1, 7, 0xFFFFFFFF):
            yield plain(f"HEIC whose {said} is {length} long", "a.heic", _long(good, name, length))
        yield Hostile(f"HEIC with noise in {said}", "a.heic", partial(_noise, good, name))
    yield late("HEIC of 10,000 boxes within boxes", "a.heic", _nested)
    yield late("HEIC of 500,000 empty boxes", "a.heic", lambda: FTYP + box(b"free", b"") * 500_000)
    yield plain("HEIC of nothing", "a.heic", FTYP)
    yield plain("HEIC of an empty meta", "a.heic", FTYP + box(b"meta", bytes(4)))
    yield plain("HEIC with two metas", "a.heic", good + good[good.index(b"meta") - 4 :])
    yield plain("AVIF in a HEIC", "a.heic", good.replace(b"hvc1", b"av01"))
    yield plain("HEIC that is a grid", "a.heic", good.replace(b"hvc1", b"grid"))
    yield plain("HEIC that is an overlay", "a.heic", good.replace(b"hvc1", b"iovl"))
    yield plain("HEIC that is another", "a.heic", good.replace(b"hvc1", b"iden"))


def _long(good: bytes, name: bytes, length: int) -> bytes:
    at = good.find(name)
    return good[: at - 4] + struct.pack(">I", length) + good[at:] if at > 4 else good[:-9]


def _noise(good: bytes, name: bytes, chance: random.Random) -> bytes:
    at = max(20, good.find(name) + 4)
    return good[:at] + scratched(good[at : at + 40], chance, 12) + good[at + 40 :]


def _nested() -> bytes:
    inner = b""
    for _ in range(10_000):
        inner = box(b"meta", bytes(4) + inner)
    return FTYP + inner
