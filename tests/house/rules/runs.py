"""No nine words in a row of a published policy stand in this house: summaries are our own.

The policies themselves are not kept here. `python -m tests.house.rules.runs FOLDER` reads the texts
in a folder, takes every run of nine words (small letters, signs dropped) and writes five bytes of
each run's SHA-256, sorted, into the file beside this one. The test looks up every run of ours.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN: Final = 9
_BYTES: Final = 5
_KEPT: Final = Path(__file__).with_suffix(".bin")
_WORD: Final = re.compile(r"[a-z0-9]+")
OURS: Final = ("resources/policies/*.toml", "resources/guidance/*.toml", "docs/policy-*")


def copied(root: Path, kept: frozenset[bytes]) -> list[str]:
    """Name every run of words of ours that stands in a policy."""
    return [
        f"{path.relative_to(root).as_posix()} copies: {run}"
        for pattern in (*OURS, "docs/manual/*policy*")
        for path in sorted(root.glob(pattern))
        for run in runs(path.read_text("utf-8"))
        if digest(run) in kept
    ]


def known_runs(path: Path = _KEPT) -> frozenset[bytes]:
    """Read the digests of the policies' runs."""
    octets = path.read_bytes()
    return frozenset(octets[at : at + _BYTES] for at in range(0, len(octets), _BYTES))


def runs(text: str) -> Iterator[str]:
    """Return every run of so many words."""
    words = _WORD.findall(text.casefold().replace("\u2019", "").replace("'", ""))
    for at in range(len(words) - RUN + 1):
        yield " ".join(words[at : at + RUN])


def digest(run: str) -> bytes:
    """Return the few bytes by which a run is known."""
    return hashlib.sha256(run.encode()).digest()[:_BYTES]


def keep(folder: Path) -> int:
    """Write the digests of every text in a folder; return how many runs there were."""
    found = {digest(run) for path in folder.glob("*.txt") for run in runs(path.read_text("utf-8"))}
    _KEPT.write_bytes(b"".join(sorted(found)))
    return len(found)


if __name__ == "__main__":
    print(f"{keep(Path(sys.argv[1]))} runs")  # noqa: T201 a maintainer's tool
