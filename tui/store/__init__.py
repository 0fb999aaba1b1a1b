"""How a project lives on disk. `project` is the only door; everything else here serves it."""
