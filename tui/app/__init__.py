"""The terminal application: screens, panes and pickers over an open project."""
