"""Upper and lower case, carried from one wording to another."""

from __future__ import annotations


def transfer_case(model: str, text: str) -> str:
    """
    Return `text` in the case of `model`: ALL CAPS, Capitalised, or as it is.

    One capital letter alone is taken for a capitalised word, not for all caps.
    """
    letters = [char for char in model if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return text.upper()
    if letters and letters[0].isupper():
        return capitalise(text)
    return text


def capitalise(text: str) -> str:
    """Return `text` with its first letter in upper case and the rest untouched."""
    for index, char in enumerate(text):
        if char.isalpha():
            return f"{text[:index]}{char.upper()}{text[index + 1 :]}"
    return text
