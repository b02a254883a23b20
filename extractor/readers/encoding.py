"""From bytes to characters: UTF-8, UTF-16 with its mark, else Windows-1252; never from binary data."""

from __future__ import annotations

from extractor.errors import ArticleError

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_BINARY = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x7fELF", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"PAR1",
)  # fmt: skip
_LOOKED_AT = 8192


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes; raises ArticleError for binary or damaged data."""
    if data[:2] in UTF16_MARKS:
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise ArticleError(f"{name}: is neither text nor valid UTF-16") from None
    refuse_binary(data, name)
    return _decoded(data, name)


def decode_record(data: bytes, where: str) -> str:
    """The text of one line or item of a file: its own encoding, so one bad record costs no other."""
    return _decoded(data, where)


def refuse_binary(data: bytes, name: str) -> None:
    """Raises ArticleError if the start of the data is no text."""
    start = data[:_LOOKED_AT]
    if start[:4].startswith(_BINARY) or b"\x00" in start:
        raise ArticleError(f"{name}: is a binary file, not text")
    try:
        data[:_LOOKED_AT].decode("utf-8")
    except UnicodeDecodeError:
        control = sum(byte < 9 or 13 < byte < 32 for byte in start)
        if control > len(start) // 100:
            raise ArticleError(f"{name}: is a binary file, not text") from None


def _decoded(data: bytes, name: str) -> str:
    # a file system that lost power leaves stretches of zeros: what is left of such an article is not the article
    if (null := data.find(b"\x00")) >= 0:
        raise ArticleError(f"{name}: holds null bytes (the first is byte {null + 1:,}), so it is damaged")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
