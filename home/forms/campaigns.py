import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.forms.pages import DraftFirstForm


class CampaignForm(DraftFirstForm):
    """Refuses an event outside the campaign's period once the page goes on: often a slip in the year.

    A draft may hold one, for the period may still be moved, and an automatic save must not stop for it.
    """

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_deferred_validation or not self.is_bound:
            return valid
        strays = [form for form in self.formsets["events"].forms if self._is_outside(form)]
        for form in strays:
            form.add_error("starts_at", self._advice())
        return valid and not strays

    def _is_outside(self, form: Any) -> bool:
        first, last, moment = self._day("starts_on"), self._day("ends_on"), _moment(form)
        return bool(first and last and moment and not first <= timezone.localdate(moment) <= last)

    def _day(self, name: str) -> dt.date | None:
        day: dt.date | None = self.cleaned_data.get(name)
        return day

    def _advice(self) -> str:
        days = {
            name: date_format(self.cleaned_data[name], "j F Y").lower() for name in ("starts_on", "ends_on")
        }
        return (
            _("La campagna va dal %(starts_on)s al %(ends_on)s: cambia questo giorno, o il periodo in alto.")
            % days
        )


def _moment(form: Any) -> dt.datetime | None:
    data: dict[str, Any] = getattr(form, "cleaned_data", {})
    return None if data.get("DELETE") else data.get("starts_at")
