"""The shape DESIGN.md and STYLE.md promise: floors, sizes, and what may not stand in a template or stylesheet."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {
    "lib": 0,
    "postings": 1,
    "find": 2, "importer": 2, "consistency": 2,
    "counters": 3, "syndication": 3, "alerts": 3,
    "operation": 4,
    "recruiting": 5,
    "settings": 6, "urls": 6, "wsgi": 6, "caching": 6, "headers": 6, "bundles": 6, "pages": 6, "shelves": 6,
}  # fmt: skip
SIZES = {"function": 35, "test": 20, "module": 250, "settings": 400, "template": 80, "css": 150, "js": 60}
INLINE = re.compile(
    r"<[^>]*\s(style|on\w+)\s*=|<style|<script(?![^>]*(\ssrc=|application/ld\+json|\"speculationrules\"))",
    re.IGNORECASE,
)
# Colours, in the notations a stylesheet may write them; words such as "black" only as a value.
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;{]*\b(white|black|red|green|blue|gr[ae]y)\b",
    re.IGNORECASE,
)


def files(*patterns):
    found = sorted(path.relative_to(ROOT) for pattern in patterns for path in ROOT.glob(pattern))
    return [path for path in found if "migrations" not in path.parts and "vendor" not in path.parts]


MODULES = files("careers/**/*.py")
TESTS = files("tests/**/*.py")
TEMPLATES = files("templates/**/*.html", "careers/**/templates/**/*.html")
STYLESHEETS = files("static/css/**/*.css")
SCRIPTS = files("static/js/**/*.js")
each = {"ids": str}


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def lines(path):
    return read(path).count("\n")


def functions(path):
    kinds = ast.FunctionDef, ast.AsyncFunctionDef
    return [node for node in ast.walk(ast.parse(read(path))) if isinstance(node, kinds)]


def too_long(path, most):
    sizes = {function.name: function.end_lineno - function.lineno + 1 for function in functions(path)}
    return {name: size for name, size in sizes.items() if size > most}


def imports(path):
    """Yield (line, "careers.app.module") of every import of ours, relative ones resolved."""
    package = ".".join(path.with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            module = ".".join([*base, *filter(None, [node.module])])
            # `from careers import urls` names a room in the second place.
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def room(dotted):
    """Return the app (or root module) that a dotted name of ours belongs to, or None."""
    parts = dotted.split(".")
    return parts[1] if parts[0] == "careers" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, **each)
def test_imports_go_down_the_floors(path):
    here = path.with_suffix("").parts[1]
    others = [(line, there) for line, name in imports(path) if (there := room(name)) not in {None, here}]

    climbs = [f"{path}:{line} imports {there}" for line, there in others if not may_import(here, there)]

    assert not climbs


def may_import(here, there):
    """Root modules may use each other; all others only what lies below."""
    if here == "__init__":
        return False
    return FLOORS[there] < FLOORS[here] or FLOORS[there] == FLOORS[here] == 6


@pytest.mark.parametrize("path", MODULES, **each)
def test_nothing_is_imported_inside_a_function(path):
    inner = [node for function in functions(path) for node in ast.walk(function)]

    assert not [node.lineno for node in inner if isinstance(node, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize("path", MODULES, **each)
def test_module_and_its_functions_are_short(path):
    most = SIZES["settings" if path.name == "settings.py" else "module"]

    assert lines(path) <= most
    assert not too_long(path, SIZES["function"])


@pytest.mark.parametrize("path", TESTS, **each)
def test_tests_are_short(path):
    assert not too_long(path, SIZES["test"])


@pytest.mark.parametrize("path", TEMPLATES, **each)
def test_template_is_short_and_holds_no_code(path):
    text = read(path)

    assert lines(path) <= SIZES["template"]
    assert not re.findall(r"\|\s*safe\b|autoescape off", text)
    if "emails" not in path.parts:
        assert not INLINE.search(text)


@pytest.mark.parametrize("path", STYLESHEETS, **each)
def test_stylesheet_is_short_and_takes_its_colours_from_tokens(path):
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", read(path), flags=re.DOTALL)

    assert lines(path) <= SIZES["css"]
    assert "!important" not in text
    if path.name != "tokens.css":
        assert not [found.group() for found in COLOUR.finditer(text)]


@pytest.mark.parametrize("path", SCRIPTS, **each)
def test_script_is_short(path):
    assert lines(path) < SIZES["js"]


def test_no_name_of_the_sample_company_is_in_code():
    name = json.loads(read("fixtures/organisation.json"))[0]["fields"]["name"]

    assert not [path for path in MODULES + TEMPLATES + STYLESHEETS + SCRIPTS if name.lower() in read(path).lower()]
