"""From places in UTF-8 bytes to places in a string."""

from __future__ import annotations

from collections.abc import Callable


def code_points(string: str, base: int = 0) -> Callable[[int], int]:
    """
    Return a function from byte offsets of `string` to code points, plus `base`.

    It decodes what lies between one question and the next, so that asking in
    rising order, with small steps back, costs one pass over the string.
    Raises `UnicodeEncodeError` where the string holds half a surrogate pair.
    """
    if string.isascii():
        return base.__add__
    data = string.encode()
    last_byte, last_point = 0, base

    def to_code_point(byte: int) -> int:
        nonlocal last_byte, last_point
        if byte >= last_byte:
            last_point += len(data[last_byte:byte].decode())
        else:
            last_point -= len(data[byte:last_byte].decode())
        last_byte = byte
        return last_point

    return to_code_point
