"""The three panes of the main screen, and the widget they are made of."""
