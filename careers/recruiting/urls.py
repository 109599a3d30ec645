from django.urls import path

from . import previews, style
from .account_urls import not_here

urlpatterns = [
    # Django leads every staff account from here to the page of any row: of a preview, with its token.
    path("admin/r/<path:row>/", not_here),
    path("style/", style.StyleView.as_view(), name="style"),
    path("previews/<str:token>/", previews.PreviewView.as_view(), name="preview"),
    path("previews/<str:token>/answers/", previews.PreviewAnswerView.as_view(), name="preview_answers"),
]
