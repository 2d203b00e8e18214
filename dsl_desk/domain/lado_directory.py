"""The LADO directory: whom to ring, when, what their forms ask. Dated data, never a constant."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import Kind
from dsl_desk.domain.rung import TEXTS, Rung

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

NOBODY: Final = Rung("", "")
_LADO: Final = " LADO"


@dataclass(frozen=True)
class LadoStage:
    """One stage of how an authority takes a referral."""

    name: str
    when: str


@dataclass(frozen=True)
class Authority(Rung):
    """One authority, as shipped or as the school has changed it: its LADO's desk first.

    `childrens` is the desk of its children's services, with a confirmation of its own: the LADO
    is chosen by where the adult works, children's services by where the child lives.
    """

    layout: str = ""
    hours_to_answer: int = 0
    stages: tuple[LadoStage, ...] = ()
    area: str = ""
    childrens: Rung = field(default=NOBODY)

    @property
    def place(self) -> str:
        """Return what the authority is called, apart from who answers there."""
        return self.area or self.name.removesuffix(_LADO)

    def problems_of_childrens(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of keeping its children's services."""
        wrong = what_is_wrong(self.area)
        area = (Problem("area", wrong),) if wrong else ()
        return (*area, *self.childrens.problems())

    def over(self, shipped: Authority) -> Authority:
        """Return it with what was shipped wherever the school has said nothing of its own."""
        childrens = self.childrens if self.childrens.telephone else shipped.childrens
        return replace(self, area=self.area or shipped.area, childrens=childrens)


@dataclass(frozen=True)
class LadoDirectory:
    """What the school has changed or confirmed, and which authority it works in.

    `statutory_report` is read and kept, and decides nothing: the switch is the policy's.
    """

    ours: str = ""
    changed: tuple[Authority, ...] = ()
    statutory_report: bool = False

    def over(self, shipped: tuple[Authority, ...]) -> tuple[Authority, ...]:
        """Return every authority, the school's own words in the place of what was shipped."""
        mine = {one.key: one for one in self.changed}
        added = [one for one in self.changed if one.key not in {each.key for each in shipped}]
        return (*(mine.get(one.key, one).over(one) for one in shipped), *added)

    def keeping(self, authority: Authority) -> LadoDirectory:
        """Return it with one authority as it is from now on: the one the school works in."""
        return replace(self.knowing(authority), ours=authority.key)

    def knowing(self, authority: Authority) -> LadoDirectory:
        """Return it with one authority as it is from now on, wherever the school works."""
        others = tuple(one for one in self.changed if one.key != authority.key)
        return replace(self, changed=(*others, authority))


def _to_fields(directory: LadoDirectory) -> dict[str, Json]:
    return {
        "ours": directory.ours,
        "statutory_report": directory.statutory_report,
        "changed": [_written(one) for one in directory.changed],
    }


def _of_fields(fields: Fields) -> LadoDirectory:
    changed = tuple(authority_of(each) for each in fields.each("changed"))
    return LadoDirectory(fields.text("ours"), changed, fields.truth("statutory_report"))


def _written(one: Authority) -> dict[str, Json]:
    stages: list[Json] = [{"name": stage.name, "when": stage.when} for stage in one.stages]
    return one.fields() | {
        "layout": one.layout.strip(),
        "hours_to_answer": one.hours_to_answer,
        "stages": stages,
        "area": one.area.strip(),
        "childrens": one.childrens.fields(),
    }


def authority_of(fields: Fields) -> Authority:
    """Return an authority from named fields, of an entry or of a file that was installed."""
    stages = tuple(LadoStage(one.text("name"), one.text("when")) for one in fields.each("stages"))
    return Authority(
        **{name: fields.text(name) for name in TEXTS},
        layout=fields.text("layout"),
        hours_to_answer=fields.number("hours_to_answer"),
        stages=stages,
        area=fields.text("area"),
        childrens=Rung.of(fields.inside("childrens")),
    )


def _from_schema_1(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return a directory as schema 2 has it: nothing was known of children's services."""
    unknown: dict[str, Json] = {"area": "", "childrens": NOBODY.fields()}
    changed = fields["changed"]
    older = changed if isinstance(changed, list) else []
    known: list[Json] = [one | unknown for one in older if isinstance(one, dict)]
    return {**fields, "changed": known}


LADO_DIRECTORY: Final = Kind(
    name="lado_directory",
    schema=2,
    entry_class=EntryClass.SETTING,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(_from_schema_1,),
)
