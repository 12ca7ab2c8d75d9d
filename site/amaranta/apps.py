from django.apps import AppConfig


class AmarantaConfig(AppConfig):
    name = "amaranta"
