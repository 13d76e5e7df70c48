"""Office files in the strict form of the standard, put into the form that everybody writes and reads."""

_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN = b"http://schemas.openxmlformats.org/"
#: Where the two forms do not differ by their beginning alone.
_NAMES = (
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/extendedProperties", b"officeDocument/2006/extended-properties"),
    (b"officeDocument/customProperties", b"officeDocument/2006/custom-properties"),
    (b"officeDocument/docPropsVTypes", b"officeDocument/2006/docPropsVTypes"),
    (b"officeDocument/bibliography", b"officeDocument/2006/bibliography"),
    (b"officeDocument/customXml", b"officeDocument/2006/customXml"),
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"spreadsheetml/main", b"spreadsheetml/2006/main"),
    (b"presentationml/main", b"presentationml/2006/main"),
    (b"schemaLibrary/main", b"schemaLibrary/2006/main"),
)


def to_transitional(xml: bytes) -> bytes:
    """A part with its strict namespaces named as usual; any other part as it is."""
    if _STRICT not in xml:
        return xml
    for strict, usual in _NAMES:
        xml = xml.replace(_STRICT + strict, _OPEN + usual)
    # drawings: drawingml/main, drawingml/picture, drawingml/chart, …
    return xml.replace(_STRICT + b"drawingml/", _OPEN + b"drawingml/2006/")
