"""A list of invented pupils, as a school's own system exports it."""

from __future__ import annotations

import csv
import io
from itertools import islice, product
from typing import Final

_COLUMNS: Final = (
    *("UPN", "Legal Surname", "Legal Forename", "DOB", "Gender", "Year Group", "Reg Group"),
)
_FIRST: Final = ("Avo", "Bal", "Cor", "Dun", "Eri", "Fal", "Gan", "Hob", "Ibi", "Jac", "Kes", "Lin")
_SECOND: Final = ("net", "lin", "cet", "dor", "wick", "stow", "mere", "thorn", "field", "bury")
_THIRD: Final = ("Alder", "Birch", "Crake", "Diver", "Egret", "Finch", "Goose", "Heron", "Ibex")


def a_list(count: int) -> str:
    """Return so many pupils of seven years as CSV; nobody twice."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(_COLUMNS)
    names = islice(product(_FIRST, _SECOND, _THIRD, _SECOND), count)
    for number, (first, second, third, fourth) in enumerate(names):
        born = f"{1 + number % 28:02}/{1 + number % 12:02}/{2010 + number % 8}"
        year = number % 7
        upn, name = f"B{number:012}", f"{third}{fourth}"
        rows.writerow(
            (upn, name, first + second, born, "FM"[number % 2], f"Year {year}", f"{year}H")
        )
    return text.getvalue()
