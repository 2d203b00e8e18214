"""What the lock screen shows of the vault's own page, read without loading any cryptography.

Who has no way in any more is not shown. Nothing here is proved: names and roles on a lock screen
are only an invitation. Before a key is made from a passphrase, `derive` reads the whole page and
checks its signatures.
"""

from __future__ import annotations

from dsl_desk.domain.face import Face
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Member, Role
from dsl_desk.domain.training import is_training, school_shown
from dsl_desk.domain.vault_errors import NotAVaultError, VaultTooNewError
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.page_file import FILE, FORMAT


def read_face(untrusted: bytes) -> Face:
    """Return the school and its members; VaultTooNewError where a newer program wrote the page."""
    try:
        whole = Fields.of_json(untrusted)
        if whole.number("format") > FORMAT:  # before anything of it is taken for damage
            raise VaultTooNewError(whole.number("format"), FORMAT)
        page = whole.inside("page")
        rows = [row for row in page.each("members") if row.each("doors")]
        members = tuple(_member(row.inside("public")) for row in rows)
        ways = (tuple(Way(door.text("kind")) for door in row.each("doors")) for row in rows)
        by_member = dict(zip((one.id for one in members), ways, strict=True))
        vault = page.text("vault")
        school = school_shown(page.text("school"), vault)
        return Face(school, members, by_member, is_training(vault))
    except ValueError:
        raise NotAVaultError(FILE) from None


def _member(one: Fields) -> Member:
    return Member(MemberId(one.raw("id").hex()), one.text("name"), Role(one.text("role")))
