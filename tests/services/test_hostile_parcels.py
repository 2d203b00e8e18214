"""Parcels that are cut, changed, huge, newer or forged: each is refused whole, in words."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.cover import NO_COVER
from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.entry import Body
from dsl_desk.domain.entry_form import write_body
from dsl_desk.domain.parcel_errors import ParcelTrouble
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import parcels
from dsl_desk.services.parcels import LARGEST, MAGIC, Ready, open_parcel, read_parcel, seal
from tests.services.parcel_post import (
    WORDS,
    a_parcel,
    deep,
    hostile,
    left_by,
    resealed,
    trouble,
)
from tests.services.test_leaving_a_transfer import a_leaver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.parcel import CarriedEntry, Contents, Signer
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.parcels import Arrived


@pytest.fixture(autouse=True)
def _at_the_lowest_price(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch less: what a parcel really costs is asked where a paper leaves with one."""
    monkeypatch.setattr(parcels, "USUAL", FLOOR)


@pytest.fixture
def parcel(desk: Desk) -> bytes:
    """A parcel sealed as the way out does it, without the paper it goes beside."""
    return a_parcel(desk, a_leaver(desk))


@pytest.fixture
def arrived(parcel: bytes) -> Arrived:
    return open_parcel(parcel, WORDS)


def test_that_a_file_that_is_no_parcel_is_told_from_one_of_a_newer_program(parcel: bytes) -> None:
    words = WORDS
    assert trouble(b"%PDF-1.7", words) is ParcelTrouble.NOT_ONE
    assert trouble(b"", words) is ParcelTrouble.NOT_ONE
    newer = MAGIC.replace(b"1", b"2") + parcel[len(MAGIC) :]
    assert trouble(newer, words) is ParcelTrouble.NEWER
    assert trouble(MAGIC + b"short", words) is ParcelTrouble.DAMAGED


def test_that_wrong_words_open_nothing_and_spaces_do_not_count(parcel: bytes) -> None:
    assert trouble(parcel, "amber kettle river mouse") is ParcelTrouble.SHUT
    assert open_parcel(parcel, "  " + WORDS.replace(" ", "   ")).entries


def test_that_a_parcel_cut_short_or_changed_by_a_byte_is_refused(parcel: bytes) -> None:
    whole, words = parcel, WORDS
    assert trouble(whole[:-1], words) in (ParcelTrouble.SHUT, ParcelTrouble.DAMAGED)
    assert trouble(whole + b"x", words) in (ParcelTrouble.SHUT, ParcelTrouble.DAMAGED)
    for at in (len(MAGIC), len(MAGIC) + 20, len(MAGIC) + 34, len(whole) - 3):
        changed = bytearray(whole)
        changed[at] ^= 1
        assert trouble(bytes(changed), words) in (ParcelTrouble.SHUT, ParcelTrouble.DAMAGED)


def test_that_a_long_parcel_changed_at_its_end_is_damaged_and_not_shut(
    arrived: Arrived, desk: Desk
) -> None:
    long = replace(arrived.contents, entries=arrived.contents.entries * 40)
    whole = resealed(desk, long)
    changed = bytearray(whole)
    changed[-5] ^= 1
    assert trouble(bytes(changed), WORDS) is ParcelTrouble.DAMAGED


def test_that_a_file_too_large_is_not_even_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(parcels, "LARGEST", 1024)
    file = tmp_path / "big.parcel"
    file.write_bytes(MAGIC + bytes(4096))
    assert len(read_parcel(file)) == 1025
    assert trouble(read_parcel(file), "any words") is ParcelTrouble.TOO_LARGE
    with pytest.raises(DiskFailedError):
        read_parcel(tmp_path)
    assert LARGEST > 1024


def first(contents: Contents, change: Callable[[CarriedEntry], CarriedEntry]) -> Contents:
    entries = list(contents.entries)
    at = next(number for number, one in enumerate(entries) if not one.covered)
    entries[at] = change(entries[at])
    return replace(contents, entries=tuple(entries))


def other_words(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, body=entry.body.replace(b"Wren", b"Lark"))


