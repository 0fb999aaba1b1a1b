"""Tests of the store: what is written, what is read back, and what survives."""
