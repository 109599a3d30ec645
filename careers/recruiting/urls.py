from django.urls import path

from . import previews

urlpatterns = [
    path("previews/<str:token>/", previews.PreviewView.as_view(), name="preview"),
    path("previews/<str:token>/answers/", previews.PreviewAnswerView.as_view(), name="preview_answers"),
]
