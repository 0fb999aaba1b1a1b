"""Tests, in the shape of the package they test; builders.py makes projects in two lines."""
