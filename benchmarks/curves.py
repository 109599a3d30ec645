"""Growth curves as SVG: CPU a request over the bare function, by the number of postings, both logarithmic."""

from math import log10

WIDTH, HEIGHT, LEFT, TOP, FOOT = 640, 360, 52, 20, 40
LINE = 13
SHOWN = {
    "cached list": "#0a7d4f", "list": "#1b5fc1", "list, two filters": "#7a3fc0", "list, last page": "#0b8a9c",
    "posting": "#a15c00", "search, 5 %": "#c0266b", "eligibility, all": "#b3261e",
}  # fmt: skip


def draw(results, folder):
    for engine in dict.fromkeys(key.split()[0] for key in results):
        found = {int(key.split()[1]): each["scenarios"] for key, each in results.items() if key.startswith(engine)}
        if len(found) > 1:
            (folder / f"growth-{engine}.svg").write_text(svg(engine, dict(sorted(found.items()))))


def svg(engine, found):
    sizes = list(found)
    most = max(values["cpu_x_bare"] for each in found.values() for name, values in each.items() if name in SHOWN)
    x = scale(min(sizes), max(sizes), LEFT, WIDTH - 150)
    y = scale(0.5, most, HEIGHT - FOOT, TOP)
    grid = [
        line(LEFT, y(value), WIDTH - 150, y(value), f"x{value}") for value in (1, 3, 10, 30, 100, 300) if value < most
    ]
    ticks = [text(x(size), HEIGHT - FOOT + 16, f"{size:,}", "middle") for size in sizes]
    title = text(LEFT, HEIGHT - 6, f"CPU a request over a bare WSGI function, by postings ({engine})", "start")
    points = {name: points_of(name, found, x, y) for name in SHOWN}
    points = {name: each for name, each in points.items() if each}
    labels = apart({name: each[-1][1] for name, each in points.items()})
    curves = [curve(name, each, labels[name]) for name, each in points.items()]
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    back = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>'
    return "\n".join([head, back, *grid, *ticks, title, *curves, "</svg>"]) + "\n"


def scale(low, high, start, stop):
    span = log10(high) - log10(low)
    return lambda value: round(start + (log10(value) - log10(low)) / span * (stop - start), 1)


def line(x1, y1, x2, y2, label):
    rule = f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#ddd"/>'
    return rule + text(x1 - 6, y1 + 4, label, "end")


def text(x, y, words, anchor, colour="#333"):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def points_of(name, found, x, y):
    return [(x(size), y(each[name]["cpu_x_bare"])) for size, each in found.items() if name in each]


def apart(heights):
    """Return {name: height} of labels, each at its line or below the one above it."""
    found, above = {}, 0
    for name, height in sorted(heights.items(), key=lambda item: item[1]):
        found[name] = above = max(height, above + LINE)
    return found


def curve(name, points, height):
    colour = SHOWN[name]
    drawn = " ".join(f"{left},{top}" for left, top in points)
    label = text(points[-1][0] + 6, round(height + 4, 1), name, "start", colour)
    return f'<polyline points="{drawn}" fill="none" stroke="{colour}" stroke-width="2"/>{label}'
