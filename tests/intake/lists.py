"""Lists as a school's own system exports them, of invented pupils."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.pupils import many_names

if TYPE_CHECKING:
    from collections.abc import Sequence

SIMS = ("UPN", "Legal Surname", "Legal Forename", "Preferred Forename", "DOB", "Gender")
SIMS_COLUMNS = (*SIMS, "Year Group", "Reg Group")
WREN = ("A123456789012", "Tamarisk", "Wrenna", "Wren", "02/03/2016", "F", "Year 6", "6H")


def upn(number: int) -> str:
    return f"A{number:012d}"


def a_pupil(number: int, forename: str, surname: str) -> tuple[str, ...]:
    born = f"{1 + number % 28:02}/{1 + number % 12:02}/{2010 + number % 8}"
    year = number % 7
    return (upn(number), surname, forename, "", born, "FM"[number % 2], f"Year {year}", f"{year}H")


def a_csv(rows: Sequence[Sequence[str]], columns: Sequence[str] = SIMS_COLUMNS) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def many_pupils(count: int) -> list[tuple[str, ...]]:
    return [a_pupil(number, *name) for number, name in enumerate(many_names(count))]


def a_ctf(rows: Sequence[Sequence[str]], *, sex: str = "Sex", head: str = "") -> bytes:
    """The columns of `rows` are those of SIMS_COLUMNS."""
    pupils = "".join(
        f"<Pupil><UPN>{row[0]}</UPN><Surname>{escape(row[1])}</Surname>"
        f"<Forename>{escape(row[2])}</Forename><DOB>{_iso(row[4])}</DOB><{sex}>{row[5]}</{sex}>"
        f"<BasicDetails><PreferredForename>{escape(row[3])}</PreferredForename>"
        f"<NCyearActual>{row[6].removeprefix('Year ')}</NCyearActual></BasicDetails>"
        "<SEN><SENstatus>K</SENstatus></SEN></Pupil>"
        for row in rows
    )
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}<CTfile><Header><DocumentName>'
        "Common Transfer File</DocumentName></Header><CTFpupilData>"
        f"{pupils}</CTFpupilData></CTfile>"
    ).encode()


def _iso(day: str) -> str:
    return "-".join(reversed(day.split("/")))
