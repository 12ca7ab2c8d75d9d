"""What Wagtail leaves unsaid to editors: where a page stands, what comes next, who may do what."""
