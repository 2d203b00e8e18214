"""The background check of one part, in slices: it can stop anywhere, and go on in another sitting.

The newest entries come first. Then every strand from where the last sitting left off to its end,
then shelves and search against the ledger. How far it came is signed by whoever looked, so that
nobody else can say that something was looked at. A good check is begun again after a week.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.looked import Looked
from dsl_desk.domain.packing import canonical_json, pack
from dsl_desk.storage.chain import Reached, follow, reached_at
from dsl_desk.storage.checking import indexes_told, search_in_steps, shelves_told
from dsl_desk.storage.columns import as_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.damage import Where
    from dsl_desk.domain.signing import Pen
    from dsl_desk.storage.part import Part

_FORM: Final = b"dsl-desk looked 1"
_AT_UNLOCK: Final = 1000
_KEEP_EVERY: Final = 5000
_AGAIN_AFTER: Final = timedelta(days=7)


class Looking:
    """The check of one part, going on whenever there is time."""

    def __init__(self, part: Part, pen: Pen) -> None:
        self._part = part
        self._pen = pen
        self._reached, self._finished = self._recall()
        self._where: Where | None = None
        self._work: Iterator[None] | None = self._all()

    def go_on(self, enough: Callable[[], bool]) -> Looked:
        """Look on until it is enough; tell how far it has come."""
        if self._where is None and self._work is None and self._behind():
            self._work = self._what_is_new()
        while self._work is not None and not enough():
            self._step()
        return self.looked()

    def catch_up(self, enough: Callable[[], bool]) -> Looked:
        """Look at every entry there is now, unless that takes too long."""
        there = self._part.ledger.heads()
        self.go_on(
            lambda: enough() or all(self._number(head.strand) >= head.number for head in there)
        )
        return self.looked()

    def looked(self) -> Looked:
        """Tell how far it has come."""
        checked = sum(reached.number for reached in self._reached.values())
        of, done = self._part.ledger.count(), self._work is None
        return Looked(checked, of, done, self._where, self._finished)

    def _step(self) -> None:
        try:
            if self._work is not None and next(self._work, _END) is _END:
                self._work = None
        except DamageError as told:
            self._where, self._work = told.where, None

    def _all(self) -> Iterator[None]:
        yield from self._newest()
        if self._finished and self._pen.clock.now() - self._finished > _AGAIN_AFTER:
            self._reached, self._finished = {}, None
        while not self._part.fill_shelves(_after_one_slice()).complete:
            yield
        yield from self._what_is_new()
        if self._finished is None:
            yield from indexes_told(self._part)
            yield from shelves_told(self._part)
            yield from search_in_steps(self._part)
            self._finished = self._pen.clock.now()
            self._keep()

    def _newest(self) -> Iterator[None]:
        """Look at the newest entries, unless they were looked at before."""
        ledger = self._part.ledger
        for head in ledger.heads():
            before = max(head.number - _AT_UNLOCK, self._number(head.strand))
            for _ in follow(ledger, reached_at(ledger, head.strand, before)):
                yield

    def _what_is_new(self) -> Iterator[None]:
        for count, reached in enumerate(self._past_what_is_known(), start=1):
            self._reached[reached.strand] = reached
            if count % _KEEP_EVERY == 0:
                self._keep()
            yield
        self._keep()

    def _past_what_is_known(self) -> Iterator[Reached]:
        for strand in self._part.ledger.strands():
            since = self._reached.get(strand, Reached(strand))
            for _, reached in follow(self._part.ledger, since):
                yield reached

    def _behind(self) -> bool:
        return any(self._number(head.strand) < head.number for head in self._part.ledger.heads())

    def _number(self, strand: str) -> int:
        return self._reached.get(strand, Reached(strand)).number

    def _keep(self) -> None:
        """Write down, signed, how far this member has looked."""
        position = canonical_json(
            {
                "finished": self._finished.isoformat() if self._finished else "",
                "reached": [
                    {
                        "strand": reached.strand,
                        "number": reached.number,
                        "hash": reached.digest.hex(),
                        "hlc": reached.hlc,
                    }
                    for reached in self._reached.values()
                ],
            }
        )
        self._part.database.run(
            "INSERT OR REPLACE INTO looked (member, position, signature) VALUES (?, ?, ?)",
            bytes.fromhex(self._pen.author.id),
            position,
            self._pen.author.sign(self._signed(position)),
        )

    def _recall(self) -> tuple[dict[str, Reached], datetime | None]:
        row = self._part.database.row(
            "SELECT position, signature FROM looked WHERE member = ?",
            bytes.fromhex(self._pen.author.id),
        )
        if row is None:
            return {}, None
        position, signature = as_bytes(row[0]), as_bytes(row[1])
        if not self._part.ledger.proof.signed(
            self._pen.author.id, self._signed(position), signature
        ):
            return {}, None  # whoever wrote it: everything is looked at again
        return self._read(Fields.of_json(position))

    def _read(self, fields: Fields) -> tuple[dict[str, Reached], datetime | None]:
        reached = [
            Reached(
                each.text("strand"), each.number("number"), each.raw("hash"), each.number("hlc")
            )
            for each in fields.each("reached")
        ]
        finished = fields.text("finished")
        good = {each.strand: each for each in reached if self._stands(each)}
        whole = len(good) == len(reached)
        return good, datetime.fromisoformat(finished) if finished and whole else None

    def _stands(self, reached: Reached) -> bool:
        return reached_at(self._part.ledger, reached.strand, reached.number) == reached

    def _signed(self, position: bytes) -> bytes:
        return pack((_FORM, self._part.compartment.value.encode(), position))


_END: Final = object()


def _after_one_slice() -> Callable[[], bool]:
    asked: list[bool] = []

    def enough() -> bool:
        asked.append(True)
        return len(asked) > 1

    return enough
