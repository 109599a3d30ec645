"""What is asked for, and whether the page cache may answer."""

from dataclasses import dataclass, field

STUDENT = "studying=bachelor&graduation=2027-11&available_from=2027-01&weeks=12&days=4&rights=student-visa"
BROWSER = {"Accept-Encoding": "gzip, deflate, br"}


@dataclass(frozen=True, eq=False)
class Scenario:
    """`path` may name {page}, the last page of the list, {posting} and {static}, taken from the site itself."""

    name: str
    path: str
    is_cached: bool = False
    headers: dict = field(default_factory=dict)
    conditional: bool = False
    has: bytes = b"</html>"
    # Milliseconds of CPU at 1,000 and at 100,000 postings, None where there is no budget.
    budget: tuple = (None, None)


SCENARIOS = (
    Scenario("cached list", "/postings/", True),
    Scenario("cached list, br", "/postings/", True, BROWSER, has=b""),
    Scenario("cached posting", "{posting}", True),
    Scenario("304", "/postings/", True, conditional=True, has=b""),
    Scenario("static file", "{static}", True, has=b"@layer"),
    Scenario("list", "/postings/", budget=(6, 6)),
    Scenario("list, two filters", "/postings/?level=bachelor&mode=hybrid", budget=(6, 12)),
    Scenario("list, last page", "/postings/?page={page}", budget=(6, 6)),
    Scenario("posting", "{posting}", budget=(4, 4)),
    Scenario("search, rare", "/postings/?q=seismographs"),
    Scenario("search, 5 %", "/postings/?q=translation", budget=(None, 8)),
    Scenario("search, 20 %", "/postings/?q=engineer", budget=(None, 20)),
    Scenario("eligibility, all", f"/eligibility/?{STUDENT}"),
    Scenario("list for a student", f"/postings/?{STUDENT}"),
    Scenario("home", "/"),
    Scenario("JSON page", "/postings.json", has=b'"postings"'),
    Scenario("feed", "/postings.atom", has=b"</feed>"),
    Scenario("sitemap", "/sitemap.xml", has=b"<"),
)
BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}
# What visitors ask for, in this order again and again: a list, some postings, a search; a few check what fits them.
MIXED = ("cached list", "cached posting", "304", "cached list, br", "cached posting", "search, 5 %", "cached posting",
         "static file", "list for a student", "cached posting")  # fmt: skip
