from django.urls import path

from contatti.views.send import answer, keys, send

urlpatterns = [
    path("invia/", send, name="contact_send"),
    path("invia/chiavi/", keys, name="contact_keys"),
    path("invia/<str:word>/", answer, name="contact_answer"),
]
