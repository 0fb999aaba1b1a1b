"""What the keys do: a module a context, a function a command, named after the command in the table."""
