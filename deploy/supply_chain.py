"""Reads what pip-audit and cyclonedx-bom found: `make audit`, `make sbom`. Runs in their throwaway environment.

python deploy/supply_chain.py audited report.json requirements.txt
python deploy/supply_chain.py licences sbom.cdx.json > docs/licences.md
"""

import json
import re
import sys
from pathlib import Path

from packaging.markers import Marker

PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?==[^;\s]+(?: ; ([^\\\n]+))?", re.MULTILINE)
TOOLS = {"pip", "setuptools", "wheel"}
HEAD = """# Licences of what the site runs on

Made by `make sbom` from the installed packages; the site itself is under the [BSD 3-clause licence](../LICENSE). The
font in `static/fonts/` is under the SIL Open Font License, beside it. htmx (0BSD) comes with django-htmx.

| package | version | licence |
|---|---|---|
"""


def audited(report, pins):
    """Return what is wrong with the report of an audit; an audit that looked at nothing has found nothing."""
    looked_at = {normal(each["name"]): each for each in json.loads(report)["dependencies"]}
    # pip-audit leaves out pins for another platform or Python, too.
    wanted = {normal(name) for name, marker in PIN.findall(pins) if not marker or Marker(marker).evaluate()}
    missing = sorted(wanted - looked_at.keys())
    skipped = [f"{name}: skipped, {each['skip_reason']}" for name, each in looked_at.items() if "skip_reason" in each]
    found = [
        f"{name} {each['version']}: {one['id']}, mended in {', '.join(one['fix_versions']) or 'no release yet'}"
        for name, each in looked_at.items()
        for one in each.get("vulns", [])
    ]
    nothing = [] if looked_at else ["no package was looked at"]
    return nothing + [f"{name}: not looked at" for name in missing] + skipped + found


def licences(sbom):
    """Return docs/licences.md."""
    parts = [each for each in json.loads(sbom)["components"] if normal(each["name"]) not in TOOLS]
    rows = sorted((normal(each["name"]), each.get("version", ""), licence(each)) for each in parts)
    return HEAD + "".join(f"| {name} | {version} | {text} |\n" for name, version, text in rows)


def licence(component):
    """Return the identifiers that a package gives itself, else its own words."""
    given = component.get("licenses", [])
    ids = {each["license"]["id"] for each in given if "id" in each.get("license", {})}
    names = {each["license"]["name"] for each in given if "name" in each.get("license", {})}
    found = {each["expression"] for each in given if "expression" in each} or ids or names
    return ", ".join(sorted(found)) or "not stated"


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def main(what, path, pins=None):
    text = Path(path).read_text()
    if what == "licences":
        print(licences(text), end="")
        return 0
    wrong = audited(text, Path(pins).read_text())
    print("\n".join(wrong) or f"{len(json.loads(text)['dependencies'])} packages, no known vulnerability.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
