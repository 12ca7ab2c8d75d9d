"""What stops a copy or its restoring, as one sentence for whoever runs the server."""


class KeepingError(Exception):
    """Nothing was changed, or everything was put back. Its text is a sentence to show."""


class DamagedError(KeepingError):
    """The file is not what was written, or the key does not open it."""
