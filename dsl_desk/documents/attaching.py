"""Files inside a paper: only those somebody asked for, each under its own name."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.carried_file import CarriedFile


def attach(paper: pikepdf.Pdf, files: Iterable[CarriedFile]) -> None:
    """Put files into a paper. They say of themselves their name, and no day and no computer."""
    for one in files:
        spec = pikepdf.AttachedFileSpec(
            paper,
            one.content,
            filename=one.name,
            description=one.said,
            mime_type=one.sort,
            creation_date="",
            mod_date="",
        )
        paper.attachments[one.name] = spec


def carried_in(paper: pikepdf.Pdf) -> dict[str, str]:
    """Return the files a paper carries: their names, and the fingerprint of each."""
    return {
        name: hashlib.sha256(spec.get_file().read_bytes()).hexdigest()
        for name, spec in paper.attachments.items()
    }
