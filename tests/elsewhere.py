"""A storage that is no folder of this host, as one that several hosts share."""

import os

from django.core.files.storage import InMemoryStorage


class Elsewhere(InMemoryStorage):
    """Django's in memory, which yet names a path; what lies in a bucket has none."""

    def path(self, name: str) -> str:
        raise NotImplementedError

    def _relative_path(self, name: str) -> str:
        return os.path.relpath(super().path(name), self.location)
