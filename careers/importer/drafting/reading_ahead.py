"""Reads files in other processes while this one saves: reading an advert takes as long as saving it."""

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from careers.importer.advert import Context, parse
from careers.importer.sections.decoding import NotAnAdvert, decode

from .reading import Reading, reading_of

# Adverts that may wait to be saved: this bounds memory. Fewer files are read sooner than a process starts.
MOST_AHEAD = 50
WORTH_A_PROCESS = 40
MOST_PROCESSES = 3
known = Context()

Found = Reading | NotAnAdvert | OSError


def read_files(paths: Sequence[Path], context: Context) -> Iterator[tuple[Path, Found]]:
    """Yield each path, in order, with what its advert says or the error that tells why it is none."""
    processes = min((os.cpu_count() or 1) - 1, MOST_PROCESSES)
    if len(paths) < WORTH_A_PROCESS or not processes:
        yield from ((path, read_file(path, context)) for path in paths)
        return
    # Spawned, not forked: an open database connection must not be shared.
    with ProcessPoolExecutor(processes, get_context("spawn"), learn, (context,)) as pool:
        ahead: deque[tuple[Path, Future[Found]]] = deque()
        for path in paths:
            ahead.append((path, pool.submit(read_file, path)))
            if len(ahead) > MOST_AHEAD:
                first, future = ahead.popleft()
                yield first, future.result()
        yield from ((path, future.result()) for path, future in ahead)


def learn(context: Context) -> None:
    """Keep in a reading process what all its files are read with."""
    global known
    known = context


def read_file(path: Path, context: Context | None = None) -> Found:
    context = context or known
    try:
        return reading_of(parse(decode(path.read_bytes()), context), context.skills)
    except (NotAnAdvert, OSError) as error:
        return error
