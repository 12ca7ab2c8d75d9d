"""School materials: their terms, their paper and editable forms, the package that holds everything."""
