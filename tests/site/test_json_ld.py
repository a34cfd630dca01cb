"""Contacts for machines stand inside a script element of the page, and nothing in them may end that element."""

from __future__ import annotations

import json
from pathlib import Path

from cardcare.site.json_ld import contact_points
from cardcare.site.voice import Voice
from tests import projects


def test_no_name_can_break_out_of_the_script(project: Path) -> None:
    projects.change(project, {"docs/en/_contacts.toml": ("Advice line of the town", "Advice </script><script>go()")})
    text = contact_points(Voice(projects.content(project), "en"), "https://guide.test/")
    assert "<" not in text
    names = [point["name"] for entry in json.loads(text)["@graph"] for point in entry["contactPoint"]]
    assert "Advice </script><script>go()" in names


def test_names_have_no_furigana_markup(project: Path) -> None:
    text = contact_points(Voice(projects.content(project), "ja-Hira"), "https://guide.test/")
    assert "町の 相談 電話" in text and "{" not in json.loads(text)["@graph"][1]["contactPoint"][0]["name"]
