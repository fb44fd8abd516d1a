"""File formats: into segments and back."""
