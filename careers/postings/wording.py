def wording(request):
    return {}
