"""The posting form as a browser would send it back."""

from html.parser import HTMLParser

from django.urls import reverse


class Fields(HTMLParser):
    """Collects what the form with this id or class would submit."""

    def __init__(self, form="posting_form"):
        super().__init__()
        self.form = form
        self.data, self.inside, self.select, self.area = {}, False, None, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.inside = self.form in {given.get("id"), given.get("class")}
        if not self.inside or "disabled" in given:
            return
        if tag == "input" and given.get("name") and self.counts(given):
            self.data.setdefault(given["name"], []).append(given.get("value", ""))
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option" and "selected" in given:
            self.data.setdefault(self.select, []).append(given.get("value", ""))
        elif tag == "textarea":
            self.area = given["name"]
            self.data[self.area] = [""]

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area:
            self.data[self.area][0] += data.removeprefix("\n")

    def counts(self, given):
        return given.get("type") not in {"submit", "checkbox", "radio"} or "checked" in given


def change_url(posting):
    return reverse("admin:postings_posting_change", args=[posting.pk])


def shown(client, url, form="posting_form"):
    """Return {name: [values]} of the form at `url`, as a browser with scripts would send it."""
    told = {"told": ["1"]} if form == "posting_form" else {}
    return sent_by(client.get(url), form) | told


def sent_by(response, form="posting_form"):
    """Return what the form on a page would send."""
    fields = Fields(form)
    fields.feed(response.content.decode())
    return {name: values for name, values in fields.data.items() if "__prefix__" not in name}


def save(client, posting, **changes):
    """Send the form back with `changes`; return the response."""
    url = change_url(posting)
    data = {**shown(client, url), **changes}
    return client.post(url, data | {"_continue": "1"})


def errors(response):
    """Return {field: messages} of a form that was refused."""
    return dict(response.context["adminform"].form.errors)


def edit(client, row, **changes):
    """Send the form of any record back with `changes`; return the response."""
    name = row._meta.model_name
    url = reverse(f"admin:{row._meta.app_label}_{name}_change", args=[row.pk])
    return client.post(url, {**shown(client, url, f"{name}_form"), **changes})
