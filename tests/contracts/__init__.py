"""What must stay true of the whole: imports, sizes, words, documents, packaging."""
