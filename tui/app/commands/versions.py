"""What can be done with the versions of the category system."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

VERSIONS = (
    command(
        "compare_versions",
        "what became of the system since a version",
        "what became of it since, or between the marked",
        line="what became of it",
        rank=10,
        versions="enter",
    ),
    command(
        "look_at_version",
        "a version as it was",
        "look at it as it was",
        line="as it was",
        rank=20,
        why=reasons.on_a_snapshot,
        versions="v",
    ),
    command(
        "restore_version",
        "restore a version",
        "restore it: shown first",
        line="restore",
        rank=30,
        why=reasons.restores,
        versions="R",
        version="R",
    ),
    command(
        "restore_now",
        "restore it now",
        "restore it",
        line="restore",
        rank=5,
        why=reasons.can_write,
        restoring="enter",
    ),
    command(
        "go_to_node",
        "go there in the codebook",
        "go there in the codebook",
        line="go there",
        rank=10,
        difference="enter",
        version="enter",
    ),
)
