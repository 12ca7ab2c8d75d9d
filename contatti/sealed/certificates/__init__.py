"""Certificates of the operators who receive sealed requests: reading an upload, and the rules for it."""
