"""Which postings each channel shows, by their slugs: what a program finds out that reads the channel to its end."""

import json
import re
from xml.etree import ElementTree as Xml

ATOM = "{http://www.w3.org/2005/Atom}"
SLUG = re.compile(r"/postings/([\w-]+)/$")


def atom(client, address="/postings.atom"):
    return [slug_of(entry.find(f"{ATOM}link").get("href")) for entry in pages(client, address, "entry")]


def json_feed(client, address="/postings.feed.json"):
    return [slug_of(item["url"]) for answer in answers(client, address) for item in json.loads(answer)["items"]]


def aggregator(client, address="/postings.xml"):
    return [slug_of(each.findtext("url")) for each in pages(client, address, "job")]


def calendar(client, address="/postings.ics"):
    """Return the slugs in the order of their first event."""
    lines = [line for answer in answers(client, address) for line in unfolded(answer)]
    return list(dict.fromkeys(slug_of(line) for line in lines if line.startswith("URL:")))


def listed(client, address="/postings.json"):
    answer = client.get(address).json()
    rest = listed(client, local(answer["next"])) if answer["next"] else []
    return [posting["slug"] for posting in answer["postings"]] + rest


FEEDS = {
    "/postings.atom": atom,
    "/postings.feed.json": json_feed,
    "/postings.xml": aggregator,
    "/postings.ics": calendar,
}


def answers(client, address):
    """Yield the body of a feed's page and of those it leads to."""
    while address:
        response = client.get(address)
        assert response.status_code == 200, (address, response.content[:200])
        yield response.content.decode()
        following = re.search(r'<([^>]+)>; rel="next"', response["Link"])
        address = following and local(following[1])


def pages(client, address, name):
    for answer in answers(client, address):
        for element in Xml.fromstring(answer).iter():  # noqa: S314 it is our own
            if element.tag.removeprefix(ATOM) == name:
                yield element


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def slug_of(address):
    return SLUG.search(address)[1]


def local(address):
    return "/" + address.split("/", 3)[3]
