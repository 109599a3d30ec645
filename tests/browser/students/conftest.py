"""Students' journeys through the site as it is deployed; a module that needs rows of its own takes `site`."""

import pytest

from tests.browser.conftest import tabs
from tests.browser.walking import WAYS, Walk


@pytest.fixture
def stage(site_behind_nginx):
    """The address of the site to walk through: gunicorn behind nginx, left as it was."""
    return site_behind_nginx.url


@pytest.fixture
def new_tab(browser, stage):
    with tabs(browser, stage) as open_tab:
        yield open_tab


@pytest.fixture
def walk(request, new_tab, assert_accessible):
    """A walk in one of WAYS: parametrised indirectly, else on a desktop with JavaScript."""
    name = getattr(request, "param", "desktop")
    rights = ["clipboard-read", "clipboard-write"]
    return Walk(new_tab(permissions=rights, reduced_motion="reduce", **WAYS[name][0]), name, assert_accessible)
