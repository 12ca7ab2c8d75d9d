from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from home.publication.check import refusals


class DraftFirstForm(WagtailAdminPageForm):
    """A new page begins as a draft, also when "publish" was pressed, and is submitted only if it may go out.

    Wagtail saves a new page as live before it publishes it: a page that the rules refuse would stay online.
    A page submitted in spite of them would be locked, and its editor could not mend what they found.
    """

    def _post_clean(self) -> None:
        super()._post_clean()
        if "action-submit" in self.data and not self.errors:
            for reason in refusals(self.instance):
                self.add_error(None, str(reason))

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit)
