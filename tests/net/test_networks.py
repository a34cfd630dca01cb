"""Which network addresses may be opened."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from cardcare.net.networks import is_loopback, may_open

PRIVATE = (
    "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
    "192.0.2.1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:169.254.1.1",
    "64:ff9b::10.0.0.1", "2002:a00:1::", "2001:db8::1",
)  # fmt: skip
LOOPBACK = ("127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "64:ff9b::127.0.0.1")
PUBLIC = ("8.8.8.8", "203.180.155.1", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8")


@pytest.mark.parametrize("ip", PRIVATE)
def test_private_networks_are_never_opened(ip: str) -> None:
    assert not may_open(ip_address(ip), allow_loopback=False)
    assert not may_open(ip_address(ip), allow_loopback=True)


@pytest.mark.parametrize("ip", LOOPBACK)
def test_loopback_is_opened_only_when_allowed(ip: str) -> None:
    assert not may_open(ip_address(ip), allow_loopback=False)
    assert may_open(ip_address(ip), allow_loopback=True)


@pytest.mark.parametrize("ip", PUBLIC)
def test_the_public_internet_is_open(ip: str) -> None:
    assert may_open(ip_address(ip), allow_loopback=False)


def test_names_of_loopback() -> None:
    assert is_loopback("localhost") and is_loopback("a.localhost.") and is_loopback("127.1.2.3")
    assert not is_loopback("localhost.example") and not is_loopback("10.0.0.1")
