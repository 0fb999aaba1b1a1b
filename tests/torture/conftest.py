"""Where thousands of small projects are made and thrown away."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_IN_MEMORY = Path("/dev/shm")


@pytest.fixture
def quick_place(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: for cases that count and do not care for the disk."""
    if not os.access(_IN_MEMORY, os.W_OK):
        yield tmp_path
        return
    place = Path(tempfile.mkdtemp(prefix="postil-torture-", dir=_IN_MEMORY))
    yield place
    shutil.rmtree(place)
