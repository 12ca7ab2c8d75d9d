"""The coordinator's and the operators' screens: sheets to fill in, periods to publish."""

from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from servizi.forms import FigurePublicationForm, FigureSheetForm
from servizi.models import FigurePublication, FigureSheet
from servizi.statistics.release import Release
from servizi.statistics_permissions import PublicationPolicy, SheetPolicy, desks_of
from servizi.views.figures import tables


class SheetFormMixin:
    """Two buttons: a draft is saved as it is, "completa" asks for every number."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()  # type: ignore[misc]
        complete = "complete" in self.request.POST
        return {**kwargs, "for_user": self.request.user, "complete": complete}

    def get_success_url(self) -> str:
        index: str = super().get_success_url()  # type: ignore[misc]
        sheet: FigureSheet = self.object  # type: ignore[attr-defined]
        return index if sheet.complete else reverse(self.edit_url_name, args=[sheet.pk])  # type: ignore[attr-defined]


class SheetCreateView(SheetFormMixin, generic.CreateView):
    """Offers to begin from the last sheet of each desk: its period goes on, and its zeros are there."""

    def get_initial(self) -> dict[str, Any]:
        desks = list(desks_of(self.request.user)[:2])
        return {"desk": desks[0].pk} if len(desks) == 1 else {}

    @cached_property
    def before(self) -> FigureSheet | None:
        asked = self.request.GET.get("da", "")
        own = FigureSheet.objects.of_desks(desks_of(self.request.user))
        return own.filter(pk=asked).first() if asked.isdecimal() else None

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        if self.before and kwargs.get("instance") is None:
            kwargs["instance"] = self.before.next_one()
        return {**kwargs, "before": self.before}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        last = FigureSheet.objects.of_desks(desks_of(self.request.user)).order_by("desk__title", "-last")
        by_desk = {sheet.desk_id: sheet for sheet in reversed(last)}
        return {**context, "last_sheets": [] if self.before else list(by_desk.values())}


class SheetEditView(SheetFormMixin, generic.EditView):
    def get_object(self, queryset: Any = None) -> FigureSheet:
        sheet: FigureSheet = super().get_object(queryset)
        if not self.user_has_permission_for_instance("change", sheet):
            raise PermissionDenied
        return sheet


class SheetDeleteView(generic.DeleteView):
    def get_object(self, queryset: Any = None) -> FigureSheet:
        sheet: FigureSheet = super().get_object(queryset)
        if not self.user_has_permission_for_instance("delete", sheet):
            raise PermissionDenied
        return sheet


class SheetIndexView(generic.IndexView):
    def get_base_queryset(self) -> Any:
        queryset = super().get_base_queryset()
        return queryset.of_desks(desks_of(self.request.user)).select_related("desk")


class FigureSheetViewSet(ModelViewSet):
    model = FigureSheet
    name = "figure_sheets"
    url_prefix = "schede"
    icon = "form"
    menu_label = gettext_lazy("Schede")
    menu_order = 310
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    index_view_class = SheetIndexView
    add_view_class = SheetCreateView
    edit_view_class = SheetEditView
    delete_view_class = SheetDeleteView
    create_template_name = "servizi/admin/figure_sheet.html"
    edit_template_name = "servizi/admin/figure_sheet.html"
    list_display: ClassVar[list[Any]] = [
        "desk",
        Column("period", label=gettext_lazy("Periodo"), sort_key="first"),
        Column("progress", label=gettext_lazy("Voci compilate")),
        BooleanColumn("complete", label=gettext_lazy("Completa"), sort_key="complete"),
        "saved_at",
    ]
    list_filter: ClassVar[list[str]] = ["desk", "complete"]
    list_export: ClassVar[list[str]] = []

    @property
    def permission_policy(self) -> SheetPolicy:
        return SheetPolicy(self.model)

    def get_form_class(self, for_update: bool = False) -> type[FigureSheetForm]:
        return FigureSheetForm


class PublicationCreateView(generic.CreateView):
    """Shows what would be hidden first; publishes only when asked to, for good."""

    def form_valid(self, form: FigurePublicationForm) -> HttpResponse:
        self.form = form
        if "publish" not in self.request.POST:
            return self._answer(form, preview=self.preview(form.instance))
        try:
            form.instance.publish()
        except ValidationError as error:
            form.add_error(None, error)
            return self._answer(form)
        log(instance=form.instance, action="wagtail.create")
        messages.success(self.request, _("%(period)s: pubblicato.") % {"period": form.instance.title})
        return redirect(self.get_success_url())

    def _answer(self, form: FigurePublicationForm, **context: Any) -> HttpResponse:
        response: HttpResponse = self.render_to_response(self.get_context_data(form=form, **context))
        return response

    @staticmethod
    def preview(row: FigurePublication) -> dict[str, Any]:
        release = Release(row.edition, row.names)
        figures = release.figures.values()
        hidden = sum(value is None for value in figures)
        return {
            "tables": tables(release),
            "title": row.title,
            "desks": list(row.names.values()),
            "hidden": hidden,
            "shown": len(figures) - hidden,
        }


class FigurePublicationViewSet(ModelViewSet):
    model = FigurePublication
    name = "figure_publications"
    url_prefix = "pubblicazioni"
    icon = "globe"
    menu_label = gettext_lazy("Dati pubblicati")
    menu_order = 311
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields: ClassVar[list[str]] = ["first", "last", "threshold", "published_at"]
    add_view_class = PublicationCreateView
    create_template_name = "servizi/admin/figure_publication.html"
    list_display: ClassVar[list[Any]] = [
        TitleColumn("title", label=gettext_lazy("Periodo"), url_name="figure_publications:inspect"),
        "threshold",
        "published_at",
    ]

    @property
    def permission_policy(self) -> PublicationPolicy:
        return PublicationPolicy(self.model)

    def get_form_class(self, for_update: bool = False) -> type[FigurePublicationForm]:
        return FigurePublicationForm
