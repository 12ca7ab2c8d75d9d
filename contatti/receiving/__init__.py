"""From a posted form to a stored envelope: what is refused, what is looked up, how it is answered."""
