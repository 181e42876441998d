"""Turns are kept, reopened and exported."""
