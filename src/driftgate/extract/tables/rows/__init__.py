"""Fields as pages write them: rows of tables, entries of lists, lines and declarations, and what each states."""
