"""Who works with which pictures and documents, by Wagtail's rights to their collections."""

from typing import Any

from wagtail.documents import get_document_model
from wagtail.images import get_image_model


def may_choose(user: Any, file: Any) -> bool:
    """Tell whether somebody may put this picture or document on a page, or look after it."""
    rights = ["choose", "change", "delete"]
    return bool(_policies()[type(file)].user_has_any_permission_for_instance(user, rights, file))


def looks_after_any(user: Any) -> bool:
    """Tell whether somebody may upload or change pictures or documents."""
    return any(policy.user_has_any_permission(user, ["add", "change"]) for policy in _policies().values())


def _policies() -> dict[type, Any]:
    # Wagtail 8 warns of these imports before all apps are ready.
    from wagtail.documents.permissions import permission_policy as documents
    from wagtail.images.permissions import permission_policy as images

    return {get_document_model(): documents, get_image_model(): images}
