"""The directory as a CSV file (RFC 4180) that a spreadsheet opens: written, read, checked, taken in.

Shelters, programmes for perpetrators and the staff's own contacts are never in it.
"""
