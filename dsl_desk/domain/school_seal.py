"""The school's own seal: one key for what leaves, kept where everybody who may seal can read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

_FOUR: Final = 4


@dataclass(frozen=True)
class SchoolSeal:
    """A key, what others know it by, and the fingerprint of that: told by telephone."""

    key: bytes = field(repr=False)
    certificate: bytes = field(repr=False)
    fingerprint: str

    def fours(self) -> str:
        """Return the fingerprint in groups of four, to be read aloud."""
        digits = self.fingerprint
        return " ".join(digits[at : at + _FOUR] for at in range(0, len(digits), _FOUR))


def _of(seal: SchoolSeal) -> dict[str, Json]:
    return {
        "key": seal.key.hex(),
        "certificate": seal.certificate.hex(),
        "fingerprint": seal.fingerprint,
    }


def _to(fields: Fields) -> SchoolSeal:
    return SchoolSeal(fields.raw("key"), fields.raw("certificate"), fields.text("fingerprint"))


SCHOOL_SEAL: Final = Kind("school_seal", 1, EntryClass.SETTING, _of, _to)
