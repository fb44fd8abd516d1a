"""`mtaudit clean`: remove what is kept between runs."""

from mtaudit.packs.compiled import default_cache


def remove_cache() -> None:
    """Remove the compiled packs, and say how many files that were."""
    folder = default_cache()
    files = [*folder.glob("packs-*")] if folder and folder.is_dir() else []
    for file in files:
        file.unlink(missing_ok=True)
    print(
        f"Removed {len(files)} files from {folder}." if files else "Nothing to remove."
    )
