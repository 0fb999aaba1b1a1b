"""The sample project's sources: four invented interviews, their coding by two people, and what builds them."""
