from django.urls import path

from contatti.referral.confirm import confirm, confirmed
from contatti.views import number
from contatti.views.send import answer, keys, send

urlpatterns = [
    path("invia/", send, name="contact_send"),
    path("invia/chiavi/", keys, name="contact_keys"),
    path("invia/<str:word>/", answer, name="contact_answer"),
    path("conferma/", confirm, name="referral_confirm"),
    path("conferma/<str:word>/", confirmed, name="referral_confirmed"),
    path("numero/", number.number, name="number"),
    path("numero/strumenti/", number.parts, name="number_parts"),
    path("numero/risposte/", number.answers, name="number_answers"),
    path("numero/cancella/", number.erase, name="number_erase"),
    path("numero/<str:word>/", number.number_answer, name="number_answer"),
]
