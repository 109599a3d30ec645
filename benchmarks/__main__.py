"""Measure every scenario at every size on every engine: `make bench SIZES="1000 100000" ENGINES=sqlite ROUNDS=5`."""

import argparse
import json
import re
import tempfile
from base64 import b64decode
from pathlib import Path

from benchmarks import report
from benchmarks.curves import draw
from benchmarks.measuring import Client, answer_of, middle, pss_of, spent
from benchmarks.scenarios import BY_NAME, MIXED, SCENARIOS
from benchmarks.sites import database, environment, prepare, reading, serving
from benchmarks.weight import weigh

RESULTS = Path(__file__).resolve().parent / "results"


def main():
    options = arguments()
    before = report.load(RESULTS)
    results = dict(before)
    for engine in options.engines:
        for size in options.sizes:
            print(f"\n{engine}, {size:,} postings", flush=True)
            was, found = before.get(f"{engine} {size}", {"scenarios": {}}), measured(engine, size, options)
            print(report.table(found, was), flush=True)
            found["scenarios"] = {**was["scenarios"], **found["scenarios"]}
            if options.only:
                # A process that was asked for a part has less in memory.
                found["site"] = was.get("site", found["site"])
            results[f"{engine} {size}"] = found
            (RESULTS / "latest.json").write_text(json.dumps(results, indent=1) + "\n")
    draw(results, RESULTS)
    (RESULTS / "table.md").write_text(report.markdown(results))


def arguments():
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000, 100_000])
    parser.add_argument("--engines", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--requests", type=int, default=40, help="of an uncached page in a round; ten times of others")
    parser.add_argument("--only", default="", help="a regular expression for the scenarios to measure")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "careers-bench")
    return parser.parse_args()


def measured(engine, size, options):
    folder = options.folder / f"{engine}-{size}"
    folder.mkdir(parents=True, exist_ok=True)
    with database(engine, folder) as variables:
        env = environment(folder, **variables)
        prepare(folder, size, env)
        with serving("careers.wsgi", env, "/postings/") as site, serving("benchmarks.uncached", env) as uncached:
            found = scenarios_of(site, uncached, env, options)
            memory = {"worker_pss_mb": pss_of(site.workers), **site.cold, "advert_ms": reading(env), **weigh(site.port)}
        return {"scenarios": found, "site": memory}


def scenarios_of(site, uncached, env, options):
    places = places_on(site)
    wanted = [scenario for scenario in SCENARIOS if re.search(options.only, scenario.name)]
    runs = [(each.name, site if each.is_cached else uncached, [each]) for each in wanted]
    if re.search(options.only, "mixed load"):
        runs.append(("mixed load", site, [BY_NAME[name] for name in MIXED]))
    asked, answers = {}, {}
    for name, server, scenarios in runs:
        found = [answer_of(server, each, each.path.format(**places)) for each in scenarios]
        asked[name] = server, [(path, headers, body_of(answer)) for path, headers, answer in found if answer]
        answers |= {f"{name} {place}": answer for place, (_, _, answer) in enumerate(found) if answer}
    saved = Path(env["DATA_DIR"]) / "answers.json"
    saved.write_text(json.dumps(answers))
    with serving("benchmarks.bare", {**env, "BARE_ANSWERS": str(saved)}) as bare:
        rounds = {name: [] for name in asked if asked[name][1]}
        for name, found in [*rounds.items()] * options.rounds:
            server, ours = asked[name]
            same = [
                ("/", {**given, "X-Scenario": f"{name} {place}"}, body) for place, (_, given, body) in enumerate(ours)
            ]
            times = options.requests * (1 if server is uncached else 10)
            found.append((spent(server, ours, times), spent(bare, same, options.requests * 10)))
    sizes = {name: sum(len(body) for *_, body in ours) // len(ours) for name, (_, ours) in asked.items() if ours}
    return {name: {**middle(found), "bytes": sizes[name]} for name, found in rounds.items()}


def body_of(answer):
    return b64decode(answer["body"])


def places_on(site):
    """Return the addresses that differ from site to site, read from its own first page."""
    text = Client(site.port).get("/postings/", {})[1].decode()
    pages = re.search(r"Page 1 of ([\d,]+)", text)
    return {
        "page": pages[1].replace(",", "") if pages else 1,
        "posting": re.search(r'class="card__title"><a href="([^"]+)"', text)[1],
        "static": re.search(r"/static/css/site\.\w+\.css", text)[0],
    }


if __name__ == "__main__":
    main()
