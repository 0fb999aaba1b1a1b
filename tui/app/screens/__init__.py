"""The screens, a module each, and the page they are all made of."""
