"""Showing what the rules of publication found beside the field, or the block, that it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import ListBlock, StreamBlock, StreamBlockValidationError, StructBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError

from home.publication.rules import Finding


@dataclass
class Node:
    """The messages at a block, and the nodes of the blocks inside it."""

    block: Any = None
    messages: list[str] = field(default_factory=list)
    inside: dict[int | str, "Node"] = field(default_factory=dict)

    def add(self, finding: Finding) -> None:
        node = self
        for block, step in finding.where.steps:
            node.block = block
            node = node.inside.setdefault(step, Node())
        node.messages.append(finding.beside)

    def error(self) -> ValidationError:
        """Return the error of the kind that the block's own form shows."""
        if not self.inside:
            return ValidationError(self.messages)
        errors = {step: node.error() for step, node in self.inside.items()}
        error: ValidationError = _kind(self.block)(errors, self.messages)
        return error


def _kind(block: Any) -> Any:
    if isinstance(block, StreamBlock):
        return StreamBlockValidationError
    return ListBlockValidationError if isinstance(block, ListBlock) else StructBlockValidationError


def attach_errors(form: Any, findings: Iterable[Finding]) -> None:
    """Add each finding to the field of `form`, or of its inline forms, where it is; the others on top."""
    places: dict[tuple[int, str], tuple[Any, Node]] = {}
    for finding in findings:
        holder = _holder(form, finding.where.owner)
        column = finding.where.column
        if holder is None or column not in holder.fields:
            form.add_error(None, str(finding))
        else:
            places.setdefault((id(holder), column), (holder, Node()))[1].add(finding)
    # A stream shows its first error only: all that was found in one must be one error.
    for (_holder_id, column), (holder, node) in places.items():
        holder.add_error(column, node.error())


def _holder(form: Any, owner: Any) -> Any | None:
    """Return the form whose fields are those of `owner`."""
    if owner is form.instance:
        return form
    inline = (each for formset in form.formsets.values() for each in formset.forms)
    return next((each for each in inline if each.instance is owner), None)
