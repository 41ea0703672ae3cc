"""Tables as dicts of columns, and as pandas, polars and Arrow where those are installed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Table(Mapping[str, list[Any]]):
    """Columns by name; a figure that is not defined is None.

    An estimate is four columns: the figure's name, and the name with ``_std_error``, ``_ci95_low`` and ``_ci95_high``.
    Durations are seconds, shares 0..1, money in the scenario's currency.
    """

    def __init__(self, columns: Mapping[str, list[Any]] | Iterable[tuple[str, list[Any]]]) -> None:
        self._columns: dict[str, list[Any]] = dict(columns)

    def __getitem__(self, name: str) -> list[Any]:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        rows = len(next(iter(self._columns.values()), []))
        return f"<holdline.Table: {rows} rows of {', '.join(self._columns)}>"

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame."""
        import pandas

        return pandas.DataFrame(self._columns)

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars DataFrame."""
        import polars

        return polars.DataFrame(self._columns, strict=False)

    def to_arrow(self) -> pyarrow.Table:
        """The table as an Arrow Table."""
        import pyarrow

        return pyarrow.table(self._columns)


class FileTable:
    """A table in a Parquet file, with the same rows as CSV beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        """The Parquet file."""

    def __repr__(self) -> str:
        return f"<holdline.FileTable {self.path}>"

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame (which takes pyarrow)."""
        import pandas

        return pandas.read_parquet(self.path)

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars DataFrame."""
        import polars

        return polars.read_parquet(self.path)

    def to_arrow(self) -> pyarrow.Table:
        """The table as an Arrow Table."""
        import pyarrow.parquet

        return pyarrow.parquet.read_table(self.path)


def table(rows: Iterable[Mapping[str, Any]]) -> Table:
    """Rows of nested figures as a table: what a row lacks is None there."""
    flat = [dict(_flat(row, "")) for row in rows]
    names = dict.fromkeys(name for row in flat for name in row)
    return Table({name: [row.get(name) for row in flat] for name in names})


def _flat(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    """The cells of a value: an estimate becomes four, a list of thresholds one a threshold."""
    if isinstance(value, Mapping) and value.keys() >= {"value", "std_error", "ci95"}:
        low, high = value["ci95"] or (None, None)
        yield name, value["value"]
        yield f"{name}_std_error", value["std_error"]
        yield f"{name}_ci95_low", low
        yield f"{name}_ci95_high", high
        yield from _flat({key: item for key, item in value.items() if key not in ("value", "std_error", "ci95")}, name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _flat(item, f"{name}_{key}" if name else key)
    elif isinstance(value, list):
        for place, item in enumerate(value, 1):
            if isinstance(item, Mapping) and "seconds" in item:
                rest = {key: figure for key, figure in item.items() if key != "seconds"}
                yield from _flat(rest, f"{name}_{item['seconds']:g}")
            else:
                yield from _flat(item, f"{name}_{place}")
    else:
        yield name, value
