"""`mtaudit clean`: remove what is kept between runs."""

from mtaudit.config.load import CommandLine, Configurations
from mtaudit.kept import KEPT, cache_folder


def remove_cache(said: CommandLine) -> None:
    """Remove compiled packs, facts and results, and say how many files that were."""
    folder = cache_folder(Configurations(".", said).for_folder(".").cache_dir)
    if folder is None or not folder.is_dir():
        print("Nothing to remove.")
        return
    files = [file for name in KEPT for file in folder.glob(name)]
    for file in files:
        file.unlink(missing_ok=True)
    print(
        f"Removed {len(files)} files from {folder}." if files else "Nothing to remove."
    )
