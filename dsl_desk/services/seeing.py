"""What the decoder makes of a file: facts when it is captured, a picture when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.progress import untold
from dsl_desk.intake.decoding import Decoder, decode

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Decoded
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.doorway import Looking

_WIDEST: Final = 4096
_FACTS_ONLY: Final = 640  # so wide that its parts can be told from one another
_SCAN: Final = 1600
_ON_PAPER: Final = 1200  # a telephone's screen five centimetres wide, at 280 dots an inch


def facts_of(untrusted_content: bytes, name: str) -> Decoded:
    """Return what a file is, while it is captured; its picture is not wanted yet."""
    decoder = Decoder(spots=True)
    return decoder.decode(untrusted_content, widest=_FACTS_ONLY, untrusted_name=name)


def scan_shown(untrusted_content: bytes, progress: Progress = untold, page: int = 0) -> Decoded:
    """Return one page, counted from 0, of the scan of a signed paper, as wide as it is read."""
    return decode(untrusted_content, widest=_SCAN, page=page, stop=lambda: progress(0, 0))


def for_paper(looking: Looking) -> Decoded:
    """Prove the original to its last byte, then return it as large as paper needs it."""
    content = looking.content()
    return decode(content, widest=_ON_PAPER, untrusted_name=looking.evidence.captured.facts.name)


def shown(looking: Looking, progress: Progress = untold, page: int = 0) -> Decoded:
    """Prove the original to its last byte, then return how it looks; BlobDamagedError if not.

    Of a paper so many pages in, counted from 0.
    """
    content = looking.content(progress)
    name = looking.evidence.captured.facts.name
    return decode(
        content, widest=_WIDEST, page=page, stop=lambda: progress(0, 0), untrusted_name=name
    )
