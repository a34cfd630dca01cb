"""The whole watch against a web that misbehaves: tests/data/watch/behaviours.toml says what must come out of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator

import pytest

from cardcare import web
from cardcare.watch.engine import Options, run
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result
from tests.watch.faultserver import FaultServer

ROUNDS = 3


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultServer]:
    with FaultServer(tmp_path_factory.mktemp("certificates")) as running:
        yield running


@pytest.fixture(scope="module")
def rounds(server: FaultServer) -> list[list[Result]]:
    """The results of three runs. Short times, or the test would wait for every page that never answers."""
    targets = [Target(case.id, "link", case.url) for case in server.cases]
    options = Options(allow_loopback=True, ca_file=server.ca_file, timeout_s=2.5)
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(web, "FIRST_LOOK_S", 1.0)
        for _ in range(ROUNDS):
            server.forget()
            found.append(asyncio.run(run(targets, options)))
    return found


def test_every_behaviour_gets_its_verdict(server: FaultServer, rounds: list[list[Result]]) -> None:
    """One list with everything that is wrong says more than two hundred tests."""
    wrong = [
        f"{case.id}: {result.verdict} {result.reason} ({result.evidence}), not {case.verdict} {case.reason}: {case.why}"
        for case, result in zip(server.cases, rounds[0], strict=True)
        if (case.verdict, case.reason or result.reason) != (result.verdict, result.reason)
    ]
    assert not wrong, "\n".join(wrong)
    assert len(server.cases) >= 60


def test_verdicts_are_the_same_in_every_run(rounds: list[list[Result]]) -> None:
    # Verdicts, not reasons: on a busy machine broken pieces may come so slowly that the reason is the time.
    said = [[(result.id, result.verdict) for result in results] for results in rounds]
    assert said[0] == said[1] == said[2]


def test_only_get_is_used(server: FaultServer, rounds: list[list[Result]]) -> None:
    assert {method for _, _, method, _ in server.asked} == {"GET"}


@pytest.mark.parametrize(("host", "seconds"), [("wait-a", 1.0), ("wait-b", 1.0), ("wait-c", 1.0), ("wait-d", 1.0)])
def test_no_request_during_a_told_wait(
    server: FaultServer, rounds: list[list[Result]], host: str, seconds: float
) -> None:
    times = [when for when, name, _, _ in server.asked if name == host]
    assert times[1] - times[0] >= seconds


@pytest.mark.parametrize("host", ["wait-e", "wait-f"])
def test_a_host_that_wants_a_long_wait_is_left_alone(
    server: FaultServer, rounds: list[list[Result]], host: str
) -> None:
    assert sum(1 for _, name, _, _ in server.asked if name == host) == 1


def test_a_good_link_costs_one_request(server: FaultServer, rounds: list[list[Result]]) -> None:
    asked = Counter(target for _, name, _, target in server.asked if name == "main")
    for path in ("/plain", "/plain-text", "/soft-title-ja", "/gzip", "/place-id", "/quotes-in-body"):
        assert asked[path] == 1


def test_pages_that_must_not_be_opened_are_not(server: FaultServer, rounds: list[list[Result]]) -> None:
    results = {result.id: result for result in rounds[0]}
    for name in ("private", "private-hex", "private-mapped", "link-local", "typo-scheme", "bad-port"):
        assert results[name].attempts == 0
