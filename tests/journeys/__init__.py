"""Whole jobs, done as users do them: in real terminals, on real transcripts, by real processes."""
