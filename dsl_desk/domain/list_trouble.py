"""Why a whole file is not taken in as a list."""

from __future__ import annotations

from enum import Enum


class ListTrouble(Enum):
    """What is wrong with a file, before any row of it is looked at."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    ENCODING = "encoding"
    EMPTY = "empty"
    NUL = "nul"
    QUOTES = "quotes"
    DOCTYPE = "doctype"
    NOT_XML = "not_xml"
    NOT_CTF = "not_ctf"
    COLUMNS = "columns"
