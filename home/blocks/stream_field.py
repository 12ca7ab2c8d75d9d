"""The stream field whose migrations do not record its blocks (docs/decisions.md)."""

from typing import Any

from wagtail.fields import StreamField


class ContentField(StreamField):
    """A `StreamField` that writes no block definitions into migrations.

    A migration sees a stream without block types: a data migration reads and writes the raw JSON in the
    database, and never saves an instance of a historical model, which would empty the stream.
    """

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs
