"""The terminal screen: the only part that imports Textual."""
