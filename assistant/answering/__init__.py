"""Passages become a verified Answer."""
