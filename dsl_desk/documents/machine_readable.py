"""Records as JSON and as tables, in a zip locked with AES and proved before it is handed over."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pyzipper

from dsl_desk.documents.table import print_table
from dsl_desk.domain.leaving_errors import Flaw, NotProvedError
from dsl_desk.domain.machine_readable import columns_of, rows_of
from dsl_desk.domain.progress import untold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dsl_desk.domain.carried_file import Enclosed
    from dsl_desk.domain.machine_readable import About, MachineRecord
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.progress import Progress

RECORDS: Final = "records.json"
_RECORDS: Final = "records"
INSIDE: Final = "records.zip"  # the one name that can be read without the passphrase
READ_ME: Final = "read-me.txt"
NOTHING_MORE: Final[Mapping[str, bytes]] = MappingProxyType({})
_BITS: Final = 256
_FIXED: Final = (1980, 1, 1, 0, 0, 0)  # a zip would tell the clock of the computer
_WORDS: Final = """\
records.json holds every record, with all its versions. tables holds the same, one table for each
kind of record; a cell that begins like a formula has an apostrophe before it. Pictures and files
lie in files as they were captured, if somebody chose that they go: index.csv there says which
record each is of. Sealed cases are not here. The format is described with DSL Desk, in
docs/machine-readable.md.
"""
_INDEX: Final = "files/index.csv"
_NUMBER: Final = 8
_COLUMNS: Final = ("name", "part", "record", "bytes", "sha256")


def records_json(about: About, records: Sequence[MachineRecord]) -> bytes:
    """Return all records as one JSON document in UTF-8, a record on each line.

    Indented it took four times as long, and five times the memory: small pieces of text.
    """
    told: dict[str, Json] = {**about.plain(), _RECORDS: []}
    head = json.dumps(told, ensure_ascii=False, indent=1).removesuffix("[]\n}")
    lines = (json.dumps(record.plain(), ensure_ascii=False).encode() for record in records)
    return b"".join((head.encode(), b"[\n", b",\n".join(lines), b"\n]\n}\n"))


def tables(records: Sequence[MachineRecord]) -> dict[str, bytes]:
    """Return one table for each kind, by the name of its file."""
    kinds: dict[str, list[MachineRecord]] = defaultdict(list)
    for record in records:
        kinds[record.kind].append(record)
    found = {}
    for kind, some in sorted(kinds.items()):
        columns = columns_of(some)
        found[f"tables/{kind}.csv"] = print_table(columns, rows_of(some, columns))
    return found


def enclosed(files: Iterable[Enclosed]) -> dict[str, bytes]:
    """Return the files that go as they are, by their names, and the table that says whose each is.

    Each is proved as it is opened: BlobDamagedError names the first that is not as it was sealed.
    """
    found: dict[str, bytes] = {}
    rows = []
    for one in files:
        content = one.carry().content
        name = f"files/{one.name}"
        if name in found:  # two laptops may have given one number twice
            name = f"files/{one.record[-_NUMBER:]}-{one.name}"
        found[name] = content
        told = (one.part.value, one.record, str(len(content)), hashlib.sha256(content).hexdigest())
        rows.append([name, *told])
    return {**found, _INDEX: print_table(_COLUMNS, rows)} if found else {}


def locked_zip(
    about: About,
    records: Sequence[MachineRecord],
    passphrase: str,
    progress: Progress = untold,
    more: Mapping[str, bytes] = NOTHING_MORE,
) -> bytes:
    """Return the locked file, opened again and compared; NotProvedError else."""
    progress(0, 3)
    files = {RECORDS: records_json(about, records), READ_ME: _WORDS.encode(), **tables(records)}
    files |= more
    inside = _zipped(files)
    progress(1, 3)
    content = _locked(inside, passphrase)
    progress(2, 3)
    prove_locked(content, inside, passphrase)
    progress(3, 3)
    return content


def prove_locked(content: bytes, inside: bytes, passphrase: str) -> None:
    """Raise where a locked file does not open with its words, or opens without them."""
    try:
        with pyzipper.AESZipFile(io.BytesIO(content)) as opened:
            entries = opened.infolist()
            strong = all(one.wz_aes_strength == _BITS // 64 - 1 for one in entries)
            if [one.filename for one in entries] != [INSIDE] or not strong:
                raise NotProvedError(Flaw.NOT_LOCKED)
            opened.setpassword(passphrase.encode())
            if opened.read(INSIDE) != inside:
                raise NotProvedError(Flaw.UNREADABLE)
    except (pyzipper.BadZipFile, RuntimeError, AttributeError):
        raise NotProvedError(Flaw.UNREADABLE) from None
    if inside in content:
        raise NotProvedError(Flaw.NOT_LOCKED)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, content)
    return out.getvalue()


def _locked(inside: bytes, passphrase: str) -> bytes:
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES) as made:
        made.setpassword(passphrase.encode())
        made.setencryption(pyzipper.WZ_AES, nbits=_BITS)
        made.writestr(pyzipper.zipfile_aes.AESZipInfo(INSIDE, _FIXED), inside)
    return out.getvalue()
