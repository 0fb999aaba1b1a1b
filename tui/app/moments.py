"""Moments as people read them: the store's are ISO 8601 in UTC, screens show the terminal's own time."""

from __future__ import annotations

from datetime import datetime, timezone


def local(moment: str) -> datetime | None:
    """Return a moment in local time; `None` where it is not one."""
    try:
        told = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    except ValueError:
        return None
    return (told if told.tzinfo else told.replace(tzinfo=timezone.utc)).astimezone()


def day_and_time(moment: str) -> str:
    """Return a moment as `2026-03-01 09:14`; what is not one as it stands."""
    told = local(moment)
    return told.strftime("%Y-%m-%d %H:%M") if told else moment[:16]


def clock(moment: str, now: datetime | None = None) -> str:
    """Return the time alone for today, else day and time."""
    told = local(moment)
    if told is None:
        return moment[:16]
    today = (now or datetime.now(timezone.utc)).astimezone().date()
    return told.strftime("%H:%M").lstrip("0") if told.date() == today else told.strftime("%Y-%m-%d %H:%M")
