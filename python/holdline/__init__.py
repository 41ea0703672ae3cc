"""A contact-centre simulator and staffing planner: open, exact, fast, and honest about uncertainty.

>>> import holdline
>>> result = holdline.run("scenarios/peak-monday.toml")     # a path, a text or a dict
>>> result.contacts.to_pandas()                             # or .to_polars(), .to_arrow(), dict(result.contacts)

:func:`run` simulates, :func:`staff` plans, :func:`erlang` calculates, :func:`fit` makes a scenario of a log,
:func:`sweep` simulates many scenarios, :mod:`holdline.dask` does so on a cluster.
"""

from ._erlang import erlang
from ._fit import Fitted, fit
from ._holdline import __version__
from ._run import Result, run
from ._staff import StaffingPlan, staff
from ._sweep import Sweep, merge, sweep
from ._tables import FileTable, Table
from .errors import HoldlineWarning, Infeasible, Problem, ScenarioError

__all__ = [
    "FileTable",
    "Fitted",
    "HoldlineWarning",
    "Infeasible",
    "Problem",
    "Result",
    "ScenarioError",
    "StaffingPlan",
    "Sweep",
    "Table",
    "__version__",
    "erlang",
    "fit",
    "merge",
    "run",
    "staff",
    "sweep",
]
