"""Whom we trust and how we speak TLS: as browsers do, no more and no less."""

from __future__ import annotations

import ssl

# The object id of "caIssuers": in a certificate, the place where its issuer's certificate can be fetched.
_CA_ISSUERS = bytes.fromhex("06082b06010505073002")
_LEGACY_SERVER_CONNECT = 0x4  # ssl.OP_LEGACY_SERVER_CONNECT, named only since Python 3.12


def context(ca_file: str | None) -> ssl.SSLContext:
    """The system's authorities and `ca_file`. Old renegotiation is tolerated, old DHE is not."""
    made = ssl.create_default_context()
    made.options |= _LEGACY_SERVER_CONNECT
    made.set_ciphers("DEFAULT:!kDHE")
    if ca_file:
        made.load_verify_locations(ca_file)
    return made


def blind() -> ssl.SSLContext:
    """Trusts everybody: only for looking at a certificate that was refused."""
    made = ssl.create_default_context()
    made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
    return made


def names_its_issuer(certificate: bytes) -> bool:
    """True if a DER certificate says where its issuer's certificate can be fetched."""
    return _CA_ISSUERS in certificate
