"""Everybody in the invented school. Their names are plants and birds; none of them exists."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice, permutations, product
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.member import Role
from dsl_desk.domain.person_ref import PersonRef

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from random import Random

SCHOOL: Final = "Fernhollow Primary School"
MAYA, OWEN = "Maya Fernsby", "Owen Larkspur"
HESTER, ALBAN = "Hester Winterbourne", "Alban Rushmere"
MEMBERS: Final = {MAYA: Role.DSL, OWEN: Role.DEPUTY_DSL, HESTER: Role.HEAD, ALBAN: Role.CHAIR}
LENA, COACH, SUPPLY = "Lena Harebell", "Rowan Kestrel", "Perry Sandwort"
TEACHERS: Final = (LENA, "Corin Yellowhammer", "Isla Nuthatch", "Bramble Oxlip", "Edda Stonechat")
OTHER_STAFF: Final = ("Sorrel Whinchat", "Tansy Redpoll", "Gale Burdock")
FRONT_DOOR, LADO, POLICE = (
    "Bryony Dunlin, front door team",
    "Ruth Saltmarsh, duty LADO",
    "PC Linden Dotterel",
)
_FIRST: Final = (
    *("Wren", "Linnet", "Robin", "Hazel", "Bryony", "Sorrel", "Teasel", "Juniper", "Briar", "Jay"),
    *("Merle", "Fern", "Tansy", "Clover", "Willow", "Laurel", "Myrtle", "Heath", "Basil", "Sage"),
    *(
        "Poppy",
        "Violet",
        "Olive",
        "Kit",
        "Alder",
        "Linden",
        "Aster",
        "Marigold",
        "Primrose",
        "Lark",
    ),
)
_LAST: Final = (
    *("Siskin", "Brambling", "Wheatear", "Redstart", "Fieldfare", "Lapwing", "Curlew", "Plover"),
    *("Godwit", "Turnstone", "Pipit", "Wagtail", "Moorhen", "Wigeon", "Pintail", "Shoveler"),
    *("Bittern", "Harrier", "Foxglove", "Comfrey", "Yarrow", "Mallow", "Campion", "Speedwell"),
    *("Betony", "Toadflax", "Cowslip", "Bogbean", "Hornbeam", "Spindle", "Buckthorn", "Bracken"),
)
_CLASSES: Final = ("RA", "1B", "2C", "3W", "4M", "5R", "6H")
_YEARS: Final = ("Reception", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5", "Year 6")
_IN_A_CLASS: Final = 14
_AGE: Final = 4


@dataclass(frozen=True)
class Pupil:
    """A child who does not exist."""

    forename: str = field(repr=False)
    surname: str = field(repr=False)
    grade: int
    born: str = field(repr=False)

    @property
    def name(self) -> str:
        """What people call them."""
        return f"{self.forename} {self.surname}"

    @property
    def row(self) -> str:
        """Their line in the list that the school takes in."""
        grade, form = _YEARS[self.grade], _CLASSES[self.grade]
        return f"{self.surname},{self.forename},{self.born},{grade},{form}"


HEADINGS: Final = "Legal Surname,Legal Forename,DOB,Year Group,Reg Group"


@dataclass
class Cast:
    """The pupils as they were drawn, and the records of everybody once there are any."""

    pupils: tuple[Pupil, ...] = field(repr=False)
    records: dict[str, str] = field(default_factory=dict, repr=False)

    def from_grade(self, youngest: int) -> list[Pupil]:
        """Return the pupils of a class and of those above it, in the order of the list."""
        return self._from_grade[youngest]

    @cached_property
    def _from_grade(self) -> dict[int, list[Pupil]]:
        found: dict[int, list[Pupil]] = defaultdict(list)
        for pupil, youngest in product(self.pupils, range(len(_CLASSES))):
            if pupil.grade >= youngest:
                found[youngest].append(pupil)
        return found

    def ref(self, name: str) -> PersonRef:
        """Return how a record names somebody."""
        return PersonRef(name, self.records.get(name, ""))


def drawn(chance: Random, today: date, at_least: int = 0) -> Cast:
    """Return the pupils of the school. Wren Tamarisk of 6H and her sister are always there."""
    names = [(first, last) for first in _FIRST for last in _LAST]
    chance.shuffle(names)
    autumn = today.year if today.month >= 9 else today.year - 1  # noqa: PLR2004  # September
    pupils = [
        _pupil(chance, "Wren", "Tamarisk", 6, autumn),
        _pupil(chance, "Linnet", "Tamarisk", 3, autumn),
    ]
    count = max(len(_CLASSES) * _IN_A_CLASS, at_least - len(pupils))
    for place, (first, last) in enumerate(islice(chain(names, _double_names()), count)):
        pupils.append(_pupil(chance, first, last, place % len(_CLASSES), autumn))
    return Cast(tuple(pupils))


def _double_names() -> Iterator[tuple[str, str]]:
    """Return names for a school so large that two children would share one."""
    for one, other in permutations(_LAST, 2):
        for first in _FIRST:
            yield first, f"{one}-{other}"


def _pupil(chance: Random, first: str, last: str, grade: int, autumn: int) -> Pupil:
    year, month, day = autumn - _AGE - grade, chance.randint(1, 8), chance.randint(1, 28)
    return Pupil(first, last, grade, f"{day:02}/{month:02}/{year}")
