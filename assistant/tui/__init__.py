"""The terminal interface: the only part that imports Textual. It paints before any model or index is loaded."""
