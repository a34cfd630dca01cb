"""Without a network nothing is known about any page; with one, every target gets a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from cardcare.errors import OfflineError
from cardcare.watch import asking
from cardcare.watch.options import Options
from cardcare.watch.target import Target
from cardcare.watch.verdict import Result, Verdict

HOSTS = ["a.test", "b.test", "c.test", "d.test", "e.test", "f.test", "g.test"]
LIST = [Target(f"{host}/{n}", "link", f"https://{host}/{n}") for host in HOSTS for n in range(3)]


class Net:
    """Stands in for the engine: hosts in `up` answer, everything else fails for `reason`."""

    def __init__(self, *up: str, reason: str = "dns-temporary") -> None:
        self.up, self.reason, self.asked, self.lost = up, reason, [], ()

    async def run(self, targets: Sequence[Target], options: Options) -> list[Result]:
        self.asked.append([target.id for target in targets])
        results = [self._result(target) for target in targets if target.id not in self.lost]
        for result in results:
            if options.progress:
                options.progress(result)
        return results

    asked: list[list[str]]
    lost: Sequence[str]

    def _result(self, target: Target) -> Result:
        if any(host in target.url for host in self.up):
            return Result(target.id, Verdict.OK, "ok", "", target.url, 200, 1, "2026-11-23T09:00:00", "")
        return Result(target.id, Verdict.TEMPORARY, self.reason, "", target.url, None, 1, "2026-11-23T09:00:00", "")


class Steps:
    """Counts what the progress bar would show."""

    def __init__(self) -> None:
        self.total = self.done = 0

    @contextmanager
    def __call__(self, total: int) -> Iterator[Any]:
        self.total = total
        yield self.step

    def step(self) -> None:
        self.done += 1


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Net:
    net = Net(*HOSTS)
    monkeypatch.setattr(asking.engine, "run", net.run)
    return net


@pytest.mark.parametrize("reason", ["dns-temporary", "unknown-host", "timeout", "refused", "unreachable"])
def test_no_network_is_said_in_one_line_after_a_few_questions(net: Net, reason: str) -> None:
    net.up, net.reason = (), reason
    with pytest.raises(OfflineError, match=r"^the network cannot be reached \(no answer from a.test, b.test, [^\n]+$"):
        asking.ask(LIST, Options(), Steps())
    assert net.asked == [[f"{host}/0" for host in HOSTS[:5]]], "one target of each of five hosts, and no more"


@pytest.mark.parametrize("up", [("c.test",), ("e.test", "g.test")])
def test_one_answer_is_enough_to_go_on(net: Net, up: tuple[str, ...]) -> None:
    net.up, steps = up, Steps()
    results = asking.ask(LIST, Options(), steps)
    assert list(results) == [target.id for target in LIST]
    assert (steps.total, steps.done) == (21, 21)
    assert sum(map(len, net.asked)) == 21, "nothing is asked twice"


@pytest.mark.parametrize("reason", ["tls-expired", "bad-status-line", "reset", "private-address"])
def test_a_host_that_answers_badly_is_still_a_network(net: Net, reason: str) -> None:
    net.up, net.reason = (), reason
    assert len(asking.ask(LIST, Options(), Steps())) == len(LIST)


def test_few_dead_hosts_are_dead_when_others_answer(net: Net) -> None:
    net.up, net.reason = ("z.test",), "unknown-host"
    results = asking.ask(LIST[:3], Options(), Steps(), ["https://a.test/", "https://y.test/", "https://z.test/"])
    assert {result.reason for result in results.values()} == {"unknown-host"}
    with pytest.raises(OfflineError, match=r"no answer from a.test, x.test, y.test\)"):
        asking.ask(LIST[:3], Options(), Steps(), ["https://x.test/", "https://y.test/"])


def test_one_dead_host_alone_is_believed(net: Net) -> None:
    net.up, net.reason = (), "unknown-host"
    assert asking.ask(LIST[:3], Options(), Steps())["a.test/0"].reason == "unknown-host"


def test_targets_on_this_computer_need_no_network(net: Net) -> None:
    net.up = ()
    assert len(asking.ask(LIST, Options(allow_loopback=True), Steps())) == len(LIST)
    assert len(net.asked) == 1


def test_what_needs_no_connection_needs_no_network(net: Net) -> None:
    net.up = ()
    assert list(asking.ask([Target("tel", "scheme", "tel:110")], Options(), Steps())) == ["tel"]


def test_a_target_that_the_engine_lost_still_gets_a_verdict(net: Net) -> None:
    net.lost = ("g.test/2",)
    assert asking.ask(LIST, Options(), Steps())["g.test/2"].verdict is Verdict.TEMPORARY


def test_nothing_to_ask_is_nothing_asked(net: Net) -> None:
    assert asking.ask([], Options(), Steps()) == {} and net.asked == []
