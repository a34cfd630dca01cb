"""Runs as a whole: hosts that want us to wait, time that runs out, pages asked for once, memory that stays small."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from cardcare.watch.engine import Options, run
from cardcare.watch.target import Fact, Target
from cardcare.watch.verdict import Result
from tests.watch.behaviours import Table
from tests.watch.faultserver import FaultServer

LOCAL = Options(allow_loopback=True, timeout_s=2.0)
WAIT = {"status": 429, "headers": {"Retry-After": "1"}}


def look(tmp_path: Path, table: Table, options: Options = LOCAL) -> tuple[FaultServer, list[Result]]:
    """Run the cases of a small table."""
    with FaultServer(tmp_path, table) as server:
        targets = [Target(case.id, "link", case.url) for case in server.cases]
        return server, asyncio.run(run(targets, options))


def test_a_host_that_says_wait_gets_no_request_from_anybody(tmp_path: Path) -> None:
    pages = [{"id": str(n), "answers": [WAIT if n % 2 else {}, {"title": str(n)}]} for n in range(6)]
    server, results = look(tmp_path, {"case": pages})
    assert {result.verdict for result in results} == {"ok"}
    times = sorted(when for when, _, _, _ in server.asked)
    pauses = [later - earlier for earlier, later in pairwise(times)]
    # Two may be under way when a host says wait; after that there is silence.
    assert sum(pause >= 1.0 for pause in pauses) in (2, 3)
    assert sum(0.2 < pause < 1.0 for pause in pauses) == 0


def test_a_long_wait_ends_the_run_for_this_host_only(tmp_path: Path) -> None:
    closed = {"status": 429, "headers": {"Retry-After": "900"}}
    busy = [{"id": f"busy-{n}", "host": "busy", "answer": closed} for n in range(6)]
    server, results = look(tmp_path, {"case": [*busy, {"id": "fine"}]})
    assert [result.verdict for result in results] == ["temporary"] * 6 + ["ok"]
    assert Counter(name for _, name, _, _ in server.asked)["busy"] == 1


def test_every_target_gets_a_result_when_the_time_is_over(tmp_path: Path) -> None:
    pages = [{"id": f"hang-{n}", "answer": {"does": "hang"}} for n in range(5)]
    seen: list[Result] = []
    options = replace(LOCAL, budget_s=0.8, progress=seen.append)
    _, results = look(tmp_path, {"case": [*pages, {"id": "mail", "url": "mailto:a@b.example"}]}, options)
    assert [(result.verdict, result.reason) for result in results] == [("temporary", "budget")] * 5 + [("ok", "form")]
    assert len(seen) == 6


def test_a_page_is_asked_for_once_however_many_want_it(tmp_path: Path) -> None:
    with FaultServer(
        tmp_path, {"case": [{"id": "p", "answer": {"text": "<p id=a>電話 0120-000-001</p>" * 9}}]}
    ) as server:
        url = server.cases[0].url
        targets = [Target(mark, "link", f"{url}#{mark}") for mark in ("a", "b", "top")]
        results = asyncio.run(run([*targets, Target("f", "fact", url, Fact(phone="0120-000-001"))], LOCAL))
    assert [result.verdict for result in results] == ["ok", "broken", "ok", "ok"]
    assert [target for _, _, _, target in server.asked].count("/p") == 1


def test_loopback_is_private_unless_allowed(tmp_path: Path) -> None:
    server, results = look(tmp_path, {"case": [{"id": "p"}]}, Options())
    assert [(result.verdict, result.reason) for result in results] == [("broken", "private-address")]
    assert not server.asked


def test_the_user_agent_says_who_asks(tmp_path: Path) -> None:
    with FaultServer(tmp_path, {"case": [{"id": "p"}]}) as server:
        options = replace(LOCAL, user_agent="CardCareWatch/0.1 (+https://code.example; desk@guide.example)")
        asyncio.run(run([Target("p", "link", server.cases[0].url)], options))
        assert {agent for _, agent in server.agents} == {options.user_agent}


def test_an_unchanged_page_is_fine(tmp_path: Path) -> None:
    table = {"case": [{"id": "p", "answer": {"status": 304, "headers": {"Content-Length": "-"}}}]}
    _, results = look(tmp_path, table, replace(LOCAL, validators={"p": ('"1"', "")}))
    assert [(result.verdict, result.reason) for result in results] == [("ok", "not-modified")]


def test_many_good_links_cost_one_request_each(tmp_path: Path) -> None:
    pages = [
        {"id": f"p{n}", "host": f"h{n % 5}", "answer": {"title": f"案内 {n}", "does": "slow", "seconds": 0.03}}
        for n in range(100)
    ]
    server, results = look(tmp_path, {"case": pages})
    assert {result.verdict for result in results} == {"ok"}
    assert len(server.asked) == 100
    assert max(host.most for host in server.hosts.values()) == 2


def test_memory_stays_small_among_huge_pages_and_bombs(tmp_path: Path) -> None:
    """In a process of its own, by the mark of its own memory: getrusage would hand down the mark of the parent."""
    huge = {"h1": "長い一覧", "times": 12_000}
    bomb = {"does": "packed", "packing": "bomb"}
    pages = [{"id": f"p{n}", "host": f"h{n % 10}", "hash": "#x", "answer": huge if n % 2 else bomb} for n in range(40)]
    program = (
        "import asyncio, re, sys; from cardcare.watch.engine import Options, run;"
        "from cardcare.watch.target import Target;"
        "targets = [Target(url, 'link', url) for url in sys.argv[1:]];"
        "asyncio.run(run(targets, Options(allow_loopback=True)));"
        "mark = re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read());"
        "print(int(mark[1]) // 1024)"
    )
    with FaultServer(tmp_path, {"case": pages}) as server:
        urls = [case.url for case in server.cases]
        done = subprocess.run([sys.executable, "-c", program, *urls], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 150, "megabytes"
