"""Torture: kills, cuts, floods and strangers. Nothing acknowledged may ever be lost; each test prints its count.

The quick form runs with the other tests, the full counts with `-m torture`. Never tested, and worth saying: a real
network file system, a real power cut.
"""
