#!/bin/sh
# Django's deployment checks under production settings; a warning is a failure.
set -eu
export DJANGO_SETTINGS_MODULE=amaranta.settings.production
export AMARANTA_SECRET_KEY="$(head -c 60 /dev/urandom | base64 -w 0)"
export AMARANTA_HOSTS=portale.example AMARANTA_BASE_URL=https://portale.example
export AMARANTA_FROM_EMAIL="Amaranta <noreply@portale.example>" AMARANTA_ALARM_TO=avvisi@portale.example
exec .venv/bin/python manage.py check --deploy --fail-level WARNING
