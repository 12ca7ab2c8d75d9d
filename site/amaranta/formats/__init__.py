"""How dates and times may be typed, in any language: day, month, year; the hour with a colon or a point."""

DAYS = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%Y-%m-%d"]
HOURS = ["%H:%M", "%H.%M", "%H:%M:%S"]
MOMENTS = [f"{day} {hour}" for day in DAYS for hour in [*HOURS, "%H:%M:%S.%f"]]
