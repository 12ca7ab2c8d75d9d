from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save, pre_delete, pre_save
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Contenuti")

    def ready(self) -> None:
        from wagtail.documents import get_document_model
        from wagtail.images import get_image_model
        from wagtail.signals import copy_for_translation_done

        from home import checks  # noqa: F401  # registers them
        from home.admin.copying import offer_copies_where_there_is_room
        from home.admin.italian_words import speak_italian
        from home.admin.permission_names import name_permissions
        from home.files.documents import keep_genuine
        from home.files.pictures import keep_bare, make_ready
        from home.files.usage import keep_used
        from home.making import signals  # noqa: F401  # connects them
        from home.text.one_line import keep_on_one_line
        from home.translation.rights import give_the_same

        pre_save.connect(keep_bare, sender=get_image_model())
        post_save.connect(make_ready, sender=get_image_model())
        pre_save.connect(keep_genuine, sender=get_document_model())
        pre_delete.connect(keep_used, sender=get_image_model())
        pre_delete.connect(keep_used, sender=get_document_model())
        post_migrate.connect(name_permissions)
        copy_for_translation_done.connect(give_the_same)
        keep_on_one_line()
        offer_copies_where_there_is_room()
        speak_italian()
