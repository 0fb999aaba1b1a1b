"""Benchmarks: scripts that print, run by hand or in CI, never as timed tests."""
