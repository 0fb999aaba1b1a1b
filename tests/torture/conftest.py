"""Where thousands of small projects are made and thrown away."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_IN_MEMORY = Path("/dev/shm")
_LONGEST = 900
"""Seconds the full counts may take, one test: the limit for all others would end one in the midst of a fork."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests with the full counts their time."""
    for item in items:
        if item.get_closest_marker("torture") is not None:
            item.add_marker(pytest.mark.timeout(_LONGEST))


@pytest.fixture
def quick_place(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: for cases that count and do not care for the disk."""
    if not os.access(_IN_MEMORY, os.W_OK):
        yield tmp_path
        return
    place = Path(tempfile.mkdtemp(prefix="postil-torture-", dir=_IN_MEMORY))
    yield place
    shutil.rmtree(place)
