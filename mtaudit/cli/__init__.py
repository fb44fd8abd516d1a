"""Reads arguments, prints, exits; nothing else does."""

import gc

# A run makes many small values and hardly any circles of them: looking for circles
# as often as Python does by itself takes a tenth of a short run.
gc.set_threshold(100_000, 20, 20)
