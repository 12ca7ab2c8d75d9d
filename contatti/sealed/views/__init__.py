"""What the administration shows of keys, mailboxes and delivery."""
