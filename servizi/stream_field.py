from typing import Any

from wagtail.fields import StreamField


class LeanStreamField(StreamField):
    """A StreamField whose blocks stay out of migrations: changing a help text is no change of the table.

    The cost: a data migration sees raw values, never blocks.
    """

    def __init__(self, block_types: Any = (), *args: Any, **kwargs: Any) -> None:
        super().__init__(block_types, *args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, _, kwargs = super().deconstruct()
        return name, path, [], {key: value for key, value in kwargs.items() if key != "block_lookup"}
