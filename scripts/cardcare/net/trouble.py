"""Names what went wrong on the network: an exception of aiohttp, ssl or the system becomes a slug.

dns · dns-temporary        the name does not exist · the DNS did not answer
private-address            the name leads into a private network
refused · unreachable      nobody listens · no way to the host
reset · timeout            the connection was cut or closed without an answer · it took too long
tls-expired · tls-not-yet-valid · tls-self-signed · tls-wrong-name · tls-revoked
tls-unknown-ca             signed by nobody we know (web.py may find it is only tls-incomplete-chain)
tls-protocol · tls-other   no common way to speak TLS, for example plain HTTP · anything else
bad-status-line · protocol the answer is not HTTP · it breaks HTTP's rules
incomplete · encoding      the body ends too early · it cannot be unpacked
"""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator

import aiohttp
from aiohttp import http_exceptions

from cardcare.net.resolving import PrivateAddressError
from cardcare.net.unpacking import UnpackError

# Numbers of OpenSSL's X509_verify_cert_error
CERTIFICATE = {
    9: "tls-not-yet-valid",
    10: "tls-expired",
    18: "tls-self-signed",
    19: "tls-unknown-ca",
    20: "tls-unknown-ca",
    21: "tls-unknown-ca",
    23: "tls-revoked",
    62: "tls-wrong-name",
    64: "tls-wrong-name",
}
NO_COMMON_TLS = (
    "WRONG_VERSION_NUMBER", "HTTP_REQUEST", "UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "PACKET_LENGTH_TOO_LONG",
    "NO_PROTOCOLS_AVAILABLE", "RECORD_LAYER_FAILURE", "HANDSHAKE_FAILURE",
)  # fmt: skip
UNREACHABLE = (errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EADDRNOTAVAIL)
UNKNOWN_HOST = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", -5))


def name(error: BaseException) -> str:
    """Return the slug of an exception that a request raised."""
    for inner in _causes(error):
        if slug := _name(inner):
            return slug
    return "protocol" if isinstance(error, aiohttp.ClientError | ValueError) else "reset"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield the exceptions inside an exception first: they are the more exact ones."""
    for attribute in ("certificate_error", "os_error", "__cause__"):
        inner = getattr(error, attribute, None)
        if isinstance(inner, BaseException) and inner is not error:
            yield from _causes(inner)
    yield error


def _name(error: BaseException) -> str:
    match error:
        case PrivateAddressError():
            return "private-address"
        case socket.gaierror():
            return "dns" if error.errno in UNKNOWN_HOST else "dns-temporary"
        case ssl.SSLError():
            return _tls(error)
        case TimeoutError():
            return "timeout"
        case UnpackError():
            return "encoding"
        case ConnectionRefusedError():
            return "refused"
        case ConnectionError():
            return "reset"
        case OSError():
            return _system(error)
        case _:
            return _http(error)


def _tls(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return CERTIFICATE.get(error.verify_code, "tls-other")
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return "reset"
    reason = str(error.reason or error)
    return "tls-protocol" if any(sign in reason for sign in NO_COMMON_TLS) else "tls-other"


def _system(error: OSError) -> str:
    if error.errno == errno.ECONNREFUSED:
        return "refused"
    if error.errno in UNREACHABLE:
        return "unreachable"
    return {errno.ETIMEDOUT: "timeout", errno.ECONNRESET: "reset", errno.EPIPE: "reset"}.get(error.errno or 0, "")


def _http(error: BaseException) -> str:
    match error:
        case aiohttp.ServerDisconnectedError():
            return "reset"
        case aiohttp.ClientPayloadError() | http_exceptions.PayloadEncodingError():
            return "incomplete"
        case http_exceptions.BadStatusLine():
            return "bad-status-line"
        case http_exceptions.HttpProcessingError() | aiohttp.ClientResponseError():
            return "protocol"
        case _:
            return ""
