"""What opens over a page and has the keys until it closes: palette, memo, cards, dialogues, a module each."""
