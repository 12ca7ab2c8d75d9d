"""The directory in the admin: a listing with filters, and the sheet that goes out and comes in."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn, ParentPageColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import HeaderButton

from servizi.models import PartnerIndexPage, PartnerPage
from servizi.partner_import.apply import carry_out, export, plan_of
from servizi.partner_import.columns import COLUMNS
from servizi.partner_import.csv_files import UnreadableError
from servizi.partner_import.encodings import Reading
from servizi.partner_import.plan import Plan, Status
from servizi.partner_import.upload import arrivals, first_names

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

# A plan that nobody confirms within the hour may no longer fit the directory.
CONFIRM_WITHIN = 3600
SALT = "servizi.partners.import"


def may_import(user: Any) -> bool:
    """True for those who may publish the whole directory: the sheet goes past moderation."""
    index = PartnerIndexPage.objects.first()
    return index is not None and index.permissions_for_user(user).can_publish()


class PartnerListView(IndexView):
    default_ordering = "title"

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons: list[Any] = [
            *super().header_buttons,
            HeaderButton(
                _("Scarica l’elenco (CSV)"), reverse("servizi_partners_export"), icon_name="download"
            ),
        ]
        if may_import(self.request.user):
            upload = HeaderButton(
                _("Carica un elenco"), reverse("servizi_partners_import"), icon_name="upload"
            )
            buttons.append(upload)
        return buttons


class PartnerListing(PageListingViewSet):
    model = PartnerPage
    name = "enti"
    icon = "group"
    menu_label = gettext_lazy("Enti")
    menu_order = 310
    add_to_admin_menu = True
    index_view_class = PartnerListView
    list_filter: ClassVar[list[str]] = ["kind", "comuni", "is_archive"]
    columns: ClassVar[list[Column]] = [
        PageTitleColumn("title", label=gettext_lazy("Nome"), sort_key="title", classname="title"),
        ParentPageColumn("parent", label=gettext_lazy("Sezione")),
        Column("kind", label=gettext_lazy("Tipo"), accessor="kind_label", sort_key="kind"),
        Column(
            "verified_on",
            label=gettext_lazy("Verificato il"),
            accessor=lambda page: (
                date_format(page.verified_on, "SHORT_DATE_FORMAT") if page.verified_on else "—"
            ),
            sort_key="verified_on",
        ),
        PageStatusColumn("status", label=gettext_lazy("Stato"), sort_key="live"),
    ]


class SheetForm(forms.Form):
    sheet = forms.FileField(
        label=gettext_lazy("File di Excel o CSV"),
        help_text=gettext_lazy("Un file .xlsx o .csv, al massimo 200 righe e 1 MB. Non viene conservato."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,text/csv"}),
    )


def export_partners(request: HttpRequest) -> HttpResponse:
    """Answer with the sheet of the published partners."""
    name = f"enti-{timezone.localdate().isoformat()}.csv"
    return HttpResponse(
        export(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


class ImportView(WagtailAdminTemplateMixin, TemplateView):
    """Choose a file, say how it is meant if in doubt, read the report, confirm. Only then it is written.

    The file travels in the confirmation form, signed and bound to the user: nothing is kept on the server.
    """

    template_name = "servizi/admin/partner_import.html"
    page_title = gettext_lazy("Carica un elenco di enti")
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        listing = {"url": reverse("enti:index"), "label": _("Enti")}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {"form": SheetForm(), "columns": COLUMNS, **context}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        for step in ("confirm", "reading"):
            if step in request.POST:
                return self.go_on(step, request.POST[step])
        form = SheetForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            found = arrivals(form.cleaned_data["sheet"].read())
        except UnreadableError as error:
            return self.report(Plan([], [error.problem]), "")
        return self.show(found[0]) if len(found) == 1 else self.ask(found)

    def go_on(self, step: str, sealed: str) -> HttpResponse:
        """Answer somebody who has said how the file is meant, or who has read what it would change."""
        reading = self.unseal(sealed)
        if reading is None:
            messages.error(self.request, _("È passata più di un’ora: carica di nuovo il file."))
            return redirect("servizi_partners_import")
        return self.confirm(reading, sealed) if step == "confirm" else self.show(reading)

    def show(self, reading: Reading) -> HttpResponse:
        """Show what the sheet would change, and how it was read."""
        try:
            plan = plan_of(reading.text)
        except UnreadableError as error:
            plan = Plan([], [error.problem])
        names = first_names(reading) if reading.how else []
        return self.report(plan, self.seal(reading), reading=reading, names=names)

    def ask(self, found: list[Reading]) -> HttpResponse:
        """Ask how the file is meant: an accent read wrongly would stand in the directory for years."""
        choices = [(reading, first_names(reading), self.seal(reading)) for reading in found]
        return self.render_to_response(self.get_context_data(choices=choices))

    def seal(self, reading: Reading) -> str:
        told = [self.request.user.pk, reading.text, str(reading.how), reading.sheet]
        return signing.dumps(told, salt=SALT, compress=True)

    def unseal(self, sealed: str) -> Reading | None:
        try:
            owner, text, how, sheet = signing.loads(sealed, salt=SALT, max_age=CONFIRM_WITHIN)
        except signing.BadSignature:
            return None
        return Reading(how, text, sheet) if owner == self.request.user.pk else None

    def confirm(self, reading: Reading, sealed: str) -> HttpResponse:
        plan = carry_out(reading.text, cast("AbstractBaseUser", self.request.user))
        if plan.problems:
            return self.report(plan, sealed)
        new, changed = plan.count(Status.NEW), plan.count(Status.CHANGED)
        told = ngettext("%(n)s ente nuovo", "%(n)s enti nuovi", new) % {"n": new}
        told += ", " + ngettext("%(n)s ente aggiornato", "%(n)s enti aggiornati", changed) % {"n": changed}
        messages.success(self.request, told + ".")
        return redirect("enti:index")

    def report(self, plan: Plan, sealed: str, **context: Any) -> HttpResponse:
        groups = [
            (_("Nuovi"), plan.having(Status.NEW)),
            (_("Modificati"), plan.having(Status.CHANGED)),
            (_("Senza modifiche"), plan.having(Status.UNCHANGED)),
        ]
        changes = any(row.status != Status.UNCHANGED for row in plan.rows)
        ready = changes and not plan.problems
        told = self.get_context_data(plan=plan, groups=groups, sealed=sealed if ready else "", **context)
        return self.render_to_response(told, status=422 if plan.problems else 200)
