"""A real Chromium against a live server with the sample loaded. Every complaint of a page fails its test."""

import os
import shutil
from contextlib import contextmanager

import pytest
from django.core.management import call_command

from tests.browser.recruiters import WAYS, Recruiter
from tests.browser.test_admin import sign_in
from tests.conftest import SAMPLE

DEV = "the development tools are missing: make test, or pip install -r requirements-dev.txt"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_itemcollected(item):
    item.add_marker("browser")


@pytest.fixture(scope="session")
def browser():
    api = pytest.importorskip("playwright.sync_api", reason=DEV)
    if not CHROMIUM:
        pytest.skip("Chromium is missing: apt install chromium")
    # Playwright's sync API runs an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def site(live_server, transactional_db):
    """Return the address of a running site with the sample loaded."""
    call_command("loaddata", *SAMPLE, verbosity=0)
    return live_server.url


@pytest.fixture
def new_page(browser, site):
    """Return a function that opens a tab: new_page(color_scheme="dark", viewport={…}, java_script_enabled=False)."""
    with tabs(browser, site) as open_tab:
        yield open_tab


@contextmanager
def tabs(browser, address):
    """Yield a function that opens a tab with that address as its base; fail at the end if one has complained."""
    contexts = []

    def open_tab(**options):
        contexts.append(browser.new_context(base_url=address, **options))
        contexts[-1].set_default_timeout(30_000)
        tab = contexts[-1].new_page()
        tab.complaints = []
        tab.on("console", lambda message: complain(tab, message))
        tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
        return tab

    yield open_tab
    complaints = [text for context in contexts for tab in context.pages for text in getattr(tab, "complaints", [])]
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def page(new_page):
    """A tab whose console messages, script errors and policy violations fail the test; they are in page.complaints."""
    return new_page()


def complain(tab, message):
    """Note a console message, but for the one that says the page itself answered 404 or 410."""
    is_own_status = "Failed to load resource" in message.text and message.location.get("url") == tab.url
    if message.type in {"error", "warning"} and not is_own_status:
        tab.complaints.append(message.text)


@pytest.fixture
def recruiter(request, new_page, assert_accessible):
    """A signed-in superuser at the desk, in one of WAYS; axe runs where pages may run scripts."""
    way = WAYS[getattr(request, "param", "desktop")]
    page = new_page(**way)
    sign_in(page, "/admin/")
    return Recruiter(page, assert_accessible if way.get("java_script_enabled", True) else None)


@pytest.fixture
def assert_accessible():
    """Return a function that holds an open page to all of axe's rules."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=DEV).Axe()

    def check(page):
        # Preloading stylesheets makes axe break the policy itself, with style elements of its own.
        violations = axe.run(page, options={"preload": False}).response["violations"]
        assert not violations, "\n".join(described(violation) for violation in violations)

    return check


def described(violation):
    where = ", ".join(node["html"][:200] for node in violation["nodes"][:3])
    return f"{violation['id']} ({violation['impact']}): {violation['help']}: {where}"
