"""What a file without marks needs: paragraphs from lines, tables from spaces, chapters from names."""
