"""What lies beside a file or a folder, as far as it tells what they are called for."""

import os
from functools import lru_cache

from mtaudit.text.tags import are_languages


@lru_cache(maxsize=256)
def lie_among_languages(folder: str, ending: str) -> bool:
    """
    Whether the files with an ending in `folder` are called after languages.

    With an empty ending its folders are. One that cannot be read has none.
    """
    try:
        with os.scandir(folder or ".") as entries:
            names = [each.name for each in entries if each.is_dir() is not bool(ending)]
    except OSError:
        return False
    return are_languages(
        name.removesuffix(ending) for name in names if name.endswith(ending)
    )
