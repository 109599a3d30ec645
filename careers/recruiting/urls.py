from django.urls import path

from . import previews, style

urlpatterns = [
    path("style/", style.StyleView.as_view(), name="style"),
    path("previews/<str:token>/", previews.PreviewView.as_view(), name="preview"),
    path("previews/<str:token>/answers/", previews.PreviewAnswerView.as_view(), name="preview_answers"),
]
