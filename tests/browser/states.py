"""The states a page can be in, each with how one gets there and what one then reads."""

from dataclasses import dataclass, field

from tests.browser.walking import DESKTOP, PHONE

SMALL = {"viewport": {"width": 320, "height": 640}}
TABLET = {"viewport": {"width": 768, "height": 1024}}
DARK = {"color_scheme": "dark"}
PLAIN = {"java_script_enabled": False}
FORCED = {"forced_colors": "active"}
# What a browser does to a page on a desktop at 200 %.
ZOOMED = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
RELIABILITY = "/postings/site-reliability-engineer-intern-sydney-2026/"
FOUR = "&".join(
    f"posting={slug}-sydney-2026"
    for slug in (
        "backend-engineer-intern-edge-computing-platform",
        "backend-software-engineer-intern-platform-engineering",
        "backend-engineer-intern-live-streaming",
        "site-reliability-engineer-intern",
    )
)
STUDENT = "studying=master&field_of_study=computer-science&graduation=2026-11"


@dataclass(frozen=True)
class State:
    address: str
    words: str
    options: dict = field(default_factory=lambda: PHONE)
    act: callable = None
    media: str = "screen"


def double_text(page):
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def turn(page):
    page.evaluate("document.documentElement.dir = 'rtl'")


def translate(page):
    """Do what a translating browser does: other words, wrapped in elements of its own, and longer."""
    page.evaluate(
        """() => {
          document.documentElement.lang = "de";
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walk.nextNode()) if (walk.currentNode.data.trim()) texts.push(walk.currentNode);
          for (const text of texts) {
            if (text.parentElement.closest("svg, script, option, noscript")) continue;
            const font = document.createElement("font");
            font.textContent = text.data.replace(/\\p{L}{4,}/gu, (word) => word + word.slice(0, 3).toLowerCase());
            text.replaceWith(font);
          }
        }"""
    )


def stall(page):
    """Narrow the list while the answer does not come."""
    page.route("**/postings/?*", lambda route: None)
    page.locator("#intake-2025").check()
    results = page.locator("form.htmx-request + .results")
    results.evaluate("element => Promise.all(element.getAnimations().map((each) => each.finished))")
    assert results.evaluate("element => getComputedStyle(element).opacity < 0.6")


def lose_connection(page):
    page.route("**/postings/?*", lambda route: route.abort())
    page.locator("#intake-2025").check()


def tick_two(page):
    for place in (0, 1):
        page.get_by_role("checkbox", name="Compare").nth(place).check()


def keep_two(page):
    for place in (0, 1):
        page.locator(".card__choose button").nth(place).click()
    page.locator("[data-shortlist-link]").click()


STUDENTS = {
    "home on a phone": State("/", "Is there something for me?"),
    "home on a desktop, dark": State("/", "Open now", {**DESKTOP, **DARK}),
    "list, many": State("/postings/", "8 open internships", DESKTOP),
    "list, one": State("/postings/?intake=2025", "1 open internship"),
    "list, nothing found": State("/postings/?q=zebra", "No open internship matches all of this."),
    "list, mistyped": State("/postings/?level=wizard", "8 open internships"),
    "list, loading": State("/postings/", "8 open internships", DESKTOP, stall),
    "list, no connection": State("/postings/", "Your choice did not get through", DESKTOP, lose_connection),
    "list, without JavaScript": State("/postings/", "8 open internships", {**PHONE, **PLAIN}),
    "list, two ticked": State("/postings/", "Compare the ticked ones", PHONE, tick_two),
    "list, at 320 px": State("/postings/", "8 open internships", SMALL),
    "list, zoomed to 200 %": State("/postings/", "8 open internships", ZOOMED),
    "list, forced colours": State(f"/postings/?{STUDENT}", "8 open internships", {**DESKTOP, **FORCED}),
    "list, right to left": State(f"/postings/?{STUDENT}", "8 open internships", DESKTOP, turn),
    "posting on a desktop": State(RELIABILITY, "Can I?", DESKTOP),
    "posting, dark": State(RELIABILITY, "Can I?", {**PHONE, **DARK}),
    "posting, changed": State(RELIABILITY, "What has changed"),
    "posting, long title at 320 px": State("/postings/long/", "Reliability Engineering Intern", SMALL),
    "posting, no fact stated": State("/postings/bare/", "Also not stated"),
    "posting, text twice as large": State(RELIABILITY, "Can I?", SMALL, double_text),
    "posting, translated": State(RELIABILITY, "Site", SMALL, translate),
    "posting, right to left": State(RELIABILITY, "Can I?", DESKTOP, turn),
    "posting, printed": State(RELIABILITY, "Key facts", DESKTOP, media="print"),
    "posting, forced colours": State(f"{RELIABILITY}?{STUDENT}", "Can I?", {**PHONE, **FORCED}),
    "posting, closed": State("/postings/filled/", "This posting has closed."),
    "posting, withdrawn": State("/postings/withdrawn/", "Search Engineer Intern"),
    "eligibility, answered": State(f"/eligibility/?{STUDENT}", "Why, rule by rule"),
    "eligibility, mistyped": State("/eligibility/?graduation=soon&studying=phd", "Can I apply?"),
    "comparison of four": State(f"/comparison/?{FOUR}&{STUDENT}", "What differs", DESKTOP),
    "comparison on a phone": State(f"/comparison/?{FOUR}", "What differs"),
    "comparison, printed": State(f"/comparison/?{FOUR}", "What differs", DESKTOP, media="print"),
    "shortlist, empty": State("/shortlist/", "Nothing is kept yet."),
    "shortlist of two": State("/postings/", "First choice", PHONE, keep_two),
    "team with a picture": State("/teams/edge-computing-platform/", "Where the team works"),
    "team without a picture": State("/teams/platform-engineering/", "Backend Software Engineer Intern", DESKTOP),
    "alerts": State(f"/alerts/?{STUDENT}", "Your e-mail address"),
    "glossary": State("/glossary/", "AIOps"),
    "error 400": State("/errors/400/", "Home"),
    "error 403": State("/errors/403/", "Home"),
    "error 404": State("/errors/404/", "There is no such page", SMALL, double_text),
    "error 500": State("/errors/500/", "Something broke on our side", DESKTOP),
    "error 503": State("/errors/503/", "Not possible at the moment"),
}
NOTHING_OPEN = {
    "home, nothing open": State("/", "Nothing is open right now."),
    "list, nothing open": State("/postings/", "0 open internships"),
    "eligibility, nothing open": State(f"/eligibility/?{STUDENT}", "Nothing is open right now"),
}
DESK = {
    "desk": State("/admin/", "Postings", DESKTOP),
    "desk on a tablet, dark": State("/admin/", "Postings", {**TABLET, **DARK}),
    "desk, list of postings": State("/admin/postings/posting/", "Closing Intern", DESKTOP),
    "desk, list on a tablet": State("/admin/postings/posting/", "Closing Intern", TABLET),
    "desk, new posting": State("/admin/postings/posting/add/", "Title", DESKTOP),
    "desk, findings": State("/admin/postings/posting/findings/", "Findings", DESKTOP),
    "desk, import": State("/admin/postings/posting/imports/", "Import adverts", DESKTOP),
}
