"""A file becomes a Report of Sections."""
