"""A question finds its passages."""
