"""Lists at the foot of a campaign: who takes part, and what there is to take away."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StreamBlock

from home.blocks.media import DownloadBlock


class PartnerBlocks(StreamBlock):
    """Those who carry a campaign: a page of the site, such as one of the directory, or a name."""

    page = PageChooserBlock(label=_("Pagina del sito"), icon="doc-empty")
    name = CharBlock(
        label=_("Nome"),
        icon="group",
        max_length=120,
        help_text=_("Chi non ha una pagina qui. Per esempio: «I panifici di Bresso»."),
    )

    class Meta:
        label = _("Chi partecipa")


class MaterialBlocks(StreamBlock):
    """Pages and files that go with a campaign."""

    page = PageChooserBlock(label=_("Pagina del sito"), icon="doc-empty")
    file = DownloadBlock(label=_("File"), icon="download")

    class Meta:
        label = _("Materiali collegati")
