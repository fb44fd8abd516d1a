"""Reads arguments, prints, exits; nothing else does."""
