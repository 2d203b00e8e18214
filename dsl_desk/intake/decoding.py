"""Opening a file from outside: one throw-away process for each, and nothing of it is opened here.

The rules are: bytes go in and facts and pixels come out, over two pipes; the process knows no path,
no vault and no name; it ends when it has answered, when its time is over, or when it is no longer
wanted. Nothing in a file makes `decode` raise. Whoever calls keeps the original, whatever is said.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from math import ceil
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.picture import (
    Decoded,
    DecodeTrouble,
    Oddity,
    PictureFacts,
    PictureSort,
    name_is_odd,
)
from dsl_desk.intake.told import Told
from dsl_desk.system import children
from dsl_desk.system.bounds import Bounds
from dsl_desk.system.frames import FrameError, PipeEndedError, write_all, write_frame
from dsl_desk.system.own_program import own_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dsl_desk.system.frames import Frame

_LOOK_UP: Final = 0.02  # seconds between two looks at the clock and at whether it is still wanted
_TO_END: Final = 0.5  # seconds kept back, so that the answer is there within the limit
_ENOUGH_TO_TELL: Final = 1 << 20  # bytes of a file too large to open that say what it is
_WIDEST: Final = 4096
_PATIENCE: Final = 1.0  # seconds for the pipes to end: somebody who has fled might hold one


@dataclass(frozen=True)
class Limits:
    """What one file may cost: seconds, bytes of memory, its own bytes, its pixels, ours."""

    seconds: float = 5.0
    memory: int = 512 * 1024 * 1024
    octets: int = 50 * 1024 * 1024
    pixels: int = 64_000_000
    widest: int = _WIDEST


@dataclass(frozen=True)
class Decoder:
    """How a decoder is started, what it may cost, and whether it tells the parts of a picture."""

    command: tuple[str, ...] = field(default_factory=lambda: (*own_program(), "decoder"))
    limits: Limits = field(default_factory=Limits)
    spots: bool = False  # by these a picture cut out of it is known again

    def decode(
        self,
        untrusted_file: bytes | Callable[[], bytes | Iterable[bytes]],
        *,
        widest: int,
        page: int = 0,
        stop: Callable[[], object] = bool,
        untrusted_name: str = "",
    ) -> Decoded:
        """Return what a file is and how it looks, at most `widest` pixels wide and high.

        `stop` is called time and again: what it raises ends the decoder and goes on up.
        """
        untrusted, whole = _gather(untrusted_file, self.limits.octets, stop)
        widest = max(1, min(widest, self.limits.widest))
        wish: Frame = {
            "widest": widest,
            "page": max(0, page),
            "pixels": self.limits.pixels,
            "length": len(untrusted),
            "whole": whole,
            "spots": self.spots,
        }
        told = Told(widest)
        try:
            sitting = _Sitting(self, told, wish, untrusted)
        except OSError:  # no memory or no number left for another process
            return Decoded(PictureFacts(PictureSort.OTHER), trouble=DecodeTrouble.CRASHED)
        in_time = sitting.attend(stop)
        if told.sort is not None and name_is_odd(untrusted_name, told.sort):
            told.add(Oddity.OTHER_NAME)
        return told.decoded(DecodeTrouble.CRASHED if in_time else DecodeTrouble.TOO_LONG)


def decode(
    untrusted_file: bytes | Callable[[], bytes | Iterable[bytes]],
    *,
    widest: int,
    page: int = 0,
    stop: Callable[[], object] = bool,
    untrusted_name: str = "",
) -> Decoded:
    """Open a file with the decoder of this program; see `Decoder.decode`."""
    return Decoder().decode(
        untrusted_file,
        widest=widest,
        page=page,
        stop=stop,
        untrusted_name=untrusted_name,
    )


class _Sitting:
    """One decoder at work on one file. Everything but carrying is the caller's own thread."""

    def __init__(self, decoder: Decoder, told: Told, wish: Frame, untrusted: bytes) -> None:
        self._told = told
        self._wish = wish
        self._untrusted = untrusted
        self._seconds = decoder.limits.seconds - _TO_END
        self._begun = time.monotonic()
        self._done = Event()
        likely = _likely(untrusted)
        self._process, self._outgoing, self._incoming = _start(decoder, likely)
        self._carrier = Thread(target=self._carry, name="decoder", daemon=True)
        self._carrier.start()

    def attend(self, stop: Callable[[], object]) -> bool:
        """Wait for the answer; end the decoder in any case. Return whether it came in time."""
        try:
            while not self._done.wait(_LOOK_UP):
                stop()
                if time.monotonic() - self._begun > self._seconds:
                    return False
        finally:
            self._process.kill_all()
            self._carrier.join(_PATIENCE)
            self._process.wait()
            self._process.reap()
        return True

    def _carry(self) -> None:
        try:
            self._send()
            self._told.listen(self._incoming)
        except FrameError:
            pass  # what it had said before stands, and it did not come to its end
        finally:
            os.close(self._incoming)
            self._done.set()

    def _send(self) -> None:
        try:
            write_frame(self._outgoing, self._wish)
            write_all(self._outgoing, self._untrusted)
        except PipeEndedError:
            pass  # it may have known enough, or have ended: what it said tells
        finally:
            os.close(self._outgoing)


def _start(decoder: Decoder, likely: str) -> tuple[children.Process, int, int]:
    hears, outgoing = children.pipe()
    incoming, speaks = children.pipe()
    bounds = Bounds(decoder.limits.memory, ceil(decoder.limits.seconds))
    ends = [children.name_of(hears), children.name_of(speaks)]
    limits = [str(bounds.memory), str(bounds.seconds)]
    try:
        process = children.start_confined(
            [*decoder.command, likely, *ends, *limits], (hears, speaks), bounds
        )
    except OSError:
        os.close(outgoing)
        os.close(incoming)
        raise
    finally:
        os.close(hears)
        os.close(speaks)
    return process, outgoing, incoming


def _likely(untrusted: bytes) -> str:
    """Guess which libraries may be needed; what it really is the decoder finds out."""
    if b"%PDF-" in untrusted[:1024]:
        return "paper"
    return "heic" if untrusted[4:8] == b"ftyp" else "picture"


def _gather(
    untrusted_file: bytes | Callable[[], bytes | Iterable[bytes]],
    most: int,
    stop: Callable[[], object],
) -> tuple[bytes, bool]:
    """Return the file, or of one too large its beginning, and whether it is whole."""
    given = untrusted_file if isinstance(untrusted_file, bytes) else untrusted_file()
    # Each copy of so much holds up the window's thread, so there is none or one.
    pieces: list[bytes] = []
    length = 0
    for piece in [given] if isinstance(given, bytes) else given:
        stop()
        pieces.append(piece)
        length += len(piece)
        if length > most:
            return b"".join(pieces)[:_ENOUGH_TO_TELL], False
    return (pieces[0] if len(pieces) == 1 else b"".join(pieces)), True
