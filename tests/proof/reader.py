"""A reader of vaults, written from docs/vault-format.md alone. It imports nothing of DSL Desk.

    python reader.py FOLDER MEMBER-NAME < answers

Answers, a line each: the passphrase or the kit's code; then, where there is one, the secret beside
the passphrase in hexadecimal (the device secret, or `key` of the key file). Prints every entry the
member can read, a line of JSON each. It needs `cryptography` and `sqlcipher3`, and nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
IDENTITY = ("anchor", "id", "mlkem", "signing", "vault", "x25519")
HEADER = (
    *("form", "id", "record", "version", "replaces", "class", "author", "device", "strand"),
    *("number", "written_at", "hlc", "roll_number", "roll_hash", "epoch", "previous", "seen"),
    *("body_digest", "suite"),
)
NUMBERS = ("version", "number", "hlc", "roll_number", "epoch", "suite")
TEXTS = ("class", "written_at")


class ReaderError(Exception):
    """This is not what the page on the format describes, or not what its author signed."""


def packed(*fields: bytes) -> bytes:
    """P(...) of the page."""
    return b"".join(len(one).to_bytes(4, "big") + one for one in fields)


def unpacked(octets: bytes) -> list[bytes]:
    """Undo P(...)."""
    fields, at = [], 0
    while at < len(octets):
        length = int.from_bytes(octets[at : at + 4], "big")
        fields.append(octets[at + 4 : at + 4 + length])
        at += 4 + length
    if at != len(octets):
        raise ReaderError
    return fields


def n(number: int) -> bytes:
    """N(...) of the page."""
    return number.to_bytes(8, "big")


def canonical(value: object) -> bytes:
    """Canonical JSON of the page."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


@dataclass(frozen=True)
class Answers:
    """What somebody has at hand: a passphrase or a kit's code, and perhaps a secret beside it."""

    words: str = field(repr=False)
    beside: bytes = field(default=b"", repr=False)


# ---- from a passphrase to the keys of a person


def code_bytes(code: str) -> bytes:
    """Return the 130 bits of a kit's code; its last four signs are only for finding slips."""
    signs = [SIGNS.index(sign) for sign in code.upper() if sign in SIGNS][:26]
    number = 0
    for sign in signs:
        number = number << 5 | sign
    return number.to_bytes(17, "big")


def door_key(door: dict[str, Any], answers: Answers) -> bytes:
    """Return the key that the answers make for one door."""
    salt, way = bytes.fromhex(door["salt"]), door["kind"]
    if way == "kit":
        kdf = HKDF(SHA256(), 32, salt=salt, info=b"dsl-desk kit key 1")
        return kdf.derive(code_bytes(answers.words))
    words = unicodedata.normalize("NFC", answers.words).encode()
    stretched = Argon2id(
        salt=salt,
        length=32,
        iterations=door["passes"],
        lanes=door["lanes"],
        memory_cost=door["memory"],
    ).derive(words)
    info = packed(b"dsl-desk door key 1", way.encode())
    beside = b"" if way == "passphrase_alone" else answers.beside
    return HKDF(SHA256(), 32, salt=None, info=info).derive(packed(stretched, beside))


def person_of(row: dict[str, Any], answers: Answers) -> bytes:
    """Return the 128 private bytes of a member, from the first door that the answers open."""
    record = canonical({name: row["public"][name] for name in IDENTITY})
    for door in row["doors"]:
        numbers = [n(door[name]) for name in ("memory", "passes", "lanes")]
        salt, mark = bytes.fromhex(door["salt"]), bytes.fromhex(door["mark"])
        bound = packed(b"dsl-desk door 2", record, door["kind"].encode(), salt, *numbers, mark)
        try:
            sealed = AESGCM(door_key(door, answers))
            secret = sealed.decrypt(
                bytes.fromhex(door["nonce"]), bytes.fromhex(door["sealed"]), bound
            )
        except (InvalidTag, ValueError):
            continue
        signing = Ed25519PrivateKey.from_private_bytes(secret[:32]).public_key()
        if signing.public_bytes_raw().hex() != row["public"]["signing"]:
            raise ReaderError
        return secret
    message = "no door opens with these answers"
    raise ReaderError(message)


