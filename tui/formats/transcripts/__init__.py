"""Transcripts: a module a format, and what all formats share, from labels and time stamps to turns."""
