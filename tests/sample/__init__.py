"""The sample project's sources: twenty-six invented interviews, their coding by two people, and what builds them."""
