from __future__ import annotations

import base64
import gzip
import zlib
from typing import TYPE_CHECKING

import pytest

from tests.proof.leavings import where_it_stands

if TYPE_CHECKING:
    from pathlib import Path

MARK = "0f3c9a1b7e2d4c5a86"
TEXT = f"Wren said {MARK} today".encode()
PDF = b"%PDF-1.4\nstream\n" + base64.a85encode(zlib.compress(TEXT)) + b"~>endstream\n%%EOF"


@pytest.mark.parametrize(
    "octets",
    [
        TEXT,
        TEXT.decode().encode("utf-16-le"),
        TEXT.decode().encode("utf-16-be"),
        *(base64.b64encode(bytes(before) + TEXT) for before in range(4)),
        TEXT.hex().encode(),
        b"noise" + zlib.compress(TEXT),
        b"noise" + gzip.compress(TEXT, mtime=0),
        PDF,
    ],
)
def test_that_a_mark_is_found_in_every_dress(tmp_path: Path, octets: bytes) -> None:
    (tmp_path / "cache").write_bytes(b"before " + octets if octets != PDF else PDF)
    assert list(where_it_stands([tmp_path], MARK))


def test_that_a_mark_is_found_in_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / f"{MARK}.lock").touch()
    assert list(where_it_stands([tmp_path], MARK))


def test_that_a_folder_without_the_mark_is_clean(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(zlib.compress(b"nothing of it"))
    assert not list(where_it_stands([tmp_path], MARK))
