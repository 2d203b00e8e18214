"""The primitives, held against the numbers their RFCs publish."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path

from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId
from dsl_desk.keys.person import Person
from dsl_desk.keys.wraps import SUITES, OpeningKey, Place, Suite


def test_that_argon2id_gives_the_tag_of_rfc_9106_section_5_3() -> None:
    tag = Argon2id(
        salt=b"\x02" * 16,
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=b"\x04" * 12,
        secret=b"\x03" * 8,
    ).derive(b"\x01" * 32)
    assert tag.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


def test_that_hkdf_gives_the_keys_of_rfc_5869_appendix_a() -> None:
    cases = (
        # A.1: the basic case
        (
            b"\x0b" * 22,
            bytes(range(0x0D)),
            bytes(range(0xF0, 0xFA)),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        ),
        # A.2: longer inputs
        (
            bytes(range(0x50)),
            bytes(range(0x60, 0xB0)),
            bytes(range(0xB0, 0x100)),
            (
                "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                "cc30c58179ec3e87c14c01d5c1f3434f1d87"
            ),
        ),
        # A.3: no salt, no info
        (
            b"\x0b" * 22,
            None,
            b"",
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
        ),
    )
    for secret, salt, info, expected in cases:
        length = len(expected) // 2
        assert HKDF(SHA256(), length, salt=salt, info=info).derive(secret).hex() == expected


def test_that_a_person_signs_as_rfc_8032_section_7_1_test_3_says() -> None:
    seed = bytes.fromhex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7")
    person = Person(MemberId("01" * 16), seed + bytes(32) + bytes(64))
    assert person.signing_key().hex() == (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
    )
    assert person.sign(b"\xaf\x82").hex() == (
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    )


def test_that_suite_1_opens_the_message_of_rfc_9180_appendix_a_2_1() -> None:
    private = X25519PrivateKey.from_private_bytes(
        bytes.fromhex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb")
    )
    sealed = bytes.fromhex(
        "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
        "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
    )
    text = openssl.hpke._decrypt_with_aad(
        SUITES[Suite.X25519],
        sealed,
        private,
        info=bytes.fromhex("4f6465206f6e2061204772656369616e2055726e"),
        aad=b"Count-0",
    )
    assert text == b"Beauty is truth, truth beauty"


def test_that_suite_2_opens_what_is_sealed_under_the_secret_x_wing_publishes() -> None:
    """The KEM is X-Wing's, by its own vector; the rest is the key schedule of RFC 9180."""
    vector = json.loads(Path(__file__).with_name("x_wing.json").read_text())
    expanded = hashlib.shake_256(bytes.fromhex(vector["seed"])).digest(96)
    private = OpeningKey(
        X25519PrivateKey.from_private_bytes(expanded[64:]),
        MLKEM768PrivateKey.from_seed_bytes(expanded[:64]),
    )
    place = Place("02" * 16, Compartment.CHILDREN, 1, MemberId("01" * 16))
    key, nonce = _key_schedule(bytes.fromhex(vector["ss"]), place.info())
    wrap = bytes.fromhex(vector["ct"]) + ChaCha20Poly1305(key).encrypt(nonce, b"k" * 32, b"")
    assert private.unwrap(wrap, place, Suite.HYBRID) == b"k" * 32


_SUITE_2 = b"HPKE" + bytes.fromhex("647a 0001 0003")  # MLKEM768-X25519, HKDF-SHA256, ChaCha20


def _key_schedule(secret: bytes, info: bytes) -> tuple[bytes, bytes]:
    """Return key and first nonce as RFC 9180 section 5.1 says, for mode base."""
    about = b"\0" + _extract(b"", b"psk_id_hash", b"") + _extract(b"", b"info_hash", info)
    extracted = _extract(secret, b"secret", b"")
    return _expand(extracted, b"key", about, 32), _expand(extracted, b"base_nonce", about, 12)


def _extract(salt: bytes, label: bytes, key: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + _SUITE_2 + label + key, "sha256")


def _expand(key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + _SUITE_2 + label + info
    return HKDFExpand(SHA256(), length, labelled).derive(key)
