"""The words of the demonstration's pages: content that editors own, so none of it passes through gettext."""
