"""What every answer for programs has in common."""

from django.http import Http404, HttpResponse, JsonResponse

from careers.postings.views import PublicPage


class ForPrograms(PublicPage):
    """An answer for programs, its errors too; pages of any other site may read it, without anybody's cookies."""

    def dispatch(self, request, *args, **kwargs):
        try:
            response = super().dispatch(request, *args, **kwargs)
        except Http404:
            response = self.failure(404, "There is nothing at this address.")
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def http_method_not_allowed(self, request, *args, **kwargs):
        refused = super().http_method_not_allowed(request, *args, **kwargs)
        return self.failure(405, "This address can only be read.", Allow=refused["Allow"])

    def options(self, request, *args, **kwargs):
        """Let pages of other sites ask with an ETag: browsers inquire before they do."""
        response = super().options(request, *args, **kwargs)
        response["Access-Control-Allow-Methods"] = "GET, HEAD"
        response["Access-Control-Allow-Headers"] = "If-None-Match"
        return response

    def failure(self, status, text, **headers):
        return HttpResponse(f"{text}\n", status=status, headers=headers, content_type="text/plain; charset=utf-8")


class JsonPage(ForPrograms):
    def failure(self, status, text, **headers):
        return JsonResponse({"status": status, "error": text}, status=status, headers=headers)
