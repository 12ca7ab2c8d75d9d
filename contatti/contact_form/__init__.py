"""What the contact form asks, how answers are checked, and the text that a desk reads."""
