"""How often pages are visited: numbers by page and day, and nothing about who came.

A private page is never counted. A number is kept in the memory of the process that answered and written down
each minute: an answer out of the page cache costs no query, and no row has a time of day.
"""
