"""Making a vault: keys, parts and, last of all, the page that makes it one.

A vault exists from the moment `vault.json` stands in its folder. What a set-up that was cut short
left behind carries a mark and is cleared by the next one; parts without a mark and without a page
belong to a vault whose page was lost, and nothing here touches them.
"""

from __future__ import annotations

import secrets
import shutil
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import RollMark
from dsl_desk.domain.errors import VaultExistsError, VaultMissingError
from dsl_desk.domain.ids import MemberId, fresh_id
from dsl_desk.domain.member import Member
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.signing import Pen
from dsl_desk.keys.doors import Door
from dsl_desk.keys.header import Grant, Header, MemberRow, PartRow
from dsl_desk.keys.header_file import write_header_file
from dsl_desk.keys.header_form import FILE
from dsl_desk.keys.person import Person
from dsl_desk.keys.roll import NOTHING_BEFORE
from dsl_desk.keys.vouching import signed_page
from dsl_desk.keys.wraps import Place, Suite
from dsl_desk.services.places import drafts_file, parts_folder
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.part import found_part
from dsl_desk.storage.spool import Spool

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.member import Role
    from dsl_desk.keys.stretching import Recipe
