"""Files that aren't text become the stream of elements that a text gives: web pages, PDF, Word.

What follows (chrome, outline, assembling) is shared, and knows nothing of formats.
"""
