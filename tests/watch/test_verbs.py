"""`check links` and `check contacts` as a person meets them, on a project whose official pages are on loopback."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from cardcare.cli import cardcare
from cardcare.errors import CardcareError
from tests import projects
from tests.watch.pageserver import Pages, serving

CLEAN, PROBLEMS = 0, 1
STATE, SOURCES = "docs/_data/watch-state.json", "docs/_data/sources.toml"
TEXT = "<p>カードをなくしたときは、すぐに電話で止めてください。係の人が、次に何をするかを案内します。</p>"
LOST = f"""<title>カードをなくしたら</title><h1>カードをなくしたら</h1>{TEXT}
<h2>カードを止める電話</h2><p>電話 0120-000-001（24時間365日）、IP電話は 050-1234-5678</p>
<h2>カードを止める電話（外国語）</h2><p>電話 0120-000-002</p>
<h2>耳の不自由な方のファクス</h2><p>FAX 0120-000-003</p>"""
CARD = f"""<title>カードの再交付</title><h1>カードの再交付</h1>{TEXT}
<h2>町の相談電話</h2><p>0120-000-005</p><p>手数料 1,000円</p>"""


@pytest.fixture
def web() -> Iterator[Pages]:
    with serving() as pages:
        pages.pages |= {"/lost": LOST, "/card": CARD}
        yield pages


@pytest.fixture
def root(project: Path, web: Pages) -> Path:
    for host in ("agency", "town"):
        text = (project / SOURCES).read_text("utf-8")
        (project / SOURCES).write_text(text.replace(f"https://{host}.test", web.base), "utf-8")
    return project


def check(root: Path, verb: str, *words: str) -> Result:
    command = ["check", verb, "--root", str(root), "--allow-loopback", *words]
    done = CliRunner().invoke(cardcare, command)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def state(root: Path) -> dict[str, Any]:
    return dict(json.loads((root / STATE).read_text("utf-8"))["targets"])


def test_good_links_are_remembered_and_not_asked_again_for_a_week(root: Path, web: Pages) -> None:
    done = check(root, "links")
    assert (done.exit_code, done.stdout) == (CLEAN, "check links: 2 ok\n")
    assert state(root)["source:town-loss"]["verdict"] == "ok"
    asked = len(web.asked)
    assert check(root, "links").stdout == "check links: 2 ok\n" and len(web.asked) == asked
    check(root, "links", "--since", "0", "--only", "town-loss")
    assert web.asked[asked:].count("/card") == 1 and "/lost" not in web.asked[asked:]


def test_a_dead_link_counts_when_it_was_seen_twice(root: Path, web: Pages) -> None:
    del web.pages["/card"]
    first, second = check(root, "links"), check(root, "links")
    assert first.exit_code == CLEAN and "temporary not-found (404) source:town-loss" in first.stdout
    assert second.exit_code == PROBLEMS
    line = projects.line_of(root, SOURCES, "[town-loss]")
    assert f"{SOURCES}:{line}: broken not-found (404) source:town-loss {web.base}/card" in second.stdout
    web.pages["/card"] = CARD
    assert check(root, "links").exit_code == CLEAN and "failures" not in state(root)["source:town-loss"]


def test_a_dead_source_comes_with_the_address_of_a_stored_copy(root: Path, web: Pages) -> None:
    projects.change(root, {"docs/_data/watch.toml": '[watch]\narchive = "https://old.test/"\n'})
    del web.pages["/card"]
    check(root, "links")
    assert f"perhaps stored at https://old.test/20240301/{web.base}/card" in check(root, "links").stdout


def test_a_living_exception_turns_trouble_into_a_warning(root: Path, web: Pages) -> None:
    projects.change(root, {"docs/_data/link-exceptions.toml": ("https://town.test/", f"{web.base}/card")})
    del web.pages["/card"]
    for _ in range(2):
        done = check(root, "links")
        assert done.exit_code == CLEAN and "warn excepted (404) source:town-loss" in done.stdout
        assert "not-found, accepted until 2099-12-31 (@registry): answers programs with 403" in done.stdout


def test_pages_that_say_everything_raise_no_alarm_and_are_proposed(root: Path) -> None:
    done = check(root, "contacts", "--propose")
    assert done.exit_code == CLEAN and done.stdout.startswith("check contacts: 6 ok\n--- a/docs/_data/contacts/"), (
        done.stdout
    )
    assert '+how = "live-page"' in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("0120-000-001", "0120-000-009", "number-"),
        ("0120-000-003", "<s>0120-000-003</s>", "number-"),
        ("1,000円", "1,500円", "fee-missing"),
    ],
)
def test_a_page_that_says_something_else_is_an_alarm_and_never_a_proposal(
    root: Path, web: Pages, old: str, new: str, reason: str
) -> None:
    page = "/lost" if old in LOST else "/card"
    web.pages[page] = str(web.pages[page]).replace(old, new)
    done = check(root, "contacts", "--propose")
    assert done.exit_code == PROBLEMS and f"changed {reason}" in done.stdout
    assert f" at {web.base}{page}, content " in done.stdout, "what was read, when and where"
    assert "0120-000-009" not in "".join(line for line in done.stdout.splitlines() if line.startswith("+"))
    assert (root / "docs/_data/contacts/example-agency.toml").read_text("utf-8").count("2024-03-01") == 3


def test_trouble_with_the_page_is_never_a_change(root: Path, web: Pages) -> None:
    web.pages |= {"/lost": 403, "/card": 404}
    assert "changed" not in check(root, "contacts").stdout


def test_an_unchanged_page_is_asked_for_in_one_line_and_keeps_its_evidence(root: Path, web: Pages) -> None:
    web.etags.add("/card")
    check(root, "contacts", "--only", "town-desk")
    before = state(root)["window:town-desk/0120000005/town-loss"]
    done = check(root, "contacts", "--only", "town-desk", "--since", "0")
    after = state(root)["window:town-desk/0120000005/town-loss"]
    assert done.stdout == "check contacts: 1 ok\n" and before["etag"]
    assert {**after, "seen": ""} == {**before, "seen": ""} and "0120-000-005" in after["evidence"]


@pytest.mark.parametrize("form", ["json", "junit", "sarif", "github", "markdown"])
def test_every_form_comes_alone_on_its_channel(root: Path, web: Pages, form: str) -> None:
    del web.pages["/card"]
    said = check(root, "contacts", "--format", form, "--propose").stdout
    if form == "junit":
        assert ElementTree.fromstring(said).find("testsuite") is not None
    elif form in ("json", "sarif"):
        assert json.loads(said)
    else:
        assert "not-found" in said


def test_the_proposal_can_be_written_to_a_file(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "confirmations.patch"
    done = check(root, "contacts", "--propose", str(file))
    assert f"git apply {file}" in done.stderr
    subprocess.run(["git", "apply", str(file)], check=True, cwd=root)
    codes = {problem.code for problem in projects.problems(root, date.today())}
    assert codes <= {"CON110"}, "the pages on loopback are not encrypted"


def targets(tmp_path: Path, *entries: dict[str, Any]) -> tuple[str, str, str, str]:
    (tmp_path / "targets.json").write_text(json.dumps(entries), "utf-8")
    return "--targets", str(tmp_path / "targets.json"), "--output", str(tmp_path / "out.json")


def test_a_bare_list_is_judged_by_one_look_and_every_id_gets_a_verdict(tmp_path: Path, web: Pages) -> None:
    """It needs no project around it, and leaves no memory."""
    fact = {"phone": "0120-000-001", "hours": [{"days": "毎日", "open": "00:00", "close": "24:00"}], "label": ""}
    words = targets(
        tmp_path,
        {"id": "good", "kind": "link", "url": f"{web.base}/lost"},
        {"id": "gone", "kind": "link", "url": f"{web.base}/nothing"},
        {"id": "said", "kind": "fact", "url": f"{web.base}/lost", "fact": fact},
        {"id": "changed", "kind": "fact", "url": f"{web.base}/lost", "fact": fact | {"phone": "0120-000-009"}},
        {"id": "tel", "kind": "scheme", "url": "tel:0120000001"},
    )
    done = check(tmp_path, "links", *words)
    out = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert {name: entry["verdict"] for name, entry in out.items()} == {
        "good": "ok", "gone": "broken", "said": "ok", "changed": "changed", "tel": "ok",
    }  # fmt: skip
    assert set(out["gone"]) == {"verdict", "reason", "evidence", "final_url", "status", "attempts"}
    assert done.exit_code == PROBLEMS and sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "targets.json"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"id": "a", "kind": "link"}, r"\[1\].url"),
        ({"id": "a", "kind": "page", "url": "x"}, r"\[1\].kind"),
        ({"kind": "link", "url": "x"}, r"\[1\].id"),
        ({"id": "a", "kind": "fact", "url": "x", "fact": {"hours": [{"days": "平日"}]}}, r"\[1\].fact.hours\[0\].open"),
    ],
)
def test_a_fault_of_the_list_is_one_line_with_entry_and_field(tmp_path: Path, entry: dict[str, Any], told: str) -> None:
    good = {"id": "good", "kind": "scheme", "url": "tel:110"}
    with pytest.raises(CardcareError, match=told):
        check(tmp_path, "links", *targets(tmp_path, good, entry))
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--only", "no-such-*"), "--only no-such-\\*: nothing has this name"),
        (("--since", "yesterday"), "--since yesterday: write a number of days or a date"),
    ],
)
def test_what_cannot_be_meant_is_said(root: Path, words: tuple[str, str], told: str) -> None:
    with pytest.raises(CardcareError, match=told):
        check(root, "links", *words)


def test_a_registry_with_a_hole_is_not_watched_in_part(root: Path) -> None:
    projects.change(root, {"docs/_data/facts.toml": ("value = 1000", "value = 0120")})
    with pytest.raises(CardcareError, match=r"docs/_data/facts\.toml:3: .*cardcare check"):
        check(root, "contacts")
