"""Opening a file in its own process, beside bare Pillow; and whether the window's thread is free.

Run: python -m tests.bench.bench_decoder
Three take turns on the same bytes: ours, from the call to the pixels; bare Pillow in a process of
its own (start, import, decode), which is the floor of one process for each file; bare Pillow in
this process, already loaded. "First" is ours once, before anything was read; the rest is a median.
Then the same files go through the desk's pool of errands while a timer beats on the main thread.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import time
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pypdfium2
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer

from dsl_desk.intake.decoding import decode
from dsl_desk.ui.work.errands import Errands
from tests.damage.hostile import chance_for, corpus
from tests.decoder.outside import HEIC, a_paper, a_picture, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.picture import Decoded
    from dsl_desk.domain.progress import Progress

ROUNDS: Final = 9
WIDEST: Final = 1600
BEAT: Final = 5  # milliseconds
BARE: Final = """
import io, sys
from PIL import Image
image = Image.open(io.BytesIO(sys.stdin.buffer.read()))
image.thumbnail((1600, 1600))
sys.stdout.buffer.write(image.convert("RGBA").tobytes())
"""


def bare(untrusted: bytes) -> None:
    image = Image.open(io.BytesIO(untrusted))
    image.thumbnail((WIDEST, WIDEST))
    image.convert("RGBA").tobytes()


def bare_paper(untrusted: bytes) -> None:
    pypdfium2.PdfDocument(untrusted)[0].render(scale=2).to_pil().tobytes()


def in_a_process(untrusted: bytes) -> None:
    command = [sys.executable, "-I", "-c", BARE]
    subprocess.run(command, input=untrusted, capture_output=True, check=True)


def milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    noise = Image.effect_noise((4032, 3024), 30).convert("RGB")
    screen = a_picture((1170, 2532), 3)
    files = {
        "screenshot, PNG": saved(screen, "PNG"),
        "12 MP photograph, JPEG": saved(noise, "JPEG", quality=80),
        "screenshot, WebP": saved(screen, "WEBP"),
        "small picture, HEIC": HEIC,
        "page, PDF": a_paper(),
    }
    for name, untrusted in files.items():
        first = milliseconds(partial(decode, untrusted, widest=WIDEST))
        print(f"{name} ({len(untrusted) // 1000} kB): first {first:.0f} ms, {_medians(untrusted)}")
    _beat(list(files.values()))


def _medians(untrusted: bytes) -> str:
    ours: list[float] = []
    process: list[float] = []
    warm: list[float] = []
    paper, heic = untrusted.startswith(b"%PDF"), untrusted == HEIC
    for _ in range(ROUNDS):
        ours.append(milliseconds(lambda: decode(untrusted, widest=WIDEST)))
        if not paper and not heic:
            process.append(milliseconds(lambda: in_a_process(untrusted)))
        if not heic:
            warm.append(milliseconds(lambda: (bare_paper if paper else bare)(untrusted)))
    told = [f"ours {statistics.median(ours):.0f} ms"]
    told += [f"bare in a process {statistics.median(process):.0f} ms"] if process else []
    told += [f"bare and loaded {statistics.median(warm):.0f} ms"] if warm else []
    return ", ".join(told)


def _beat(files: list[bytes]) -> None:
    app = QCoreApplication.instance() or QCoreApplication([])
    owner, errands, loop = QObject(), Errands(app), QEventLoop()
    hostile = [found.make(chance_for(1, found.name)) for found in corpus()[::48]]
    beats: list[float] = []
    done: list[Decoded] = []
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))

    def came(decoded: Decoded) -> None:
        done.append(decoded)
        if len(done) == len(files) + len(hostile):
            loop.quit()

    timer.start()
    QTimer.singleShot(1000, loop.quit)
    loop.exec()
    quiet, beats[:] = _gaps(beats), []
    for untrusted in (*files, *hostile):
        errands.run(owner, _errand(untrusted), came)
    loop.exec()
    errands.close()
    print(f"window's thread, at rest: {quiet}; while {len(done)} files are opened: {_gaps(beats)}")


def _errand(untrusted: bytes) -> Callable[[Progress], Decoded]:
    return lambda step: decode(untrusted, widest=4096, stop=lambda: step(0, 1))


def _gaps(beats: list[float]) -> str:
    gaps = sorted((b - a) * 1000 for a, b in pairwise(beats))
    late = sum(gap > 50 + BEAT for gap in gaps)
    return f"longest {gaps[-1]:.0f} ms between beats of {BEAT}, {late} of {len(gaps)} over 50 late"


if __name__ == "__main__":
    main()
