"""What the pages of desks show and ask: blocks, one desk, the list of all, who is open now."""
