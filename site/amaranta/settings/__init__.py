# Empty on purpose: choose amaranta.settings.dev, .production or .test by DJANGO_SETTINGS_MODULE.
