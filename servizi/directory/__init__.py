"""The partner directory apart from its models: search, filters, the drawing of the territory, CSV sheets."""
