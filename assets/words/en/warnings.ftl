### What a reader should know before believing the figures: what was seen, why it matters, what to try.

warning-custom = Parts of this centre were given in code: { $parts }
warning-custom-matters = The scenario alone gives other figures.
warning-custom-remedy = Cite the program that has these parts; only it makes the figures again.
custom-routing = routing ({ $name })
custom-patience = patience of { $contact } ({ $name })

warning-interrupted = { $count ->
    [one] Interrupted after one replication
   *[other] Interrupted after { $count } replications
}
warning-interrupted-matters = The figures are right but less precise than planned.
warning-interrupted-remedy = Run again to the end for the intervals you asked for.

warning-imprecise = The precision asked for was not reached in { $count } replications
warning-imprecise-matters = The intervals are still wider than you wanted.
warning-imprecise-remedy = Allow more replications, or ask for less precision.

warning-single = A single replication
warning-single-matters = It cannot tell how far chance moved the figures.
warning-single-remedy = Run at least 10, better 100: `--replications 100`.

warning-few = Only { $count } replications
warning-few-matters = The intervals are wide and themselves uncertain.
warning-few-remedy = Run at least 10, better 100: `--replications 100`.

warning-no-contact = No contact arrived: { $names }
warning-no-contact-matters = Its figures are undefined.
warning-no-contact-remedy = Check its arrivals and opening hours.

warning-rough = The service level is known only roughly: { $names }
warning-rough-matters = More than 2 points either way hides a good agent's worth of difference.
warning-rough-remedy = Run more replications; four times as many halve the interval.

warning-noise = The target is missed, but chance alone could have done that: { $names }
warning-noise-level = { $level } against { $target }; about { $times } times as many replications would tell
warning-noise-matters = Staff added for it may cure nothing but noise.
warning-noise-remedy = Run more replications before you decide.

warning-bad-days = The mean meets the target but many days do not: { $names }
warning-bad-days-share = { $share } of days
warning-bad-days-matters = Customers live through days, not through the mean.
warning-bad-days-remedy = Staff for the busier days, or promise less.

warning-blocked = Many contacts found all lines busy or the queue full: { $names }
warning-blocked-matters = They are not in the service level, which looks better than the service was.
warning-blocked-remedy = Add lines or raise `queue_limit`, or report the service level as `offered`.

warning-closed = Contacts were turned away at closing time: { $names }
warning-closed-number = { $number } a replication
warning-closed-matters = They count as closed and are not in the service level.
warning-closed-remedy = Keep agents on after closing, or set `at_close = "serve"`.

warning-busy = Agents are busy more than 90 % of the time: { $names }
warning-busy-matters = Waits grow steeply from here, and people tire.
warning-busy-remedy = Add agents, or move contacts to a group with room.

warning-cap = Agents are busier than `max_occupancy` allows: { $names }
warning-cap-occupancy = { $occupancy }, cap { $cap }
warning-cap-matters = They work harder than the plan promised them.
warning-cap-remedy = Add agents, or raise `max_occupancy`.

warning-open = { $share } of the issues were still open when the horizon ended
warning-open-matters = They count as unresolved, with fewer contacts than they would have needed.
warning-open-remedy = Simulate more days; what is left open then weighs less.

warning-endless = Nobody hangs up, however long the wait: { $names }
warning-endless-wait = mean wait { $wait }
warning-endless-matters = People do give up; without that the queue grows longer than a real one, and so does the team that it seems to need.
warning-endless-remedy = Give `patience`: from your own log, or some six minutes, as measured at a bank.

warning-unasked = Many wait longer than customers were ever asked about: { $names }
warning-unasked-share = { $share } wait over { $wait }
warning-unasked-matters = The model of satisfaction continues a curve there for which nobody has figures.
warning-unasked-remedy = Compare scenarios by it, do not quote the level; set `[satisfaction]` from your own survey.
