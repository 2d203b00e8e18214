"""The written form of the vault's own page: canonical JSON, read back field by field."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Member, Role
from dsl_desk.domain.packing import canonical_json
from dsl_desk.domain.vault_errors import NotAVaultError, VaultTooNewError
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.door_form import well_formed
from dsl_desk.keys.doors import Door, Lock
from dsl_desk.keys.header import Grant, Header, MemberRow, PartRow
from dsl_desk.keys.page_file import FILE, FORMAT
from dsl_desk.keys.roll import plain_post
from dsl_desk.keys.roll_form import if_any, read_line, read_post, read_rights, write_line
from dsl_desk.keys.stretching import Cost, Recipe
from dsl_desk.keys.wraps import SealingKey, Suite

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json

_FILE_OF_A_PART: Final = re.compile(r"[a-z0-9-]{1,64}\.part")
_NAME_OF_A_POLICY: Final = re.compile(r"[a-z0-9-]{1,64}")


def page_digest(header: Header) -> bytes:
    """Return the hash of everything on the page but the roll."""
    return hashlib.sha256(canonical_json(_page(header))).digest()


def write_header(header: Header) -> bytes:
    """Return the page as it stands on disk."""
    roll: list[Json] = [write_line(line) for line in header.roll]
    return canonical_json({"format": FORMAT, "page": _page(header), "roll": roll})


def read_header(untrusted: bytes) -> Header:
    """Return the page. It is in our form; whether it is genuine, `vouching` tells."""
    try:
        fields = Fields.of_json(untrusted)
        if fields.number("format") > FORMAT:
            raise VaultTooNewError(fields.number("format"), FORMAT)
        header = _read_all(fields)
        in_our_form = write_header(header) == untrusted
    except ValueError:
        raise NotAVaultError(FILE) from None
    if not in_our_form:
        raise NotAVaultError(FILE)
    return header


def _read_all(fields: Fields) -> Header:
    page = fields.inside("page")
    vault = page.raw("vault").hex()
    return Header(
        vault=vault,
        school=page.text("school"),
        members=tuple(_read_member(row, vault) for row in page.each("members")),
        parts=tuple(_read_part(row) for row in page.each("parts")),
        slot_size=page.number("slot_size"),
        posts=tuple(read_post(row) for row in page.each("posts")),
        roll=tuple(read_line(row) for row in fields.each("roll")),
        kept=tuple(_read_part(row) for row in if_any(page, "kept")),
        policy=_read_policy(page),
    )


def _page(header: Header) -> Json:
    kept: list[Json] = [_part(part) for part in header.kept]
    return {
        "format": FORMAT,
        "vault": header.vault,
        "school": header.school,
        "members": [_member(row) for row in header.members],
        "parts": [_part(part) for part in header.parts],
        "slot_size": header.slot_size,
        "posts": [plain_post(post) for post in header.posts],
        **({"kept": kept} if kept else {}),
        **({"policy": header.policy} if header.policy else {}),
    }


def _part(part: PartRow) -> Json:
    return {
        "compartment": part.compartment.value,
        "file": part.file,
        "salt": part.salt.hex(),
        "epoch": part.epoch,
    }


def _member(row: MemberRow) -> Json:
    doors: list[Json] = [
        {
            "kind": door.lock.way.value,
            "salt": door.lock.recipe.salt.hex(),
            "memory": door.lock.recipe.cost.memory,
            "passes": door.lock.recipe.cost.passes,
            "lanes": door.lock.recipe.cost.lanes,
            "mark": door.lock.mark.hex(),
            "kept": door.kept.hex(),
            "nonce": door.nonce.hex(),
            "sealed": door.sealed.hex(),
        }
        for door in row.doors
    ]
    grants: list[Json] = [_grant(grant) for grant in row.grants]
    kept: list[Json] = [_grant(grant) for grant in row.kept]
    return {
        "public": row.public(),
        "doors": doors,
        "grants": grants,
        **({"kept": kept} if kept else {}),
    }


def _grant(grant: Grant) -> Json:
    return {
        "compartment": grant.compartment.value,
        "epoch": grant.epoch,
        "suite": grant.suite.value,
        "wrap": grant.wrap.hex(),
    }


def _read_member(row: Fields, vault: str) -> MemberRow:
    public, doors = row.inside("public"), row.each("doors")
    if bool(doors) is public.truth("retired"):  # a member has a way in, a retired one has none
        raise FieldError
    return MemberRow(
        member=Member(
            MemberId(public.raw("id").hex()), public.text("name"), Role(public.text("role"))
        ),
        vault=vault,
        anchor=public.raw("anchor"),
        signing=public.raw("signing"),
        sealing=SealingKey(public.raw("x25519"), public.raw("mlkem")),
        rights=read_rights(public),
        doors=tuple(_read_door(door) for door in doors),
        grants=tuple(_read_grant(grant) for grant in row.each("grants")),
        retired=public.truth("retired"),
        kept=tuple(_read_grant(grant) for grant in if_any(row, "kept")),
    )


def _read_door(door: Fields) -> Door:
    cost = Cost(door.number("memory"), door.number("passes"), door.number("lanes"))
    lock = Lock(Way(door.text("kind")), Recipe(door.raw("salt"), cost), door.raw("mark"))
    made = Door(lock, door.raw("nonce"), door.raw("sealed"), door.raw("kept"))
    if not well_formed(made):
        raise FieldError
    return made


def _read_grant(grant: Fields) -> Grant:
    return Grant(
        Compartment(grant.text("compartment")),
        grant.number("epoch"),
        Suite(grant.number("suite")),
        grant.raw("wrap"),
    )


def _read_policy(page: Fields) -> str:
    if "policy" not in page.plain():
        return ""
    name = page.text("policy")
    if not _NAME_OF_A_POLICY.fullmatch(name):  # it becomes the name of a file
        raise FieldError
    return name


def _read_part(part: Fields) -> PartRow:
    file = part.text("file")
    if not _FILE_OF_A_PART.fullmatch(file):  # nothing on this page leads out of the folder
        raise FieldError
    return PartRow(
        Compartment(part.text("compartment")),
        file,
        part.raw("salt"),
        part.number("epoch"),
    )
