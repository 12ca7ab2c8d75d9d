"""What happens to a file before it is kept: pictures are made bare and ready, documents are looked into."""
