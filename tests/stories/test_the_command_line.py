"""Somebody at a terminal: every command as a real process, against one training vault."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import pyzipper

from dsl_desk.services.parcels import open_parcel
from tests.schemas import problems_with, records_schema
from tests.stories.terminal import ALBAN, HESTER, MAYA, OWEN, ROOT, Terminal, ask

SAID = "(training vault)"
# Each kind of paper beside an entry: whose it is, the kind of its record, what they are.
PAPERS = {
    "cp-file": (MAYA, "", "court"),
    "viewing-decision": (MAYA, "viewing", "lado"),
    "lado-pack": (MAYA, "allegation", "lado"),
    "declarations": (HESTER, "", "governors"),
}
LIST = """Legal Surname,Legal Forename,DOB,Year Group
Sanderling,Merle,02/03/2016,Year 6
Corncrake,Tansy,31/02/2016,Year 6
"""


def test_that_a_vault_is_proved_from_outside_and_by_each_member(terminal: Terminal) -> None:
    outside = terminal.ask("check", terminal.folder, "--json")
    assert (outside.code, outside.facts["members"]) == (0, 4)
    whole = terminal.ask("check", terminal.folder, "--json", of=MAYA)
    assert (whole.code, whole.facts["parts"][0]) == (0, "school")
    assert whole.facts["entries"] > 400
    assert terminal.ask("check", terminal.folder, of=ALBAN).out.startswith("Whole: 0 entries")


def test_that_lists_made_anew_are_the_same_and_the_vault_is_whole(terminal: Terminal) -> None:
    before = terminal.ask("records", terminal.folder, "--json", of=MAYA)
    rebuilt = terminal.ask("check", terminal.folder, "--rebuild", of=MAYA)
    assert rebuilt.code == 0
    assert "Whole:" in rebuilt.out
    assert terminal.ask("records", terminal.folder, "--json", of=MAYA).facts == before.facts
    assert terminal.ask("check", terminal.folder, "--rebuild").code == 2


def test_that_records_are_listed_as_far_as_the_member_may_read(terminal: Terminal) -> None:
    hers = terminal.ask("records", terminal.folder, "--json", of=MAYA).facts
    assert set(hers[0]) >= {"ref", "kind", "part", "version", "written_at", "title"}
    assert {"concern", "viewing", "allegation", "person"} <= {one["kind"] for one in hers}
    his = terminal.ask("records", terminal.folder, "--json", of=OWEN).facts
    assert {one["part"] for one in his} == {"school", "children"}
    only = terminal.ask("records", terminal.folder, "--kind", "concern", of=MAYA)
    assert "C-20" in only.out
    assert "viewing" not in only.out


def test_that_a_paper_leaves_locked_and_that_this_stands_in_the_ledger(
    terminal: Terminal, tmp_path: Path
) -> None:
    listed = ("records", terminal.folder, "--json", "--kind")
    ref = terminal.ask(*listed, "concern", of=MAYA).facts[0]["ref"]
    paper, words = tmp_path / "concern.pdf", tmp_path / "words"
    why = ("--for", "Bryony Dunlin", "--to", "social_care", "--why", "As agreed today")
    asked = ("export", "cp-entry", terminal.folder, "--record", ref, *why, "--out", paper)
    before = terminal.ask(*listed, "export", of=MAYA).facts
    left = terminal.ask(*asked, "--lock-file", words, of=MAYA)
    assert (left.code, len(words.read_text().split())) == (0, 4)
    assert words.read_text().strip() not in left.out
    opened = subprocess.run(
        ["pdftotext", "-upw", words.read_text().strip(), paper, "-"],  # noqa: S607 - found on PATH
        capture_output=True,
        text=True,
        check=True,
    )
    assert ref in opened.stdout
    assert "(training vault)" in opened.stdout
    assert len(terminal.ask(*listed, "export", of=MAYA).facts) == len(before) + 1
    again = terminal.ask(*asked, "--unlocked", "Handed over in person", of=MAYA)
    assert again.code == 2  # never over another file
    paper.unlink()
    assert terminal.ask(*asked, "--unlocked", "Handed over in person", of=MAYA).code == 0
    missing = (*asked[:4], "C-1999-001", *why, "--out", tmp_path / "none.pdf")
    assert terminal.ask(*missing, of=MAYA).code == 2


@pytest.mark.parametrize("kind", PAPERS)
def test_that_every_kind_of_paper_leaves_and_each_is_an_entry(
    terminal: Terminal, tmp_path: Path, kind: str
) -> None:
    who, of, to = PAPERS[kind]
    listed, paper = ("records", terminal.folder, "--json", "--kind"), tmp_path / "paper.pdf"
    record = ("--record", terminal.ask(*listed, of, of=who).facts[0]["ref"]) if of else ()
    child = ("--record", "Wren Tamarisk") if kind == "cp-file" else record
    before = len(terminal.ask(*listed, "export", of=who).facts)
    why = ("--for", "Bryony Dunlin", "--to", to, "--why", "As agreed today", "--out", paper)
    asked = ("export", kind, terminal.folder, *child, *why, "--unlocked", "Handed over in person")
    left = terminal.ask(*asked, "--json", of=who)
    assert (left.code, left.err) == (0, "")
    assert left.facts["pages"] > 1
    said = subprocess.run(
        ["pdftotext", paper, "-"],  # noqa: S607 - found on PATH
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert [SAID in page for page in said.rstrip("\f").split("\f")] == [True] * left.facts["pages"]
    assert len(terminal.ask(*listed, "export", of=who).facts) == before + 1


def test_that_a_list_of_pupils_comes_in_once(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    words = ("import", "pupils", file, terminal.folder)
    told = terminal.ask(*words, "--dry-run", "--json", of=MAYA)
    assert (told.code, told.facts["new"], told.facts["written"]) == (1, 1, 0)
    assert terminal.ask(*words, "--json", of=MAYA).facts["written"] == 1
    again = terminal.ask(*words, of=MAYA)
    assert again.code == 1
    assert "0 new, 0 changed, 1 the same" in again.out
    assert "row 2" in again.out or "row 3" in again.out


def test_that_copies_are_made_tried_and_brought_back(terminal: Terminal, tmp_path: Path) -> None:
    stick, back = tmp_path / "stick", tmp_path / "back"
    stick.mkdir()
    made = terminal.ask("snapshot", terminal.folder, stick, "--json", of=MAYA)
    assert (made.code, Path(made.facts["folder"]).is_dir()) == (0, True)
    assert ask("rehearse", stick).code == 0
    tried = terminal.ask("rehearse", stick, "--vault", terminal.folder, "--json", of=MAYA)
    assert (tried.code, tried.facts["behind"]) == (0, 2)  # that it was made, and this unlock
    assert ask("restore", stick, back).code == 0
    assert ask("restore", stick, back).code == 2  # never over anything
    assert terminal.ask("check", back, of=MAYA).code == 0


def test_that_damage_is_answered_with_its_own_code_and_the_words_of_the_windows(
    terminal: Terminal, tmp_path: Path
) -> None:
    hurt = tmp_path / "hurt"
    shutil.copytree(terminal.folder, hurt)
    part = hurt / "parts" / "children.part"
    with part.open("r+b") as file:
        file.seek(part.stat().st_size // 2)
        file.write(b"\0" * 64)
    assert ask("check", hurt).code == 0  # only a key can see it
    found = terminal.ask("check", hurt, of=MAYA)
    assert found.code == 1
    assert "Children" in found.err
    part.unlink()
    assert ask("check", hurt).code == 1


def test_that_what_cannot_be_asked_is_answered_in_words(terminal: Terminal, tmp_path: Path) -> None:
    wrong = terminal.ask("records", terminal.folder, "--as", MAYA)
    assert (wrong.code, "--passphrase-file" in wrong.err) == (2, True)
    (tmp_path / "wrong").write_text("not the right words\n")
    guess = ("--as", MAYA, "--passphrase-file", tmp_path / "wrong")
    told = terminal.ask("records", terminal.folder, *guess)
    assert (told.code, told.err.splitlines()[0][:15]) == (2, "That passphrase")
    assert terminal.ask("check", tmp_path / "nowhere").code == 2
    assert terminal.ask("restore", tmp_path, tmp_path / "new").code == 2


def test_that_help_names_every_command_and_the_manual_page_is_made_of_it() -> None:
    told, page = ask("--help"), ask("man")
    for name in ("demo", "check", "snapshot", "records", "import", "policy", "tour"):
        assert f"  {name} " in told.out
        assert f".SS {name}" in page.out
    assert ".SS policy explain" in page.out
    assert "\\-\\-facts" in page.out
    assert ask("--version").out.startswith("DSL Desk 0.")
    assert ask("policy", "check", ROOT / "resources/policies/shire.toml").code == 0
    assert ask("policy", "explain").code == 2  # which policy, of what?


def test_that_no_passphrase_is_taken_from_the_arguments_or_the_environment(
    terminal: Terminal,
) -> None:
    words = terminal.files[MAYA].read_text().strip()
    for option in ("--passphrase", "-p"):
        told = terminal.ask("records", terminal.folder, "--as", MAYA, option, words)
        assert (told.code, words in told.out) == (2, False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DSL_DESK_PASSPHRASE", terminal.files[MAYA].read_text())
        assert terminal.ask("records", terminal.folder, "--as", MAYA).code == 2
    assert "DSL_DESK_PASSPHRASE" not in os.environ


def test_that_everything_leaves_locked_or_not_at_all(terminal: Terminal, tmp_path: Path) -> None:
    out, words = tmp_path / "records.zip", tmp_path / "words"
    why = ("--for", "Tansy Hollybank", "--to", "governors", "--why", "To another system")
    asked = ("export", "everything", terminal.folder, *why, "--out", out)
    assert terminal.ask(*asked, "--unlocked", "No reason", of=MAYA).code == 2
    assert terminal.ask(*asked, "--record", "C-2026-001", of=MAYA).code == 2
    paper = ("export", "cp-entry", terminal.folder, *why, "--out", out)
    assert terminal.ask(*paper, of=MAYA).code == 2  # of which record?
    assert not out.exists()
    left = terminal.ask(*asked, "--lock-file", words, "--json", of=MAYA)
    assert left.code == 0
    with pyzipper.AESZipFile(out) as opened:
        opened.setpassword(words.read_text().strip().encode())
        inside = opened.read("records.zip")
    with zipfile.ZipFile(io.BytesIO(inside)) as files:
        told = json.loads(files.read("records.json"))
    assert problems_with(told, records_schema()) == []
    hers = terminal.ask("records", terminal.folder, "--json", of=MAYA).facts
    left_here = {one["id"] for one in told["records"]}
    aside = terminal.ask("records", terminal.folder, "--json", "--kind", "quarantine", of=MAYA)
    missing = [one["kind"] for one in hers if one["id"] not in left_here]
    assert missing == ["evidence"] * len(aside.facts)  # what was set aside never leaves


def test_that_a_leavers_file_leaves_with_its_parcel_and_only_to_a_school(
    terminal: Terminal, tmp_path: Path
) -> None:
    listed = ("records", terminal.folder, "--json", "--kind", "child_transfer")
    record = terminal.ask(*listed, of=MAYA).facts[0]["id"]
    paper, words = tmp_path / "file.pdf", tmp_path / "words"
    whom = ("--for", "Tansy Hollybank", "--why", "The child has begun there", "--out", paper)
    asked = ("export", "transfer", terminal.folder, "--record", record, *whom)
    assert terminal.ask(*asked, "--to", "parent", "--lock-file", words, of=MAYA).code != 0
    assert not paper.exists()
    left = terminal.ask(*asked, "--to", "other_school", "--lock-file", words, of=MAYA)
    assert (left.code, left.err) == (0, "")
    arrived = open_parcel((tmp_path / "file.parcel").read_bytes(), words.read_text())
    assert arrived.entries
