"""Which rows of how many: the arithmetic behind the pager."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pages:
    """A page of rows among all of them. `number` counts from 0."""

    total: int = 0
    number: int = 0
    size: int = 50

    @property
    def count(self) -> int:
        """How many pages there are; one even when there is nothing."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The number of the first row of this page, as people count."""
        return self.number * self.size + 1

    @property
    def last(self) -> int:
        """The number of the last row of this page, as people count."""
        return min(self.total, self.first + self.size - 1)

    def holds(self, number: int) -> bool:
        """Tell whether there is a page of this number."""
        return 0 <= number < self.count

    def words(self) -> str:
        """Say where we are: 'Rows 1 to 50 of 1,204'."""
        if not self.total:
            return "No rows"
        if self.count == 1:
            return "1 row" if self.total == 1 else f"{self.total:,} rows"
        return f"Rows {self.first:,} to {self.last:,} of {self.total:,}"
