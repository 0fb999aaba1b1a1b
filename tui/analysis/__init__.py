"""What is computed from a project: found places, and later coefficients, tables and checks of the method."""
