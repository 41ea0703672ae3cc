### The page that an executive reads.

## Parts of the page.

section-finding = What was found
section-targets = Scenarios against targets
section-notes = Before you rely on it
section-waiting = Waiting
section-abandonment = Abandonment
section-satisfaction = Satisfaction
section-staffing = Staffing against need through the day
section-days = From day to day
section-money = Cost, service and satisfaction
section-journeys = Customers' journeys
section-assumptions = What was assumed
section-again = How to get these figures again
page-named = “{ $name }”
page-subtitle = { $replications }; holdline { $version }
page-skip = To the finding
page-choose = Charts of

## Tables.

page-scenario = scenario
page-contact-type = kind of contact
page-targets-caption = Means over all replications, with what was promised below them
page-journeys-caption = From the first contact of a customer to the end of the issue; counts and money for each replication
page-against = against “{ $name }”
page-at-most = at most { $value }
page-at-least = at least { $value }
page-how-to-read = ± is half of the 95 % confidence interval. A promise is kept or missed when the whole interval is on one side of the target; otherwise it is open: chance could decide. Promises are judged by the mean over the whole time; days met is the share of single days that keep all that is promised for a type.
page-how-real = A difference is called real when it cannot be chance: all comparisons of this page taken together are right with 95 % confidence. Scenarios that are compared share their chance, with the same seed customer by customer, so that small differences can be told. Cost is the pay of all paid hours and, where customers are followed, what is spent on them.
verdict-met = met
verdict-missed = missed
verdict-open = open
standing-kept = { $count ->
    [one] ✓ keeps its promise
   *[other] ✓ keeps all { $count } promises
}
standing-missed = { $count ->
    [one] ✗ misses its promise
   *[other] ✗ misses { $missed } of { $count } promises
}
standing-open = { $count ->
    [one] ? promise is open
   *[other] ? { $open } of { $count } promises are open
}
standing-unpromised = no target
page-difference = { $size } { $word }

## Charts.

page-picture = { $heading } { $note } ({ $count ->
    [one] { $count } value
   *[other] { $count } values
})
page-chart = chart
page-hint = The arrow keys walk along the values; Home and End lead to the first and the last.
page-as-table = Show as a table
page-hide-table = Hide the table
page-table-panel = panel
page-table-words = reading
page-table-value = exact value

## What was found: a promise in words.

finding-answer = { $name }: { $figure } answered within { $time } ({ $target } promised)
finding-abandon = { $name }: { $figure } abandon (at most { $target } promised)
finding-speed = { $name }: answered after { $figure } on average (at most { $target } promised)
finding-satisfaction = { $name }: { $figure } satisfied (at least { $target } promised)
finding-days = { $name }: { $figure } of days keep all that is promised ({ $target } of days promised)
finding-occupancy = { $name }: agents busy { $figure } of the time (at most { $target } promised)
finding-undefined = { $name }: no contact counted, so there is no figure
finding-remarks = { " " }({ $remarks })
finding-remark-open = open is whether { $names } { $count ->
    [one] does
   *[other] do
} so, too
finding-remark-blocked = { $share } of { $name } find all lines busy or the queue full
finding-remark-blocked-by = with “{ $scenario }”, { $share } of { $name } find all lines busy or the queue full

## What was found: one scenario.

finding-one-kept = “{ $name }” keeps all its promises on average{ $remarks }.
finding-one-kept-cost = “{ $name }” keeps all its promises on average{ $remarks }, at a cost of { $cost }.
finding-one-nearest = Each of them is certain to 95 %; the tightest is { $promise }.
finding-one-nearest-days = Each of them is certain to 95 %; the tightest is { $promise }, and { $days } of single days keep all that is promised for { $name }.
finding-one-open = Whether “{ $name }” keeps all its promises cannot be told yet; open is { $promise }.
finding-one-balance = { $kept } of { $count } are certain to be kept and none is certain to be missed; more replications will tell.
finding-one-missed = { $count ->
    [one] “{ $name }” misses its promise for { $promise }.
   *[other] “{ $name }” misses one of its { $count } promises, that for { $promise }.
}
finding-one-missed-more = “{ $name }” misses { $missed } of its { $count } promises, most clearly for { $promise }.
finding-one-certain = That is certain to 95 %: more replications will not change it, only other staffing or another promise
finding-one-likely = Judged by itself that is certain to 95 %, but of { $count } promises one may look so by chance
finding-one-single-days = { $sure }; { $days } of single days keep all that is promised for { $name }.
finding-one-no-days = { $sure }.
finding-once = One replication cannot tell whether “{ $name }” keeps its promises.
finding-once-so = The figures below are the luck of a single run: run at least 10 replications, better 100, before you decide.
finding-one-unpromised = “{ $name }” names no target, so nothing here is kept or missed.
finding-one-unpromised-cost = “{ $name }” names no target, so nothing here is kept or missed; it costs { $cost }.
finding-one-usual = The contact type with most contacts is { $name }: answered after { $wait } on average, and { $abandon } abandon.
finding-one-nothing = Nothing was answered, so there is nothing to tell.

