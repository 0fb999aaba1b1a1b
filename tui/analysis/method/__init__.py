"""The check of the method: a module of rules for each group, and `table`, where they are one."""
