"""Settings: their shape, and where they come from."""
