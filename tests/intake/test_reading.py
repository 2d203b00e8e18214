from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import ListRefusedError
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.intake import csv_reader, ctf_reader, reading
from dsl_desk.intake.columns import guess
from dsl_desk.intake.csv_reader import read_csv
from dsl_desk.intake.ctf_reader import COLUMNS, read_ctf
from dsl_desk.intake.reading import read_list
from tests.intake.lists import SIMS_COLUMNS, WREN, a_csv, a_ctf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.import_plan import Sheet

TEXT = "UPN,Surname,DOB\nA123456789012,Zoë Tamarisk,02/03/2016\n"
ROW = (2, ("A123456789012", "Zoë Tamarisk", "02/03/2016"))


def refused(read: Callable[[bytes], Sheet], untrusted: bytes) -> tuple[ListTrouble, int]:
    with pytest.raises(ListRefusedError) as told:
        read(untrusted)
    return told.value.trouble, told.value.row


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_that_a_list_is_read_in_every_encoding_a_school_laptop_writes(encoding: str) -> None:
    assert read_csv(TEXT.encode(encoding)).rows == (ROW,)


def test_that_a_big_ended_list_is_read_too() -> None:
    assert read_csv(b"\xfe\xff" + TEXT.encode("utf-16-be")).rows == (ROW,)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_that_the_separator_is_found_out(separator: str) -> None:
    sheet = read_csv(TEXT.replace(",", separator).encode())
    assert (sheet.columns, sheet.rows) == (("UPN", "Surname", "DOB"), (ROW,))


def test_that_commas_within_quotation_marks_separate_nothing() -> None:
    text = 'Name;DOB\n"Tamarisk, Wren, Year 6, 6H";02/03/2016\n'
    assert read_csv(text.encode()).rows == ((2, ("Tamarisk, Wren, Year 6, 6H", "02/03/2016")),)


def test_that_titles_above_the_columns_and_empty_rows_are_passed_over() -> None:
    text = "Pupil list\nFernhollow Primary School\n\nUPN,Surname,DOB\n\n,,\nA1,Moss,1/2/2015\n"
    sheet = read_csv(text.encode())
    assert sheet.columns == ("UPN", "Surname", "DOB")
    assert sheet.rows == ((7, ("A1", "Moss", "1/2/2015")),)


def test_that_columns_of_one_name_and_without_a_name_are_told_apart() -> None:
    sheet = read_csv(b"UPN,Surname,,Surname\nA1,Moss,x,y\n")
    assert sheet.columns == ("UPN", "Surname", "Column 3", "Surname (4)")


@pytest.mark.parametrize(
    ("untrusted", "trouble"),
    [
        (b"", (ListTrouble.EMPTY, 0)),
        (b"\n ,\n", (ListTrouble.EMPTY, 0)),
        (b"UPN,DOB\nA1,\0\n", (ListTrouble.NUL, 2)),
        (b"UPN,DOB\nA1,x\nA2,\x81\n", (ListTrouble.ENCODING, 3)),
        (b"\xef\xbb\xbfUPN\n\xff\n", (ListTrouble.ENCODING, 2)),
        (b'UPN,DOB\nA1,"never closed\n', (ListTrouble.QUOTES, 2)),
        (b'UPN,DOB\nA1,"' + b"x" * 200_000 + b'"\n', (ListTrouble.QUOTES, 2)),
        (b",".join([b"c"] * 301) + b"\n", (ListTrouble.COLUMNS, 0)),
    ],
)
def test_that_a_file_that_is_no_list_is_refused_with_the_row(
    untrusted: bytes, trouble: tuple[ListTrouble, int]
) -> None:
    assert refused(read_csv, untrusted) == trouble


def test_that_a_list_of_more_than_twenty_thousand_rows_is_refused_with_the_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(csv_reader, "MOST_ROWS", 3)
    assert refused(read_csv, b"UPN\n" * 4) == (ListTrouble.TOO_MANY, 4)


@pytest.mark.parametrize("sex", ["Sex", "Gender"])
def test_that_a_ctf_gives_who_the_pupils_are_and_nothing_else(sex: str) -> None:
    sheet = read_ctf(a_ctf([WREN], sex=sex))
    assert sheet.columns == COLUMNS
    assert sheet.ready
    row = dict(zip(sheet.columns, sheet.rows[0][1], strict=True))
    assert row == {
        "upn": "A123456789012",
        "former_upn": "",
        "surname": "Tamarisk",
        "forename": "Wrenna",
        "born": "2016-03-02",
        "sex": "F",
        "known_as": "Wren",
        "year": "6",
    }


