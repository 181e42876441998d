"""Sections become passages, vectors and figures on disk."""
