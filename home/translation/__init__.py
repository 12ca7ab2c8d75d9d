"""The pages in other languages: texts beside the Italian ones, what fell behind, files for an office."""
