"""The mails, one function each."""

from email.utils import formataddr, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from careers.postings.derived import Derived
from careers.postings.phrases import counted
from careers.postings.wording import Wording

from . import tokens
from .models import Kind, News
from .styles import styled
from .wanted import read_address
from .words import describe, title_of

HOST = urlsplit(settings.SITE_URL).hostname
LONGEST_SUBJECT = 120
# Kept at the same time; each takes some 15 KB.
MOST_BODIES = 500
# What stands in a body for the two links that are each reader's own.
MANAGE_LINK, END_LINK = "@manage@", "@end@"


def confirmation(sign_up):
    """Return the mail that asks whether somebody meant it; it repeats nothing a stranger could have typed."""
    on = timezone.now()
    wanted = read_address(sign_up.query, on)
    posting = next(iter(wanted.postings), None)
    title = title_of(wanted.kind, posting, wanted.team, wanted.filters(on), echo=False)
    context = {"title": title, "link": tokens.link(tokens.CONFIRM, sign_up.pk), "others": len(wanted.postings) - 1}
    return letter("confirmation", sign_up.email, "Confirm your alert", f"sign-up-{sign_up.pk}", context)


def management(subscriber):
    context = {"link": tokens.link(tokens.MANAGE, subscriber.key)}
    return letter("management", subscriber.email, "Your alerts", f"link-{subscriber.pk}-{stamp()}", context)


def digest(row, contents):
    subscriber, on = row.subscriber, timezone.now()
    end = tokens.link(tokens.END, subscriber.key)
    text, html = body_of(contents, on)
    links = {MANAGE_LINK: tokens.link(tokens.MANAGE, subscriber.key), END_LINK: end}
    for mark, link in links.items():
        text, html = text.replace(mark, link), html.replace(mark, link)
    mail = message(subscriber.email, subject(contents.items), f"digest-{row.pk}-{row.attempts}", text, html)
    mail.extra_headers |= {
        "List-Id": f"<alerts.{HOST}>",
        "List-Unsubscribe": f"<{end}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return mail


def body_of(contents, on):
    """Return (text, HTML), written once for all who are told the same on one day; the links stand in as marks."""
    key, known = (contents.key, on.date()), bodies()
    if key not in known:
        if len(known) >= MOST_BODIES:
            known.clear()
        sections = [with_words(section, on) for section in contents.sections]
        known[key] = rendered("digest", {"sections": sections, "manage": MANAGE_LINK, "end": END_LINK})
    return known[key]


@Derived
def bodies():
    """Return {what it tells: (text, HTML)} of this edition."""
    return {}


def with_words(section, on):
    """Return what the template says of one subscription."""
    watch = section.subscription.watch
    about = describe(watch, on)
    page = reverse("posting_list") if watch.kind == Kind.SEARCH else ""
    if watch.kind == Kind.TEAM and watch.team:
        page = watch.team.get_absolute_url()
    query = f"?{watch.query}" if page and watch.query else ""
    subscription = section.subscription
    return {
        "title": about.title,
        "facts": about.facts,
        "items": section.items,
        "more": section.more,
        "list": f"{page}{query}",
        "ends_at": subscription.ends_at,
    }


def subject(items):
    """Return "2 new internships" or, of one posting, "New: Engineer Intern"."""
    news = [item.news for item in items]
    if len(items) == 1:
        text = f"{items[0].news.label}: {items[0].posting}"
    elif new := news.count(News.OPENED):
        text = counted(new, "new internship") + (" and other news" if new < len(items) else "")
    else:
        text = f"News of {counted(len(items), 'internship')}"
    return " ".join(text.split())[:LONGEST_SUBJECT]


def letter(name, to, subject, number, context):
    return message(to, subject, number, *rendered(name, context))


def rendered(name, context):
    """Return (text, HTML) of the mail of this name."""
    context = {**context, "organisation": Wording().organisation, "site": settings.SITE_URL}
    text = render_to_string(f"alerts/emails/{name}.txt", context)
    return text, styled(render_to_string(f"alerts/emails/{name}.html", context))


def message(to, subject, number, text, html):
    """Return the mail with the headers that every mail of ours has."""
    organisation = Wording().organisation
    sender = formataddr((organisation.site_name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1]))
    headers = {"Message-ID": f"<{number}@{HOST}>", "Auto-Submitted": "auto-generated"}
    reply_to = [organisation.contact_email] if organisation.contact_email else None
    mail = EmailMultiAlternatives(subject, text, sender, [to], headers=headers, reply_to=reply_to)
    mail.attach_alternative(html, "text/html")
    return mail


def stamp():
    return f"{timezone.now():%Y%m%d%H%M%S%f}"
