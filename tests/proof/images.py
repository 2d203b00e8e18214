"""What a power cut left, opened: what stands in it, or why it does not open.

An image is judged by its pieces. The page and whatever else lies in the folder is opened with all
parts by the real services; each part with its journal by the same functions that open it there; the
drafts by theirs. A piece whose very bytes were judged before is not opened again.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.errors import DeskError
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.vouching import vouched
from dsl_desk.services import opening
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.places import drafts_file, stands
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.heads import Judge
from dsl_desk.storage.spool import Spool
from tests.builders import a_concern_draft
from tests.fakes.keychain import FakeKeychain
from tests.proof.ground import Ground, check, contents, contents_of, new_id

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable
    from pathlib import Path

    from dsl_desk.domain.signing import Rolls
    from dsl_desk.keys.header import Header as Page
    from dsl_desk.keys.header import PartRow
    from dsl_desk.keys.person import Person
    from tests.proof.disk_after_a_cut import Image

NOTHING = "no vault stands here"


@dataclass
class Told:
    """What was said to be saved, or what was found: entries, lines of the roll, the draft."""

    entries: dict[str, str] = field(default_factory=dict)
    roll: int = 0
    draft: int = -1
    created: bool = False
    refused: str = ""

    @classmethod
    def of(cls, marks: Iterable[str]) -> Told:
        """Return what these marks promise."""
        told = cls()
        for mark in marks:
            what, *words = mark.split()
            if what == "entry":
                told.entries[words[0]] = words[1]
            elif what == "roll":
                told.roll = int(words[0])
            elif what == "draft":
                told.draft = int(words[0])
            else:
                told.created = True
        return told

    def missing_in(self, found: Told) -> str:
        """Return what is promised here and not found there."""
        if found.refused:
            return found.refused
        for entry, digest in self.entries.items():
            if found.entries.get(entry) != digest:
                return f"{entry} was said to be saved and is not there"
        if found.roll < self.roll:
            return f"line {self.roll} of the roll was said to be saved and is not there"
        if found.draft < self.draft:
            return f"draft {self.draft} was sealed, {found.draft} came back"
        return ""


@dataclass(frozen=True)
class _Page:
    """A page that opened, and what it leads to."""

    header: Page
    rolls: Rolls
    parts: tuple[tuple[PartRow, bytes], ...] = field(repr=False)  # each with its key


class Bench:
    """Opens the images of one session."""

    def __init__(self, folder: Path, vault: Ground, facts: Counter[str]) -> None:
        self._folder = folder
        self._inside = str(vault.folder)
        self._vault = vault.at(folder / self._inside.lstrip("/"))
        self._spool = str(drafts_file(vault.folder, vault.member))
        self._facts = facts
        self._whole: dict[bytes, Told] = {}
        self._pages: dict[bytes, _Page] = {}
        self._pieces: dict[bytes, dict[str, str] | str] = {}
        self._drafts: dict[bytes, int | str] = {}

    def opened(self, image: Image) -> Told:
        """Return what stands in an image."""
        rest = self._rest_of(image)
        page = self._pages.get(rest)
        if page is None or self._strangers(image, page):
            return self._opened_whole(image, rest)
        found = Told(roll=len(page.header.roll))
        for row, key in page.parts:
            entries = self._piece(image, page, row, key)
            if isinstance(entries, str):
                return Told(refused=entries)
            found.entries |= entries
        return self._with_draft(image, found)

    def worked_on(self, image: Image) -> Told:
        """Open an image as its member would, write in it, check it, and open it again."""
        self._lay(image, image.files)
        self._facts["opened by every service and worked on"] += 1
        try:
            vault = replace(self._vault, keychain=FakeKeychain())  # it saw no other image
            desk = vault.unlock()
            found = Told(contents(desk.sitting), len(read_header_file(self._vault.folder).roll))
            desk.concerns.record(a_concern_draft(), new_id())
            desk.drafts.keep("form", {"words": "9999"})
            desk.vault.check(lambda _done, _of: None)
            desk.close()
            again = vault.unlock()
            drafts = again.drafts.brought_back()
            again.close()
        except DeskError as error:
            return Told(refused=f"cannot be worked on: {type(error).__name__} {error.args}")
        if drafts != {"form": {"words": "9999"}}:
            return Told(refused="a draft sealed after the cut does not come back")
        return self._with_draft(image, found)

    # ---- as a whole

    def _rest_of(self, image: Image) -> bytes:
        """Return what tells an image from others but for its parts and its drafts."""
        parts = f"{self._inside}/parts/"
        names = [name for name in image.files if not name.startswith(parts) and name != self._spool]
        return _key(image, names, repr(sorted(image.folders)).encode())

    def _strangers(self, image: Image, page: _Page) -> bool:
        """Tell whether something lies among the parts that the page does not name."""
        parts = f"{self._inside}/parts/"
        known = {parts + row.file for row, _ in page.parts}
        known |= {f"{name}-journal" for name in known}
        return any(name.startswith(parts) and name not in known for name in image.files)

    def _opened_whole(self, image: Image, rest: bytes) -> Told:
        key = _key(image, image.files, rest)
        if key not in self._whole:
            self._lay(image, image.files)
            self._facts["different vaults opened with all their parts"] += 1
            self._whole[key] = self._sit(rest)
        found = self._whole[key]
        return found if found.refused else self._with_draft(image, found)

    def _sit(self, rest: bytes) -> Told:
        try:
            if not stands(self._vault.folder):
                return Told(refused=NOTHING)
            sitting = self._vault.sit()
            try:
                check(sitting)
                found = contents(sitting)
            finally:
                sitting.close()
            header = read_header_file(self._vault.folder)
        except DeskError as error:
            return _refused(error)
        member = opening.member_row(header, self._vault.member)
        person = opening.unlock(member, self._vault.key)
        self._pages[rest] = _Page(
            header,
            vouched(header).rolls,
            tuple(
                (opening._row_of(header, grant), opening.key_of(person, member, grant))
                for grant in member.grants
            ),
        )
        return Told(found, len(header.roll))

    # ---- by its pieces

    def _piece(self, image: Image, page: _Page, row: PartRow, key: bytes) -> dict[str, str] | str:
        name = f"{self._inside}/parts/{row.file}"
        names = [one for one in (name, f"{name}-journal") if one in image.files]
        mark = _key(image, names, key)
        if mark not in self._pieces:
            self._lay(image, names)
            self._facts["different parts with their journals, opened and checked"] += 1
            self._pieces[mark] = self._part(page, row, key)
        return self._pieces[mark]

    def _part(self, page: _Page, row: PartRow, key: bytes) -> dict[str, str] | str:
        try:
            part = opening._open(self._vault.folder, row, key, Judge(page.rolls))
            try:
                check_part(part, lambda _count: None)
                return contents_of(part)
            finally:
                part.close()
        except DeskError as error:
            return _refused(error).refused

    def _with_draft(self, image: Image, found: Told) -> Told:
        content = image.files.get(self._spool)
        if content is None:
            return replace(found, draft=-1)
        if content.digest not in self._drafts:
            self._facts["different drafts unsealed"] += 1
            file = self._folder / "spool"
            file.write_bytes(content.octets)
            self._drafts[content.digest] = self._draft(file)
        draft = self._drafts[content.digest]
        if isinstance(draft, str):
            return Told(refused=draft)
        return replace(found, draft=draft)

    def _draft(self, file: Path) -> int | str:
        drafts = Drafts(Spool(file, self._person().drafts_key()))
        if drafts.lost:
            return "the drafts are lost"
        number = drafts.brought_back().get("form", {}).get("words", "").split(" ")[0]
        return int(number) if number.isdigit() else -1

    def _person(self) -> Person:
        header = next(iter(self._pages.values())).header
        return opening.unlock(opening.member_row(header, self._vault.member), self._vault.key)

    def _lay(self, image: Image, names: Iterable[str]) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name in sorted(image.folders):
            (self._folder / name.lstrip("/")).mkdir()
        for name in names:
            (self._folder / name.lstrip("/")).write_bytes(image.files[name].octets)


def _refused(error: DeskError) -> Told:
    return Told(refused=f"does not open: {type(error).__name__} {error.args}")


def _key(image: Image, names: Iterable[str], also: bytes = b"") -> bytes:
    mark = hashlib.sha256(also)
    for name in sorted(names):
        mark.update(name.encode() + b"\0" + image.files[name].digest)
    return mark.digest()
