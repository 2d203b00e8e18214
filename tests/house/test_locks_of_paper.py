"""The printer has a lock of its own that is no lock: nobody in the house may ever ask for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What the printer's own lock is asked for with; what pikepdf locks with has another name.
ASKED = re.compile(r"pdfencrypt|StandardEncryption|\bencrypt\s*=|setEncrypt|encryptCanvas")


def asking(source: str) -> list[str]:
    return [line.strip() for line in source.splitlines() if ASKED.search(line)]


def test_that_nothing_asks_the_printer_to_lock() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "dsl_desk").rglob("*.py"))
        if (lines := asking(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    "fault",
    [
        "from reportlab.lib import pdfencrypt",
        "paper = BaseDocTemplate(out, encrypt=passphrase)",
        "Canvas(out, encrypt = StandardEncryption(passphrase))",
    ],
)
def test_that_each_way_of_asking_is_seen(fault: str) -> None:
    assert asking(fault) == [fault]
