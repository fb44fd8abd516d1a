"""The pipeline: discover, read, parse, run, triage, fix, write."""
