"""Addresses of the whole site. Italian pages have no prefix; other languages have theirs (/en/)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import Http404
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views.serve import authenticate_with_password

from amaranta import errors, health
from amaranta.page_view import serve
from amaranta.picture_view import picture
from contatti.sealed.tracking.webhooks import tracking_urls
from home.views import (
    MaterialFeed,
    answer,
    copy_page,
    document,
    failed,
    faults,
    faults_answer,
    folded_leaflet,
    leaflet,
    look,
    material_file,
    materials_json,
    new_page,
    press_kit,
    robots,
    search,
    search_answer,
    security_txt,
    short_address,
    sitemap,
    sitemap_part,
)
from servizi.views.site_history import site_history, site_history_results

urlpatterns = [
    # Wagtail's page for trying out the error page: whoever found it would fill the log with errors.
    path("admin/failwhale/", lambda request: errors.not_found(request, Http404())),
    # In the place of Wagtail's own, which fails when a page has saved itself a moment before.
    path(
        "admin/pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/",
        new_page,
    ),
    # In the place of Wagtail's own, which says of a copy without a place that a right is missing.
    path("admin/pages/<int:page_id>/copy/", copy_page),
    # In the place of Wagtail's own, which show an operator the sheets of other desks.
    path("admin/reports/site-history/", site_history),
    path("admin/reports/site-history/results/", site_history_results),
    # Before Wagtail's own login, which takes a password alone; the one for readers would do the same.
    path("admin/", include("logins.urls")),
    path("_util/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    # In the place of Wagtail's own address, which would give every document to everybody.
    re_path(r"^documenti/(?P<number>[0-9]{1,9})/(?P<name>[^/]+)$", document, name="wagtaildocs_serve"),
    path(
        "documenti/chiusi/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    path("salute/", health.web, name="health"),
    path("salute/consegna/", health.delivery, name="health_delivery"),
    path("salute/certificati/", health.certificates, name="health_certificates"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", sitemap_part, name="sitemap_part"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    # Finished pictures of published pages: documents have their own view, originals are for nobody.
    path("media/images/<path:path>", picture),
    # No number is longer than a database can hold.
    re_path(r"^materiali/(?P<page>[0-9]{1,9})/(?P<name>[^/]+)$", material_file, name="material_file"),
    re_path(r"^cartella/(?P<number>[0-9]{1,9})/$", press_kit, name="press_kit"),
    re_path(r"^foglio/(?P<number>[0-9]{1,9})/$", leaflet, name="leaflet"),
    re_path(r"^foglio/(?P<number>[0-9]{1,9})/3/$", folded_leaflet, name="folded_leaflet"),
    *i18n_patterns(
        path("materiali/feed.atom", MaterialFeed(), name="materials_atom"),
        path("materiali/feed.json", materials_json, name="materials_json"),
        path("cerca/", search, name="search"),
        path("cerca/<str:word>/", search_answer, name="search_answer"),
        path("guasti/", faults, name="faults"),
        path("guasti/<str:word>/", faults_answer, name="faults_answer"),
        path("ecco/", failed, name="once_failed"),
        path("ecco/<str:word>/", answer, name="once"),
        # The page before every file: its picture, the exit, and a way to save it.
        path("vedi/<path:address>", look, name="look"),
        # On paper: typed by hand, so the last stroke may be missing.
        re_path(r"^s/(?:(?P<number>[0-9]{1,9})/?)?$", short_address, name="short"),
        path("", include("contatti.urls")),
        re_path(wagtail_urls.serve_pattern, serve),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

if settings.ANYMAIL:
    # Late: with every provider it loads their libraries, boto3 among them.
    from anymail import urls as anymail_urls

    if notices := tracking_urls(anymail_urls.urlpatterns):
        urlpatterns.insert(0, path("anymail/", include(notices)))

handler400 = "amaranta.errors.bad_request"
handler403 = "amaranta.errors.forbidden"
handler404 = "amaranta.errors.not_found"
handler500 = "amaranta.errors.server_error"
