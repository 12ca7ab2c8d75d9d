"""What the press takes away: the network's facts, its logo, how to write, in one archive."""