## What was found: several scenarios.

finding-only = Only “{ $name }” keeps all its promises on average{ $remarks }.
finding-only-cost = Only “{ $name }” keeps all its promises on average{ $remarks }; it costs { $cost }.
finding-sure = Only “{ $name }” is sure to keep all its promises on average{ $remarks }.
finding-sure-cost = Only “{ $name }” is sure to keep all its promises on average{ $remarks }; it costs { $cost }.
finding-cheapest = “{ $name }” keeps all its promises on average at the least cost{ $remarks }: { $cost }.
finding-same-cost = All promises are kept on average by { $names }{ $remarks }, at the same cost of { $cost }.
finding-not-clearly = “{ $name }” keeps all its promises on average and costs least, { $cost }, but by no more than noise: { $names } may cost as little{ $remarks }.
finding-kept-costless = All promises are kept on average by { $names }{ $remarks }; none can be called the cheapest, for not every cost is known and comparable.
finding-undecided = No scenario is sure to keep all its promises, but “{ $name }” may; open is { $promise }.
finding-nobody = No scenario keeps all its promises, and none comes clearly nearest; “{ $name }” { $count ->
    [one] misses its promise for
   *[other] { $missed ->
        [one] misses one of { $count }, that for
       *[other] misses { $missed } of { $count }, most clearly for
    }
} { $promise }.
finding-nobody-nearest = No scenario keeps all its promises; “{ $name }” comes nearest and { $count ->
    [one] misses its promise for
   *[other] { $missed ->
        [one] misses one of { $count }, that for
       *[other] misses { $missed } of { $count }, most clearly for
    }
} { $promise }.
finding-nobody-else = “{ $name }” { $count ->
    [one] misses its promise for
   *[other] { $missed ->
        [one] misses one of { $count }, that for
       *[other] misses { $missed } of { $count }, most clearly for
    }
} { $promise }; the others promise nothing.
finding-several-once = One replication cannot tell whether the promises are kept, or which scenario is better.
finding-joined = { $first }; { $second }.
finding-cost-more = “{ $name }” costs { $size } more than “{ $other }”, and that is real
finding-cost-less = “{ $name }” costs { $size } less than “{ $other }”, and that is real
finding-cost-noise = “{ $name }” and “{ $other }” cannot be told apart by cost ({ $difference })
finding-cost-same = “{ $name }” costs the same as “{ $other }”
finding-bought-rises = with “{ $name }”, { $figure } of { $subject } rises by { $size }
finding-bought-falls = with “{ $name }”, { $figure } of { $subject } falls by { $size }
finding-stands-kept = “{ $name }” keeps all its promises on average
finding-stands-open = whether “{ $name }” keeps its promises is open for { $promise }
finding-stands-missed = “{ $name }” misses its promise for { $promise }
finding-stands-missed-more = “{ $name }” misses { $missed } of { $count } promises, most clearly for { $promise }
finding-stands-unpromised = “{ $name }” promises nothing
finding-unpromised = No scenario names a target, and none is clearly the cheapest; “{ $name }” costs least on average: { $cost }.
finding-unpromised-cheapest = No scenario names a target; “{ $name }” costs least, { $cost }, and that is real.
finding-unpromised-costless = No scenario names a target, and not every one a cost, so none is better by itself.
finding-noise = Nothing of what customers meet differs by more than noise.
finding-outcome-rises = The clearest difference is real: with “{ $name }”, { $figure } of { $subject } rises by { $size }.
finding-outcome-falls = The clearest difference is real: with “{ $name }”, { $figure } of { $subject } falls by { $size }.

## What was found: scenarios that have nothing in common.

