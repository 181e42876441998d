"""The panes and rows that the screens are made of, one a file."""
