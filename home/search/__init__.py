"""The site's own search: what is asked, which pages answer, in which order."""
