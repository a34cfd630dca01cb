"""schema.org contact points of the contacts page, for search engines and other machines."""

from __future__ import annotations

import json
from typing import Any

from cardcare import ruby
from cardcare.content.window import Window
from cardcare.site.voice import Voice

CONTEXT = "https://schema.org"


def contact_points(voice: Voice, base: str) -> str:
    """Return JSON-LD text for every window with a printed number; safe to put inside a script element."""
    graph = [_organisation(name, voice) for name in voice.registry.operators]
    data = {"@context": CONTEXT, "@graph": [entry for entry in graph if entry["contactPoint"]]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _organisation(operator: str, voice: Voice) -> dict[str, Any]:
    windows = [w for w in voice.registry.windows.values() if voice.registry.owner[w.id] == operator]
    points = [_point(window, n, voice) for window in windows for n in range(len(window.numbers))]
    return {"@type": "Organization", "name": voice.registry.operators[operator].name, "contactPoint": points}


def _point(window: Window, index: int, voice: Voice) -> dict[str, Any]:
    number = window.numbers[index]
    point: dict[str, Any] = {
        "@type": "ContactPoint",
        "name": ruby.plain(voice.words.contact("name", window.id)),
        ("faxNumber" if number.type == "fax" else "telephone"): number.international or number.display,
        "areaServed": "JP",
    }
    if window.languages:
        point["availableLanguage"] = list(window.languages)
    if number.cost == "free":
        point["contactOption"] = f"{CONTEXT}/TollFree"
    return point
