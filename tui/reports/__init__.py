"""What a project says: reports as pure functions from a project to blocks of text."""
