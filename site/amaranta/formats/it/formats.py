"""Django's Italian formats, with the ways of typing of this project."""

from amaranta.formats import DAYS, HOURS, MOMENTS

DATE_INPUT_FORMATS = DAYS
TIME_INPUT_FORMATS = HOURS
DATETIME_INPUT_FORMATS = MOMENTS
