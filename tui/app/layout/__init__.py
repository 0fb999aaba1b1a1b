"""What goes where on the screen: pure functions, no Textual."""
