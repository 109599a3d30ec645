"""Measure every scenario at every size on every engine: `make bench SIZES="1000 100000" ENGINES=sqlite ROUNDS=5`."""

import argparse
import json
import re
import tempfile
from base64 import b64decode
from pathlib import Path

from benchmarks import report
from benchmarks.curves import draw
from benchmarks.measuring import Client, answer_of, middle, pss_of, save_answers, spent
from benchmarks.scenarios import SCENARIOS
from benchmarks.sites import database, environment, prepare, serving
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
            memory = {"worker_pss_mb": pss_of(site.workers), "cold_start_s": site.cold, **weigh(site.port)}
        return {"scenarios": found, "site": memory}


def scenarios_of(site, uncached, env, options):
    places = places_on(site)
    asked, answers = {}, {}
    for scenario in (each for each in SCENARIOS if re.search(options.only, each.name)):
        path = scenario.path.format(**places)
        headers, answer = answer_of(site if scenario.is_cached else uncached, scenario, path)
        if answer:
            asked[scenario], answers[scenario.name] = (path, headers), answer
    saved = Path(env["DATA_DIR"]) / "answers.json"
    save_answers(saved, answers)
    with serving("benchmarks.bare", {**env, "BARE_ANSWERS": str(saved)}) as bare:
        rounds = {scenario.name: [] for scenario in asked}
        for _ in range(options.rounds):
            for scenario, (path, headers) in asked.items():
                times = options.requests * (10 if scenario.is_cached else 1)
                body = b64decode(answers[scenario.name]["body"])
                ours = spent(site if scenario.is_cached else uncached, path, headers, body, times)
                yardstick = spent(bare, "/", {**headers, "X-Scenario": scenario.name}, body, options.requests * 10)
                rounds[scenario.name].append((ours, yardstick))
    sizes = {name: len(b64decode(answer["body"])) for name, answer in answers.items()}
    return {name: {**middle(found), "bytes": sizes[name]} for name, found in rounds.items()}


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
