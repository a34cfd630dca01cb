"""Takes the text out of a PDF, within limits: a hostile file must not hold up the watch."""

from __future__ import annotations

import io
import logging
import time
import warnings

from pypdf import PdfReader

MAX_PAGES = 60
MAX_SECONDS = 8.0

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on foreign files help nobody here


def pdf_text(body: bytes) -> str | None:
    """Return the text, pages divided by form feeds; None if the file cannot be read or is locked."""
    ends = time.monotonic() + MAX_SECONDS
    texts = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reader = PdfReader(io.BytesIO(body))
            for page in reader.pages[:MAX_PAGES]:
                if time.monotonic() > ends:
                    break
                texts.append(page.extract_text() or "")
        except Exception:  # pypdf raises whatever a broken file provokes
            return "\f".join(texts) if any(text.strip() for text in texts) else None
    return "\f".join(texts)
