"""What qualitative content analysis is, in plain Python: no disk, no terminal, no database."""
