from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OperationConfig(AppConfig):
    name = "careers.operation"

    def ready(self):
        autodiscover_modules("checks")
