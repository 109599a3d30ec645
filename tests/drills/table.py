"""The promises that drills hold, printed as a table after the run, each with what was measured."""

import os

WHOLE = os.environ.get("DRILLS") == "whole"


def amount(sample, whole):
    """Return how much of something a drill does: a sample among the tests, all of it by `make drills`."""
    return whole if WHOLE else sample


def pytest_runtest_setup(item):
    if marker := item.get_closest_marker("drill"):
        assert "figure" in item.fixturenames, "A drill says what it measured."
        item.user_properties.append(("promise", marker.args[0]))


def pytest_terminal_summary(terminalreporter):
    if rows := [row for outcome in OUTCOMES for row in rows_of(terminalreporter, outcome)]:
        terminalreporter.section("promises")
        wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for promise, figure, outcome in sorted(rows):
            terminalreporter.line(f"{promise:{wide[0]}} | {figure:{wide[1]}} | {outcome}")


OUTCOMES = {"passed": "pass", "failed": "FAIL", "error": "FAIL", "skipped": "skipped"}


def rows_of(terminalreporter, outcome):
    reports = [report for report in terminalreporter.stats.get(outcome, []) if hasattr(report, "user_properties")]
    found = [dict(report.user_properties) for report in reports]
    return [(each["promise"], each.get("figure", ""), OUTCOMES[outcome]) for each in found if "promise" in each]
