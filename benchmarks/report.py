"""Tables of what was measured, beside the budgets and the run before."""

import json

from benchmarks.scenarios import SCENARIOS

BUDGETS = {scenario.name: scenario.budget for scenario in SCENARIOS}
# A bare answer took so many microseconds on the machine the budgets were set on.
BARE = 216


def load(folder):
    path = folder / "latest.json"
    return json.loads(path.read_text()) if path.exists() else {}


def table(found, before):
    """Return lines for the terminal: CPU, times the bare function, and the change since the run before."""
    lines = [f"{'':22}{'CPU ms':>9}{'x bare':>9}{'rate':>7}{'KB':>8}{'was x bare':>12}"]
    for name, values in found["scenarios"].items():
        was = ((before or {}).get("scenarios") or {}).get(name)
        lines.append(
            f"{name:22}{values['cpu_us'] / 1000:9.2f}{values['cpu_x_bare']:9.2f}{values['requests_x_bare']:7.2f}"
            f"{values['bytes'] / 1000:8.1f}{was['cpu_x_bare'] if was else float('nan'):12.2f}"
        )
    return "\n".join([*lines, *(f"{name:22}{value:9.2f}" for name, value in found["site"].items())])


def markdown(results):
    """Return one table an engine: times bare, and in milliseconds of the machine the budgets were set on."""
    parts = []
    for engine in dict.fromkeys(key.split()[0] for key in results):
        sizes = sorted(int(key.split()[1]) for key in results if key.startswith(engine))
        head = [
            f"| {engine} | {' | '.join(f'{size:,}' for size in sizes)} | budget, ms |",
            "|---" * (len(sizes) + 2) + "|",
        ]
        names = [*BUDGETS, "mixed load"]
        rows = [row(name, [results[f"{engine} {size}"] for size in sizes]) for name in names]
        parts.append("\n".join([*head, *rows, *site_rows([results[f"{engine} {size}"]["site"] for size in sizes])]))
    return "\n\n".join(parts) + "\n"


def row(name, found):
    cells = [cell(each["scenarios"].get(name)) for each in found]
    budget = " / ".join(str(each) for each in BUDGETS.get(name, ()) if each) or ""
    return f"| {name} | {' | '.join(cells)} | {budget} |"


def cell(values):
    """Return "2.41 ms (x11.2)": the ratio is what was measured, the time is what it means on that machine."""
    if values is None:
        return ""
    return f"{values['cpu_x_bare'] * BARE / 1000:.2f} (x{values['cpu_x_bare']:.2f})"


def site_rows(sites):
    names = dict.fromkeys(name for site in sites for name in site)
    return [
        f"| {name.replace('_', ' ')} | {' | '.join(f'{site[name]:.2f}' if name in site else '' for site in sites)} | |"
        for name in names
    ]
