"""Good pictures under names that harm: the decoder is never told a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.damage.made import Hostile, plain
from tests.damage.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = (
    *("a\0.png", "\0", "", ".", "..", "...", "../../../etc/passwd", "/etc/passwd.png"),
    *("C:\\Windows\\a.png", "\\\\fernhollow.example\\s\\a.png", "CON", "NUL.png", "aux.jpg"),
    *("a.png:b.exe", "a.png ", "a.png.", "gpj\u202e.exe", "a\u200b.png", "\ud800.png"),
    *("a" * 100_000 + ".png", "." * 100_000, "a.\u0301" * 1000, "$(touch left).png", "-rf.png"),
    *("a\r\nb.png", "a;b.png", "%s%n.png", "A.PNG", "a.pNg", "a.jpg.exe", "<script>.png"),
)


def made() -> Iterator[Hostile]:
    """Yield them."""
    for number, name in enumerate(NAMES):
        yield plain(f"a picture under hostile name {number}", name, whole("PNG"))
