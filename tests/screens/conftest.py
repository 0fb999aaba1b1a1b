"""The fixture that compares a screen with its picture, with pictures that any machine draws alike."""

from collections.abc import Callable
from typing import Any

import pytest
import pytest_textual_snapshot
from syrupy.types import SerializableData, SerializedData

from tests.screens.picture import portable


class Picture(pytest_textual_snapshot.SVGImageExtension):
    """A screen's picture as it is kept and compared."""

    def serialize(self, data: SerializableData, **settings: Any) -> SerializedData:
        """Return the picture made portable, as text."""
        return portable(str(super().serialize(data, **settings)))


@pytest.fixture
def snap_compare(snapshot: Any, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Return the plug-in's own comparison, keeping portable pictures."""
    monkeypatch.setattr(pytest_textual_snapshot, "SVGImageExtension", Picture)
    compare: Callable[..., bool] = pytest_textual_snapshot.snap_compare.__wrapped__(snapshot, request)
    return compare
