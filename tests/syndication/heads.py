"""What the head of a page says to machines."""

import json
from html.parser import HTMLParser


class Head(HTMLParser):
    """Title, {name or property: content}, {relation: address} and the JSON-LD of a page."""

    def __init__(self, response):
        super().__init__()
        self.title, self.meta, self.links, self.data, self.inside = "", {}, {}, [], None
        self.text = []
        self.feed(response.content.decode())

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.inside = tag
        if tag == "meta":
            self.meta[given.get("name") or given.get("property")] = given.get("content")
        if tag == "link":
            self.links[given["rel"]] = given["href"]
        if given.get("type") == "application/ld+json":
            self.inside = "data"

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, data):
        if self.inside == "title":
            self.title += data
        elif self.inside == "data":
            self.data += json.loads(data)
        elif self.inside not in {"script", "style"}:
            self.text.append(data)

    @property
    def visible(self):
        return " ".join(" ".join(self.text).split())

    def of(self, kind):
        """Return the one item of a type, None where there is none."""
        found = [each for each in self.data if each["@type"] == kind]
        assert len(found) < 2, kind
        return found[0] if found else None
