"""Makes throw-away certificates with the openssl program: a private authority, and what can be wrong with a host."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


class Authority:
    """A private authority in a folder; `ca_file` is what a client has to trust."""

    def __init__(self, folder: Path, name: str = "ca") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.ca_file, self._ca_key = folder / f"{name}.pem", folder / f"{name}.key"
        subject = ("-subj", f"/CN=Card Care test {name}", "-days", "2", "-addext", "keyUsage=keyCertSign")
        _openssl("req", "-x509", *KEY, "-keyout", self._ca_key, "-out", self.ca_file, *subject)

    def context(self, name: str, names: str, days: int = 2, extra: str = "") -> ssl.SSLContext:
        """A server's TLS, with a certificate for `names` ("DNS:localhost,IP:127.0.0.1"); negative `days`: expired."""
        key, request, paper, extensions = (self._folder / f"{name}.{end}" for end in ("key", "csr", "pem", "ext"))
        extensions.write_text(f"subjectAltName={names}\n{extra}\n")
        _openssl("req", *KEY, "-keyout", key, "-out", request, "-subj", "/CN=test host")
        signer = ("-CA", self.ca_file, "-CAkey", self._ca_key, "-CAcreateserial", "-days", str(days))
        _openssl("x509", "-req", "-in", request, "-out", paper, "-extfile", extensions, *signer)
        return _server(paper, key)

    def self_signed(self, name: str, names: str) -> ssl.SSLContext:
        """A server's TLS with a certificate that nobody but itself has signed."""
        key, paper = self._folder / f"{name}.key", self._folder / f"{name}.pem"
        subject = ("-subj", "/CN=test host", "-days", "2", "-addext", f"subjectAltName={names}")
        _openssl("req", "-x509", *KEY, "-keyout", key, "-out", paper, *subject)
        return _server(paper, key)


def _server(paper: Path, key: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(paper, key)
    return context


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
