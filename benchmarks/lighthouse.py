"""Lighthouse on the pages students come in by, behind nginx as they are deployed: `make lighthouse ROUNDS=5`.

Performance is the middle of the rounds and wants a machine with nothing else to do; the others are the same on any.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median_low

from tests import sites

PAGES = {
    "home": "/",
    "list": "/postings/",
    "posting": "/postings/backend-software-engineer-intern-platform-engineering-sydney-2026/",
    "eligibility": "/eligibility/",
    "alerts": "/alerts/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu"
TRIES = 3


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder, sites.site(Path(folder), WORKERS="1") as site:
        print(f"{'':12}" + "".join(f"{name:>16}" for name in CATEGORIES))
        scores = {name: measured(name, site.url + path, options) for name, path in PAGES.items()}
    sys.exit(any(score < 100 for page in scores.values() for score in page.values()))


def arguments():
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    parser.add_argument("--lighthouse", default="lighthouse", help="the program")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def measured(name, url, options):
    """Print and return {category: score}, and print what costs a point in the middle round."""
    reports = sorted((report(url, options.lighthouse) for _ in range(options.rounds)), key=speed)
    scores = {each: median_low(score(report, each) for report in reports) for each in CATEGORIES}
    print(f"{name:12}" + "".join(f"{value:>16}" for value in scores.values()), flush=True)
    if any(value < 100 for value in scores.values()):
        print("".join(f"    {line}\n" for line in costs(reports[(len(reports) - 1) // 2])), end="", flush=True)
    return scores


def report(url, program):
    """Return Lighthouse's report of a page; its browser sometimes starts too late to be recorded."""
    command = [program, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    for _ in range(TRIES):
        run = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": CHROMIUM})
        found = json.loads(run.stdout) if run.stdout else {"runtimeError": {"message": run.stderr}}
        if "runtimeError" not in found:
            return found
    raise SystemExit(f"{url}: {found['runtimeError']['message']}")


def score(report, category):
    return round(100 * (report["categories"][category]["score"] or 0))


def speed(report):
    return score(report, "performance")


def costs(report):
    """Yield the audits with a weight in their category that are not perfect."""
    for category in CATEGORIES:
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {audit['title']}: {audit.get('displayValue', audit['score'])}"


if __name__ == "__main__":
    main()
