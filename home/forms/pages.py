from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class DraftFirstForm(WagtailAdminPageForm):
    """A new page begins as a draft, also when "publish" was pressed.

    Wagtail saves a new page as live before it publishes it: a page that the rules refuse would stay online.
    """

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit)