def part_key(grant: dict[str, Any], public: dict[str, Any], secret: bytes) -> bytes:
    """Return the key of a part that was wrapped to this member."""
    info = packed(
        b"dsl-desk compartment key 1",
        bytes.fromhex(public["vault"]),
        grant["compartment"].encode(),
        n(grant["epoch"]),
        bytes.fromhex(public["id"]),
    )
    x25519 = X25519PrivateKey.from_private_bytes(secret[32:64])
    kdf, aead = hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305
    wrap = bytes.fromhex(grant["wrap"])
    if grant["suite"] == 1:
        return hpke.Suite(hpke.KEM.X25519, kdf, aead).decrypt(wrap, x25519, info=info)
    both = hpke.MLKEM768X25519PrivateKey(MLKEM768PrivateKey.from_seed_bytes(secret[64:]), x25519)
    return hpke.Suite(hpke.KEM.MLKEM768_X25519, kdf, aead).decrypt(wrap, both, info=info)


# ---- the roll, and what its members signed


def prove_roll(page: dict[str, Any]) -> dict[str, Ed25519PublicKey]:
    """Return everybody's signing key, once the roll is a chain that ends in this very page."""
    keys = {
        row["public"]["id"]: Ed25519PublicKey.from_public_bytes(
            bytes.fromhex(row["public"]["signing"])
        )
        for row in page["page"]["members"]
    }
    previous = bytes(32)
    for number, line in enumerate(page["roll"], start=1):
        signed = packed(
            b"dsl-desk roll line 1",
            n(number),
            previous,
            bytes.fromhex(line["author"]),
            line["written_at"].encode(),
            canonical(line["said"]),
            bytes.fromhex(line["page"]),
        )
        signature = bytes.fromhex(line["signature"])
        keys[line["author"]].verify(signature, signed)
        previous = hashlib.sha256(packed(signed, signature)).digest()
    if hashlib.sha256(canonical(page["page"])).hexdigest() != page["roll"][-1]["page"]:
        raise ReaderError
    return keys


def read_header(octets: bytes) -> dict[str, Any]:
    """Return the header of an entry as named fields."""
    header: dict[str, Any] = dict(zip(HEADER, unpacked(octets), strict=True))
    if header.pop("form") != b"dsl-desk entry header 1":
        raise ReaderError
    for name, value in header.items():
        if name in NUMBERS:
            header[name] = int.from_bytes(value, "big")
        else:
            header[name] = value.decode() if name in TEXTS else value.hex()
    return header


def read_part(
    file: Path, key: bytes, keys: dict[str, Ed25519PublicKey]
) -> Iterator[dict[str, Any]]:
    """Return every entry of a part, proved: signature, link, and the digest of its body."""
    connection = dbapi2.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.set_key(b"x'" + key.hex().encode() + b"'")
    strand, expected, previous = "", 0, bytes(32)
    sql = "SELECT header, signature, salt, body FROM ledger ORDER BY strand, number"
    try:
        for octets, signature, salt, body in connection.execute(sql):
            header = read_header(octets)
            if header["strand"] != strand:
                strand, expected, previous = header["strand"], 0, bytes(32)
            expected += 1
            keys[header["author"]].verify(signature, octets)
            if (header["number"], header["previous"]) != (expected, previous.hex()):
                raise ReaderError
            previous = hashlib.sha256(packed(b"dsl-desk entry 1", octets, signature)).digest()
            if body is None:  # disposed of: an entry of class `disposal` says when and why
                yield {**header, "hash": previous.hex(), "body": None}
                continue
            if hmac.digest(salt, body, "sha256").hex() != header["body_digest"]:
                raise ReaderError
            yield {**header, "hash": previous.hex(), "body": json.loads(body)}
    finally:
        connection.close()


def read_vault(folder: Path, name: str, answers: Answers) -> Iterator[dict[str, Any]]:
    """Return every entry that a member can read, with the compartment it stands in."""
    octets = (folder / "vault.json").read_bytes()
    page = json.loads(octets)
    if page["format"] != 1 or canonical(page) != octets:
        raise ReaderError
    keys = prove_roll(page)
    files = {(one["compartment"], one["epoch"]): one for one in page["page"]["parts"]}
    row = next(one for one in page["page"]["members"] if one["public"]["name"] == name)
    secret = person_of(row, answers)
    for grant in row["grants"]:
        part = files[grant["compartment"], grant["epoch"]]
        file = folder / "parts" / part["file"]
        with file.open("rb") as opened:
            if opened.read(16).hex() != part["salt"]:
                raise ReaderError
        for entry in read_part(file, part_key(grant, row["public"], secret), keys):
            yield {"compartment": grant["compartment"], **entry}


def main(words: Sequence[str]) -> None:
    """Print every entry."""
    folder, name = words
    words_typed = sys.stdin.readline().rstrip("\n")
    answers = Answers(words_typed, bytes.fromhex(sys.stdin.readline().strip()))
    for entry in read_vault(Path(folder), name, answers):
        print(json.dumps(entry, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