def no_header(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, header=b"no header")


def other_signature(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, signature=bytes(64))


def not_a_body(entry: CarriedEntry) -> CarriedEntry:
    return replace(entry, body=b"{}")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (other_words, ParcelTrouble.SIGNATURE),
        (no_header, ParcelTrouble.DAMAGED),
        (other_signature, ParcelTrouble.SIGNATURE),
        (not_a_body, ParcelTrouble.DAMAGED),
    ],
)
def test_that_an_entry_that_is_not_as_it_was_signed_refuses_the_whole(
    desk: Desk,
    arrived: Arrived,
    change: Callable[[CarriedEntry], CarriedEntry],
    told: ParcelTrouble,
) -> None:
    assert trouble(resealed(desk, first(arrived.contents, change)), WORDS) is told


def test_that_covered_words_with_a_salt_are_taken_for_a_forgery(
    desk: Desk, arrived: Arrived
) -> None:
    forged = first(arrived.contents, lambda one: replace(other_words(one), covered=True))
    assert trouble(resealed(desk, forged), WORDS) is ParcelTrouble.SIGNATURE


def test_that_strangers_keys_that_are_none_and_a_missing_signer_are_refused(
    desk: Desk, arrived: Arrived
) -> None:
    contents = arrived.contents
    broken = tuple(replace(one, key=b"short") for one in contents.signers)
    assert trouble(resealed(desk, replace(contents, signers=broken)), WORDS) is (
        ParcelTrouble.SIGNATURE
    )
    nobody: tuple[Signer, ...] = ()
    assert trouble(resealed(desk, replace(contents, signers=nobody)), WORDS) is (
        ParcelTrouble.SIGNATURE
    )


def test_that_a_parcel_its_sender_did_not_sign_for_is_refused(desk: Desk, arrived: Arrived) -> None:
    contents = arrived.contents
    other = resealed(desk, contents, beside="0" * 64)
    assert trouble(other, WORDS) is ParcelTrouble.SIGNATURE
    ready = parcels.make_ready(contents, NO_COVER, WORDS)
    no_export = seal(ready, left_by(desk, {"beside": ready.sha256}, kind="export_refused"))
    assert trouble(no_export, WORDS) is ParcelTrouble.SIGNATURE


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2}, ParcelTrouble.NEWER),
        ({"form": "other"}, ParcelTrouble.DAMAGED),
        ({"entries": []}, ParcelTrouble.DAMAGED),
        ({"school": 7}, ParcelTrouble.DAMAGED),
    ],
)
def test_that_a_parcel_of_another_form_is_refused(
    desk: Desk, arrived: Arrived, change: dict[str, object], told: ParcelTrouble
) -> None:
    fields = {**json.loads(arrived.contents.written()), **change}
    ready = parcels.make_ready(arrived.contents, NO_COVER, WORDS)
    written = Ready(json.dumps(fields).encode(), ready.salt, ready.key)
    whole = seal(written, left_by(desk, {"beside": written.sha256}))
    assert trouble(whole, WORDS) is told


@pytest.mark.parametrize(
    "body",
    [
        Body("never_heard_of", 1, fields={"words": deep(200)}),  # type: ignore[dict-item]  # plain JSON
        Body("task", 1, fields={"title": "no day, no done"}),
        Body("concern", 1, fields={"about": {"far": "away"}}),
    ],
)
def test_that_what_no_list_could_show_is_refused_whoever_signed_it(desk: Desk, body: Body) -> None:
    # A body of a kind we know would go on our own shelves as it is written: it is sealed only.
    contents = hostile(desk, replace(body, kind="never_heard_of"))
    if body.kind == "never_heard_of":
        assert trouble(resealed(desk, contents), WORDS) is ParcelTrouble.DAMAGED
        return
    (one,) = contents.entries
    forged = replace(one, body=write_body(body), salt=b"", covered=True)
    damaged = replace(contents, entries=(forged,))
    assert trouble(resealed(desk, damaged), WORDS) is ParcelTrouble.DAMAGED
