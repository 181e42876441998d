"""The chat and what opens over it: help, reopening, export, browsing, jumping, the trace of an answer."""
