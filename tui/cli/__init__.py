"""The command line: arguments in, text out. The only layer that knows click."""