finding-many = These { $scenarios } scenarios are { $families } groups, each compared only within itself; { $kept ->
    [0] in none of them is a scenario sure to keep all its promises.
    [one] in one of them a scenario is sure to keep all its promises.
   *[other] in { $kept } of them a scenario is sure to keep all its promises.
}
finding-many-changes = Of { $pairs ->
    [one] one comparison
   *[other] { $pairs } comparisons
}, { $changes }; all of that is real.
finding-many-happier = { $count ->
    [one] { $count } makes
   *[other] { $count } make
} customers more satisfied
finding-many-sadder = { $count ->
    [one] { $count } makes
   *[other] { $count } make
} customers less satisfied
finding-many-cheaper = { $count ->
    [one] { $count } costs
   *[other] { $count } cost
} less
finding-many-dearer = { $count ->
    [one] { $count } costs
   *[other] { $count } cost
} more
finding-many-nothing = Within them neither satisfaction nor cost differs by more than noise.
finding-many-apart = Nothing in them can be compared, so none is better or worse than another.
finding-many-inside = What differs inside each stands in the table below.

## What was assumed.

assumed-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
assumed-cost = { $cost } in { $time }
assumed-cost-day = { $cost } a day
assumed-horizon = { $time }, in steps of { $step }
assumed-horizon-from = { $time } from { $start }, in steps of { $step }
assumed-warm-up = Contacts that arrive in the first { $time } are not counted.
assumed-service-level-default = Service level: answered in time, of those answered or abandoned.
assumed-service-level-offered = Service level: answered in time, of all offered; blocked and closed count as missed.
assumed-service-level-answered-only = Service level: answered in time, of those answered.
assumed-service-level-ignore-short-abandons = Service level: answered in time, of those answered or abandoned; who abandons in time is left out.
assumed-service-level-credit-short-abandons = Service level: answered in time, of those answered or abandoned; who abandons in time counts as met.
assumed-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
assumed-satisfaction = How satisfied customers are is worked out by a model from what they lived through, not asked of them.
assumed-contacts-caption = Contacts and customers
assumed-demand = demand
assumed-open = open
assumed-handling = handling time
assumed-patience = patience
assumed-customers = customers
assumed-per-day = { $number } a day
assumed-per-hour = { $number } an hour
assumed-busy-factor = days differ by ± { $share }
assumed-always = always
assumed-closed = closed
assumed-law-spread = { $law }, spread { $share }
assumed-talk = talk { $mean }, { $law }
assumed-wrap = wrap-up { $mean }, { $law }
assumed-handle-profile = through the day { $least } to { $most } times that
assumed-patient = nobody hangs up
assumed-balk = { $share } leave at once if they must wait
assumed-redial = { $share } try again after abandoning
assumed-resolution = { $share } solved at the first attempt
assumed-repeat = { $share } of the unsolved come back
assumed-callback = { $share } accept a call-back
assumed-queue-limit = at most { $count } waiting
assumed-agents-caption = Agents
assumed-group = group
assumed-skills = handle
assumed-level = { $name } (level { $level })
assumed-most = most at once
assumed-hours = hours on duty a day
assumed-pay = pay an hour
assumed-away = paid time away (shrinkage)
assumed-more = further
assumed-staff-constant = the same number always
assumed-staff-per-interval = by interval
assumed-staff-shifts = in shifts
assumed-absence = { $share } do not come
assumed-not-ready = with nothing in hand { $share } not ready, { $time } at a time
assumed-cap = at most { $share } busy
assumed-chats = { $count } chats at once
channel-voice = calls
channel-chat = chats
channel-email = e-mails
channel-social = social messages
channel-self-service = self-service
channel-chatbot = chatbot
law-constant = always the same
law-exponential = exponential
law-lognormal = lognormal
law-gamma = gamma
law-erlang = Erlang
law-weibull = Weibull
law-uniform = uniform
law-hyperexponential = hyperexponential
law-empirical = as measured
law-custom = given in code
day-1 = Mon
day-2 = Tue
day-3 = Wed
day-4 = Thu
day-5 = Fri
day-6 = Sat
day-7 = Sun
further-carry = a share of a busy day goes over to the next
further-calendar = calendar of weeks, holidays and campaigns
further-modulated = in random waves
further-route = a route of its own
further-head_start = a head start in the queue
further-slowdown = slower with several chats at once
further-transfer = passed on to others
further-history = the story is told again
further-owner = the same agent if possible
further-escalate = some go public or to a regulator
further-promise = calls promised and not always made
further-out_of_hours = some try again or leave a message when it is closed
further-recovery = compensation
further-handle = handling times of its own
further-reserve = some agents are kept free
further-resolution = resolution of its own
further-conduct = conduct of its own
further-quality = quality management
further-training = training
further-people = people who start, learn and leave

## How to get it again.

again-how = The same command with the same version and the same files gives the same figures to the last digit, on any machine.
again-seed = { $name }: seed { $seed }, { $replications }
again-inputs = Files that were read, with their SHA-256:
