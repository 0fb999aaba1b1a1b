"""The file formats of the field: bytes become transcripts and tables, and never touch the disk on the way."""
