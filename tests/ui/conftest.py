"""Holds off the fault of the Qt binding also where a test dresses nothing."""

from __future__ import annotations

from dsl_desk.system.none_kept import keep_none

keep_none()
