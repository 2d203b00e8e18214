"""The desk's side of a decoder: whatever the other side does, there is an answer, and in time."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from dsl_desk.domain.picture import Decoded, DecodeTrouble, PictureSort
from dsl_desk.intake.decoding import Decoder, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipe ends have other names there")

FILE: Final = b"\x89PNG\r\n\x1a\n and so on"
SAYS: Final = """
import json, os, sys
likely, hears, speaks, memory, seconds = sys.argv[1:]
hears, speaks = int(hears), int(speaks)
def say(**fact):
    said = json.dumps(fact).encode()
    os.write(speaks, len(said).to_bytes(4, "big") + said)
def hear():
    while os.read(hears, 1 << 20):
        pass
"""


def a_decoder(does: str, limits: Limits | None = None) -> Decoder:
    """One that is not ours: it does what this line of Python says."""
    return Decoder((sys.executable, "-I", "-S", "-c", SAYS + does), limits or Limits())


def opened(does: str, limits: Limits | None = None) -> Decoded:
    return a_decoder(does, limits).decode(FILE, widest=10)


def test_that_what_a_decoder_says_in_order_is_believed() -> None:
    decoded = opened(
        "hear(); say(sort='png'); say(size=[7, 9]); say(pixels=[1, 1]);"
        "os.write(speaks, b'abcd'); say(end=True)"
    )
    assert (decoded.facts.sort, decoded.facts.width) == (PictureSort.PNG, 7)
    assert decoded.trouble is None
    assert decoded.pixels is not None
    assert decoded.pixels.rgba == b"abcd"


BABBLE: Final = {
    "nothing": "pass",
    "no frame": "os.write(speaks, b'GET / HTTP/1.0')",
    "an endless frame": "os.write(speaks, b'\\xff\\xff\\xff\\xff')",
    "an unknown word": "say(open='door')",
    "two words at once": "say(sort='png', pages=1)",
    "an unknown sort": "say(sort='svg')",
    "a size that is none": "say(size=[1])",
    "a size below nothing": "say(size=[-1, 4])",
    "a size that is true": "say(size=[True, 4])",
    "too many pages": "say(pages=1 << 40)",
    "a picture wider than asked": "say(pixels=[11, 1]); os.write(speaks, bytes(44))",
    "a picture of nothing": "say(pixels=[0, 1])",
    "half a picture": "say(pixels=[9, 9]); os.write(speaks, bytes(9))",
    "no picture after all": "say(pixels=[9, 9])",
    "two pictures": "[(say(pixels=[1, 1]), os.write(speaks, bytes(4))) for _ in (1, 2)]",
    "a day that is none": "say(taken_at='2026-02-31T00:00:00')",
    "a thing written that is none": "say(exif=['only a name'])",
    "too much written": "[say(exif=['a', 'b']) for _ in range(201)]",
    "something else written": "say(exif=['a', 7])",
    "words that are none": "say(words=7)",
    "too many words": "[say(words='w' * 60000) for _ in range(4)]",
    "a likeness that is none": "say(likeness='ffffffffffffffffff')",
    "a likeness of other letters": "say(likeness='zzzzzzzzzzzzzzzz')",
    "spots that are none": "say(spots=7)",
    "spots of other letters": "say(spots='z' * 23)",
    "too many spots": "say(spots='0' * 23 * 161)",
    "an unknown oddity": "say(odd='fine')",
    "an unknown trouble": "say(trouble='none')",
    "walls that are none": "say(walls='all of them')",
    "no end": "say(sort='png')",
    "endless talk": "[say(pages=1) for _ in range(2000)]",
}


@pytest.mark.parametrize("babble", BABBLE)
def test_that_what_no_decoder_of_ours_would_say_is_a_crash(babble: str) -> None:
    decoded = opened(f"hear(); {BABBLE[babble]}")
    assert decoded.trouble is DecodeTrouble.CRASHED or decoded.pixels is not None
    assert decoded.facts.sort in (PictureSort.OTHER, PictureSort.PNG)


def test_that_what_was_said_before_a_crash_is_kept() -> None:
    decoded = opened("hear(); say(sort='png'); say(size=[7, 9]); os.kill(os.getpid(), 11)")
    assert (decoded.facts.sort, decoded.facts.width) == (PictureSort.PNG, 7)
    assert decoded.trouble is DecodeTrouble.CRASHED


@pytest.mark.parametrize(
    "does",
    [
        "hear(); say(sort='png'); os.read(hears, 1); import time; time.sleep(60)",
        "hear(); exec('while 1: pass')",
    ],
)
def test_that_a_decoder_that_takes_too_long_is_ended_in_time(does: str) -> None:
    begun = time.monotonic()
    decoded = opened(does, Limits(seconds=1.0))
    assert time.monotonic() - begun <= 1.0
    assert decoded.trouble is DecodeTrouble.TOO_LONG


def test_that_a_decoder_that_never_listens_is_ended_in_time() -> None:
    deaf = a_decoder("import time; time.sleep(60)", Limits(seconds=1.0))
    decoded = deaf.decode(bytes(4_000_000), widest=10)
    assert decoded.trouble is DecodeTrouble.TOO_LONG


def test_that_an_answer_before_the_last_byte_is_heard() -> None:
    early = a_decoder("say(sort='film'); say(trouble='not_shown'); say(end=True); os._exit(0)")
    decoded = early.decode(bytes(4_000_000), widest=10)
    assert (decoded.facts.sort, decoded.trouble) == (PictureSort.FILM, DecodeTrouble.NOT_SHOWN)


def open_ends() -> int:
    return sum(1 for fd in range(200) if Path(f"/proc/self/fd/{fd}").exists())


def test_that_a_program_that_cannot_be_started_is_an_answer_too() -> None:
    nowhere = Decoder(("/nowhere/at-all",))
    ours = open_ends()
    assert nowhere.decode(FILE, widest=10).trouble is DecodeTrouble.CRASHED
    assert open_ends() == ours


class NotWantedError(Exception):
    """Somebody has turned to another picture."""


def test_that_a_decoder_no_longer_wanted_is_ended_at_once() -> None:
    asked = []

    def stop() -> None:
        asked.append(time.monotonic())
        if len(asked) > 5:
            raise NotWantedError

    with pytest.raises(NotWantedError):
        a_decoder("import time; time.sleep(60)").decode(FILE, widest=10, stop=stop)
    assert time.monotonic() - asked[-1] < 1.0


def pieces() -> Iterator[bytes]:
    for start in range(0, len(FILE), 5):
        yield FILE[start : start + 5]


@pytest.mark.parametrize("given", [FILE, lambda: FILE, pieces])
def test_that_every_byte_arrives_as_it_was(
    given: bytes | Callable[[], bytes | Iterator[bytes]],
) -> None:
    echo = (
        "import json; wish = json.loads(os.read(hears, int.from_bytes(os.read(hears, 4), 'big')));"
        "say(sort='png'); say(words=os.read(hears, wish['length']).hex()); say(end=True)"
    )
    assert a_decoder(echo).decode(given, widest=10).facts.words == FILE.hex()


def test_that_of_a_file_too_large_only_the_beginning_is_given() -> None:
    echo = (
        "import json; wish = json.loads(os.read(hears, int.from_bytes(os.read(hears, 4), 'big')));"
        "say(pages=wish['length']); say(words=str(wish['whole'])); say(end=True)"
    )
    large = a_decoder(echo, Limits(octets=3_000_000)).decode(bytes(3_000_001), widest=10)
    assert (large.facts.pages, large.facts.words) == (1 << 20, "False")


def test_that_a_decoder_is_told_nothing_of_us_but_its_two_pipes() -> None:
    told = opened(
        "hear(); say(words=' '.join(os.environ)); say(sort='text'); say(pages=sum("
        "os.path.exists(f'/proc/self/fd/{n}') for n in range(3, 200))); say(end=True)"
    )
    assert told.facts.words.replace("LC_CTYPE", "").strip() == ""  # Python's own, of the locale
    assert sys.platform != "linux" or told.facts.pages == 2
