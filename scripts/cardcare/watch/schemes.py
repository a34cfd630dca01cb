"""Judges addresses that no browser opens as a page (tel:, mailto:, …) by their form alone. Opens nothing.

tel: sms: fax: callto:     ok when a phone could dial it
mailto:                    ok when every address has the form of one
apps (line:, skype:, …)    warn: works only where the app is installed
javascript: data: file: …  broken: never in a guide, and never opened
anything else              broken: most likely a slip of the pen (htp:, ttps:)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from cardcare.addresses import BadAddressError, parse, split_scheme
from cardcare.watch.verdict import Verdict

PHONE = frozenset({"tel", "sms", "mms", "fax", "callto", "telprompt"})
APPS = frozenset(
    {
        *("line", "lineworks", "skype", "whatsapp", "tg", "viber", "kakaotalk", "weixin", "fb-messenger", "facetime"),
        *("facetime-audio", "intent", "market", "itms", "itms-apps", "itms-appss", "ms-windows-store", "zoommtg"),
        *("zoomus", "msteams", "webcal", "geo", "maps", "comgooglemaps", "sip", "sips", "xmpp", "im", "matrix"),
    }
)
FORBIDDEN = frozenset(
    {
        *("javascript", "vbscript", "data", "file", "blob", "about", "view-source", "chrome", "edge", "resource"),
        *("filesystem", "ftp", "ftps", "sftp", "ws", "wss", "ssh", "telnet", "gopher", "jar"),
    }
)
LONG_FREEPHONE = ("0800", "050", "060", "070", "080", "090", "020")  # these have eleven digits, all others ten
SHORT = re.compile(r"1\d\d|#[789]\d{3}")  # 110, 188, #9110
COUNTRY = re.compile(r"\+[1-9]\d{6,14}")
EXTENSION = re.compile(r"(?:;(?:ext|isub|postd)=[\w.\-()*#]+|;phone-context=[\w.+\-]+|[,pPwW][\d,pPwW*#]*)*")
SEPARATORS = re.compile(r"[\-.()]")
MAILBOX = re.compile(r"(?!\.)(?!.*\.(?:\.|@))[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@[^@:/\[\]]+\.[^@:/\[\].\d]{2,}")


@dataclass(frozen=True)
class Form:
    """What the form of an address says."""

    verdict: Verdict
    reason: str
    evidence: str


def by_form(url: str) -> Form:
    """Judge an address that is not http(s)."""
    scheme, rest = split_scheme(url.strip())
    if not scheme:
        return Form(Verdict.BROKEN, "bad-url", f"no scheme: {url}")
    if scheme in PHONE:
        return _phone(scheme, rest)
    if scheme == "mailto":
        return _mail(rest)
    if scheme in APPS:
        return Form(Verdict.WARN, "app-scheme", f"{scheme}: works only where the app is installed")
    reason = "forbidden-scheme" if scheme in FORBIDDEN else "unknown-scheme"
    return Form(Verdict.BROKEN, reason, f"{scheme}: is no address for a guide")


def _phone(scheme: str, rest: str) -> Form:
    number = rest.partition("?")[0] if scheme in ("sms", "mms") else rest
    fault = _number_fault(number)
    if not fault and " " in unquote(number):
        return Form(Verdict.WARN, "blanks-in-number", f"write hyphens instead of blanks: {rest}")
    return Form(Verdict.BROKEN, "bad-number", f"{fault}: {scheme}:{rest}") if fault else Form(Verdict.OK, "form", rest)


def _number_fault(written: str) -> str:
    """Return what is wrong with a number to be dialled, "" if nothing is."""
    if not written.isascii():
        return "full-width or other foreign signs"
    if "#" in written.partition(";")[0]:
        return "a # must be written %23"
    match = re.match(r"[+*#\d\-.() ]*", unquote(written))
    body = match[0] if match else ""
    if not EXTENSION.fullmatch(unquote(written)[len(body) :]):
        return "signs that no phone can dial"
    digits = SEPARATORS.sub("", body).replace(" ", "")
    return "" if _is_dialled(digits) else "not a complete number"


def _is_dialled(digits: str) -> bool:
    if digits.startswith("+81"):
        return digits[3:4] not in ("", "0") and _is_japanese("0" + digits[3:])
    if digits.startswith("+"):
        return bool(COUNTRY.fullmatch(digits))
    return bool(SHORT.fullmatch(digits)) or _is_japanese(digits)


def _is_japanese(digits: str) -> bool:
    """True for a complete number within Japan; 184 and 186 in front say whether the own number is shown."""
    digits = re.sub(r"^18[46](?=0)", "", digits)
    if re.fullmatch(r"00(?:36|53|63|77|88|91)\d{4,10}", digits):
        return True  # numbers of a carrier, behind its own prefix
    length = 11 if digits.startswith(LONG_FREEPHONE) else 10
    return digits.isdecimal() and len(digits) == length and digits[0] == "0" and digits[1] != "0"


def _mail(rest: str) -> Form:
    people, _, query = rest.partition("?")
    fields = dict(part.partition("=")[::2] for part in query.split("&"))
    boxes = [unquote(box).strip() for box in f"{people},{fields.get('to', '')}".split(",") if box.strip()]
    bad = [box for box in boxes if box.startswith("/") or not _is_mailbox(box)]
    if bad:
        return Form(Verdict.BROKEN, "bad-mailbox", f"no e-mail address: {', '.join(bad)}")
    if not boxes:
        return Form(Verdict.WARN if query else Verdict.BROKEN, "no-recipient", f"mailto:{rest}")
    return Form(Verdict.OK, "form", ", ".join(boxes))


def _is_mailbox(box: str) -> bool:
    """True for name@host with a host name that a browser would accept as well."""
    if not MAILBOX.fullmatch(box) or any(char.isspace() for char in box):
        return False
    try:
        return bool(parse(f"http://{box.rpartition('@')[2]}/"))
    except BadAddressError:
        return False
