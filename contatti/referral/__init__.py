"""A case that a desk refers to another desk or body: sealed in the operator's browser, answered by a code."""
