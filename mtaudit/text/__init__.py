"""Pure functions on strings. Import from the modules: each is small."""
