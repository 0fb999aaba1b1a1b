"""The table of commands: a module for the rows of each part of the screen, and `table`, where they are one."""