def test_that_what_stands_in_a_ctf_outside_of_pupils_is_nobody() -> None:
    head = "<CTfile><Header><Surname>Nobody</Surname></Header><CTFpupilData><Pupil><DOB/>"
    sheet = read_ctf(
        f"{head}<Contacts><Surname>Mother</Surname></Contacts></Pupil>".encode()
        + b"</CTFpupilData></CTfile>"
    )
    assert set(sheet.rows[0][1]) == {""}


BOMB = '<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><CTfile>&b;</CTfile>'


@pytest.mark.parametrize(
    ("untrusted", "trouble"),
    [
        (BOMB.encode(), ListTrouble.DOCTYPE),
        (BOMB.encode("utf-16"), ListTrouble.DOCTYPE),
        (a_ctf([WREN], head='<!DOCTYPE c SYSTEM "file:///etc/passwd">'), ListTrouble.DOCTYPE),
        (a_ctf([WREN])[:-9], ListTrouble.NOT_XML),
        (b"<CTfile>&b;</CTfile>", ListTrouble.NOT_XML),
        (b'<?xml version="1.0" encoding="no-such"?><CTfile/>', ListTrouble.NOT_XML),
        (b"<CTfile><UPN>\0</UPN></CTfile>", ListTrouble.NOT_XML),
        (b"<html><body/></html>", ListTrouble.NOT_CTF),
        (b"<CTfile>" + b"<a>" * 50, ListTrouble.NOT_CTF),
        (b"<CTfile/>", ListTrouble.EMPTY),
    ],
)
def test_that_a_hostile_or_broken_ctf_is_refused(untrusted: bytes, trouble: ListTrouble) -> None:
    assert refused(read_ctf, untrusted)[0] is trouble


def test_that_an_endless_answer_in_a_ctf_is_cut_off_and_too_many_pupils_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ctf_reader, "MOST_ROWS", 2)
    assert refused(read_ctf, a_ctf([WREN] * 3))[0] is ListTrouble.TOO_MANY
    monkeypatch.setattr(ctf_reader, "_LONGEST", 3)
    long = a_ctf([(*WREN[:1], "x&amp;y&amp;z" * 9, *WREN[2:])])
    assert len(read_ctf(long).rows[0][1][2]) < 20


def test_that_a_file_is_read_by_what_it_is_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(a_csv([WREN]))
    assert read_list(path).columns == SIMS_COLUMNS
    path.write_bytes(b"\n" + a_ctf([WREN]))
    assert read_list(path).columns == COLUMNS


def test_that_a_file_that_is_too_large_or_gone_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    with pytest.raises(ListRefusedError) as told:
        read_list(path)
    assert told.value.trouble is ListTrouble.UNREADABLE
    monkeypatch.setattr(reading, "LARGEST", 1_000)
    path.write_bytes(b"x" * 1_001)
    with pytest.raises(ListRefusedError) as told:
        read_list(path)
    assert told.value.trouble is ListTrouble.TOO_LARGE


def test_that_a_hundred_megabytes_are_refused_before_they_are_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(ListRefusedError) as told:
        read_list(path)
    assert told.value.trouble is ListTrouble.TOO_LARGE


@pytest.mark.parametrize(
    "columns",
    [
        SIMS_COLUMNS,
        ("UPN", "Legal Last Name", "Legal First Name", "Date of birth", "Sex", "Year group"),
        ("UPN", "Last Name", "First Name", "Tutor Group", "Year Group", "Gender", "Date of Birth"),
        ("upn", "surname", "forename", "known as", "d.o.b.", "class", "year", "gender"),
    ],
)
def test_that_the_columns_of_the_usual_systems_are_guessed(columns: tuple[str, ...]) -> None:
    guessed = guess(columns, {})
    assert {"upn", "surname", "forename", "born", "sex", "year"} <= guessed.keys()
    assert set(guessed.values()) <= set(columns)


def test_that_what_was_chosen_last_time_is_chosen_again_and_no_column_twice() -> None:
    columns = ("UPN", "Surname", "DOB", "Class", "House")
    guessed = guess(columns, {"form": "House", "known_as": "Gone", "year": "Class"})
    assert guessed == {
        "upn": "UPN",
        "surname": "Surname",
        "born": "DOB",
        "form": "House",
        "year": "Class",
    }
