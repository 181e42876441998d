"""peel: question answering over police inspection reports, every answer cited."""

__version__ = "0.1.0"
