from __future__ import annotations

import sys
import threading
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from dsl_desk.domain.picture import Decoded, DecodeTrouble
from dsl_desk.intake.decoding import Decoder, Limits
from dsl_desk.ui.work.errands import Errands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from dsl_desk.domain.progress import Progress

DEAF = (sys.executable, "-I", "-S", "-c", "import os, time; time.sleep(60)")
SECONDS = 2.0


@pytest.mark.skipif(sys.platform == "win32", reason="never run there")
def test_that_the_windows_thread_goes_on_while_a_decoder_is_waited_for(qtbot: QtBot) -> None:
    errands, owner = Errands(), QObject()
    beats: list[float] = []
    came: list[Decoded] = []
    threads: list[int] = []
    heart = QTimer(interval=5)
    heart.timeout.connect(lambda: beats.append(time.monotonic()))

    def job(_step: Progress) -> Decoded:
        threads.append(threading.get_ident())
        return Decoder(DEAF, Limits(seconds=SECONDS)).decode(bytes(4_000_000), widest=10)

    heart.start()
    errands.run(owner, job, came.append)
    qtbot.waitUntil(lambda: bool(came), timeout=10_000)
    errands.close()
    assert came[0].trouble is DecodeTrouble.TOO_LONG
    assert threads != [threading.get_ident()]
    longest = max(later - earlier for earlier, later in pairwise(beats))
    assert longest < SECONDS / 3  # blocked, it would be the whole time; the figure is the bench's
