"""Batches of questions are asked and scored."""
