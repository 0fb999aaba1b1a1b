"""The rules of the method: each with a fault that it finds, and a case beside it that is none."""
