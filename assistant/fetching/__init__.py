"""Reports are fetched from where they are published: politely, and from nowhere that was not meant."""
