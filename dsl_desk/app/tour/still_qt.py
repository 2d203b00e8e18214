"""What Qt says where there is no window to raise: passed on, but for what is no news."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_NO_NEWS = "This plugin does not support"


def listen() -> None:
    """Pass on what Qt says, from now on."""
    qInstallMessageHandler(_pass_on)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    # That the platform of pictures cannot raise a window is no news.
    if not text.startswith(_NO_NEWS):
        sys.stderr.write(f"{text}\n")
