"""Makes small PDF files for tests: text in any script, with the letters named by a ToUnicode map, or no text at all."""

from __future__ import annotations


def pdf(lines: list[str], letter_spaced: bool = False) -> bytes:
    """Return a PDF of one page with the lines; with none, a page with only a drawn box."""
    chars = sorted({char for line in lines for char in line})
    code = {char: number + 1 for number, char in enumerate(chars)}
    gap = "0 Tc" if not letter_spaced else "9 Tc"
    drawn = [
        f"1 0 0 1 50 {760 - 20 * row} Tm <{''.join(f'{code[c]:04X}' for c in line)}> Tj"
        for row, line in enumerate(lines)
    ]
    content = f"BT /F1 12 Tf {gap} {' '.join(drawn)} ET" if lines else "50 50 200 200 re S"
    names = "\n".join(f"<{code[c]:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c in chars)
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(chars)} beginbfchar\n{names}\nendbfchar endcmap end end"
    )
    return _file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            _stream(content),
            "<< /Type /Font /Subtype /Type0 /BaseFont /T /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /T /DW 500 /CIDSystemInfo << /Registry (Adobe)"
            " /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>",
            _stream(cmap),
            "<< /Type /FontDescriptor /FontName /T /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800"
            " /Descent -200 /CapHeight 700 /StemV 80 >>",
        ]
    )


def _stream(text: str) -> str:
    return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream"


def _file(objects: list[str]) -> bytes:
    """Return the objects as a file with its cross-reference table."""
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + end.encode()
