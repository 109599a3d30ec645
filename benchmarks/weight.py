"""What a page weighs in a real browser, everything it loads included."""

import re
import shutil

from playwright.sync_api import sync_playwright

from benchmarks.measuring import Client

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def weigh(port):
    """Return {"list_kb": …, "list_requests": …, …}; {} where Chromium is missing."""
    if not CHROMIUM:
        return {}
    text = Client(port).get("/postings/", {})[1].decode()
    posting = re.search(r'class="card__title"><a href="([^"]+)"', text)[1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        pages = {"list": "/postings/", "posting": posting}
        found = {name: loaded(browser, f"http://127.0.0.1:{port}{path}") for name, path in pages.items()}
        browser.close()
    return {f"{page}_{what}": value for page, values in found.items() for what, value in values.items()}


def loaded(browser, address):
    """Return the kilobytes on the wire and the requests of a first visit."""
    context = browser.new_context()
    page, sizes = context.new_page(), []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    context.close()
    return {"kb": sum(sizes) / 1000, "requests": len(sizes)}
