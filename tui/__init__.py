"""Postil: qualitative content analysis in the terminal, for transcripts that may not leave the server."""

__version__ = "0.1.0"
