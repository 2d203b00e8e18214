"""Every register, in the order of the tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.registers.accounts import ACCOUNTS
from dsl_desk.domain.registers.acknowledgements import ACKNOWLEDGEMENTS
from dsl_desk.domain.registers.approvals import APPROVALS
from dsl_desk.domain.registers.breaches import BREACHES
from dsl_desk.domain.registers.contact_attempts import CONTACT_ATTEMPTS
from dsl_desk.domain.registers.departures import DEPARTURES
from dsl_desk.domain.registers.files_received import FILES_RECEIVED
from dsl_desk.domain.registers.filtering import FILTERING
from dsl_desk.domain.registers.photo_consent import PHOTO_CONSENT
from dsl_desk.domain.registers.subject_requests import SUBJECT_REQUESTS
from dsl_desk.domain.registers.take_downs import TAKE_DOWNS
from dsl_desk.domain.registers.transfers import TRANSFERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.registers.register import Register, RegisterName

_ALL: Final = (
    ACCOUNTS,
    PHOTO_CONSENT,
    APPROVALS,
    DEPARTURES,
    CONTACT_ATTEMPTS,
    ACKNOWLEDGEMENTS,
    BREACHES,
    TAKE_DOWNS,
    SUBJECT_REQUESTS,
    FILTERING,
    TRANSFERS,
    FILES_RECEIVED,
)
REGISTERS: Final[Mapping[RegisterName, Register]] = {each.name: each for each in _ALL}
BY_KIND: Final[Mapping[str, Register]] = {each.name.value: each for each in _ALL}
