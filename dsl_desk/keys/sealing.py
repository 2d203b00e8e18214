"""The key a school seals its papers with: made here, and its signature in the form of PDF."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from dsl_desk.domain.school_seal import SchoolSeal

if TYPE_CHECKING:
    from datetime import datetime

_LONGEST_NAME: Final = 64  # of a name in a certificate
_YEARS: Final = timedelta(days=365 * 75)
_USED_FOR: Final = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)


def make_seal(school: str, now: datetime) -> SchoolSeal:
    """Return a new seal. It names the school and nobody in it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, _fitting(school))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + _YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_USED_FOR, critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate = made.public_bytes(serialization.Encoding.DER)
    plain = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),  # the ledger it is written into is sealed
    )
    return SchoolSeal(plain, certificate, hashlib.sha256(certificate).hexdigest())


def signed_with(seal: SchoolSeal, content: bytes) -> bytes:
    """Return the signature over some bytes, which are not in it, with what it is checked by."""
    key = serialization.load_der_private_key(seal.key, password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)  # noqa: S101 it was made above
    certificate = x509.load_der_x509_certificate(seal.certificate)
    told = pkcs7.PKCS7SignatureBuilder().set_data(content)
    return told.add_signer(certificate, key, hashes.SHA256()).sign(
        serialization.Encoding.DER,
        [
            pkcs7.PKCS7Options.DetachedSignature,
            pkcs7.PKCS7Options.Binary,
            pkcs7.PKCS7Options.NoCapabilities,
        ],
    )


def _fitting(school: str) -> str:
    return school.strip()[:_LONGEST_NAME].strip() or "A school"
