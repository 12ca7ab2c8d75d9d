"""What a number opens: the page on which she reads, and without JavaScript the reading itself."""
