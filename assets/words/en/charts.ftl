### Charts.

## What several charts say.

chart-axis-agents = agents
chart-axis-answered = answered
chart-axis-arrival = time of arrival
chart-axis-contacts = contacts
chart-axis-day = time of day
chart-axis-issues = issues
chart-axis-share = share
chart-axis-wait = wait
chart-axis-wait-until = wait until answered or abandoned
chart-at-once = at once
chart-all = all
chart-one-in = 1 in { $many }
chart-none-seen = none seen
chart-promise = { $share } in { $time }
chart-target = target
chart-target-at = target { $share }
chart-flawless-at = flawless { $share }
chart-certainty-none = one replication, so without confidence intervals
chart-certainty = band: 95 % confidence interval of the mean, { $replications }
chart-most-types = (the { $shown } types with most contacts of { $count })
chart-first-types = (the first { $shown } of { $count } types)
chart-first-groups = (the first { $shown } of { $count } groups)
chart-subtitle = { $scenario }: { $what }{ $some }; { $certainty }
chart-custom = { $chart }; { $scenario }, given in code: { $parts }
chart-a-replication = a replication

## Service level, abandonment and satisfaction through the day.

chart-service-level = share of contacts answered in time, by time of arrival
chart-abandonment = share of contacts that abandon, by time of arrival
chart-satisfaction = share of contacts that leave the customer satisfied (CSAT), by time of arrival
chart-key-by-interval = by interval of arrival
chart-key-flawless = flawless: answered at once, nothing goes wrong
chart-key-missed = interval that misses the target with 95 % confidence
chart-miss-level = { $name } misses { $promise } { $span }: lowest { $value } at { $time }
chart-miss-abandonment = { $name } loses more than { $promise } { $span }: highest { $value } at { $time }
chart-miss-once-level = { $name } misses { $promise } at { $time }: { $value }
chart-miss-once-abandonment = { $name } loses more than { $promise } at { $time }: { $value }
chart-span-all = all day
chart-span-between = between { $from } and { $to }
chart-span-some = in { $missed } of { $count } intervals
chart-also-one = { $finding }; { $name } does too
chart-also-many = { $finding }; { $count } other types do too
chart-doubt-once-level = One replication cannot tell a miss from chance: { $name } is lowest at { $time }, { $value }
chart-doubt-once-abandonment = One replication cannot tell a miss from chance: { $name } is highest at { $time }, { $value }
chart-doubt = No miss is certain; closest is { $name } at { $time }: { $value } against { $promise }
chart-kept-one-level = { $name } keeps { $promise } all day
chart-kept-one-abandonment = { $name } loses no more than { $promise } at any time of the day
chart-kept-all-level = All types keep their promise all day
chart-kept-all-abandonment = All types keep abandonment within the target all day
chart-kept-promised-level = All types with a promise keep it all day
chart-kept-promised-abandonment = All types with a target for abandonment stay within it all day
chart-extreme-level = Service level is lowest for { $name } at { $time }: { $value }
chart-extreme-abandonment = Abandonment is highest for { $name } at { $time }: { $value }
chart-no-abandonment = No contact abandons at any time of the day
chart-weeks = share of contacts answered in time, by week of arrival
chart-key-by-week = by week
chart-key-week-missed = week that misses the target with 95 % confidence
chart-axis-week = week
chart-weeks-offered = { $number } contacts a week
chart-weeks-missed = { $name } misses { $promise } in { $missed } of { $count } weeks: lowest { $value } in { $week }
chart-weeks-doubt = No week is certain to miss; closest is { $name } in { $week }: { $value } against { $promise }
chart-weeks-kept = Every promise is kept in every week; lowest is { $name } in { $week }: { $value } against { $promise }
chart-weeks-lowest = Service level is lowest for { $name } in { $week }: { $value }
chart-satisfaction-unknown = No contact tells how satisfied it left the customer
chart-satisfaction-of = { " " }of { $name }
chart-satisfaction-all = Nearly every customer is satisfied at any time of the day
chart-satisfaction-once = One replication cannot tell a fall from chance: CSAT{ $of } is lowest at { $time }, { $value }
chart-satisfaction-level = Satisfaction hardly changes through the day: CSAT{ $of } is lowest at { $time }, { $value }
chart-satisfaction-until = Customers{ $of } are content until { $until }: CSAT falls to { $value } at { $time }
chart-satisfaction-falls = Customers{ $of } are least content at { $time }: CSAT falls to { $value }

## Agents through the day.

chart-agents = number of agents logged in and number of them busy
chart-agents-note = agents; occupancy { $occupancy }
chart-agents-point = { $time }: { $staff } agents, busy { $occupancy }
chart-agents-key-staff = logged in
chart-agents-key-busy = busy
chart-agents-key-need = needed to keep the promises, by formula
chart-agents-key-cap = busy at the highest occupancy that a plan may ask for
chart-agents-key-full = busy more than 90 % of the time
chart-agents-idle = No agent is busy at any time
chart-agents-busiest = { $name } is busiest at { $time }: its agents are busy { $value } of the time
chart-agents-full-once = { $name } has no slack at { $time }: its agents are busy { $value } of the time
chart-agents-full = { $name } has no slack in { $count } intervals: busy up to { $value } of the time, at { $time }
chart-agents-full-groups = { $count } groups have no slack at their peak; { $name } most: busy { $value } of the time at { $time }

## How long contacts wait.

chart-waiting = { $scenario }: share of contacts answered within a time, of those answered or abandoned{ $some }; all of { $replications }
chart-waiting-point = { $share } answered within { $time }
chart-waiting-label = { $name }: { $level } in { $time }
chart-waiting-label-target = { $name }: { $level } in { $time } (target { $target })
chart-waiting-key-this = this type
chart-waiting-key-others = the other types
chart-waiting-key-target = target: the line should pass through it or above
chart-waiting-open = Whether { $name } keeps { $promise } cannot be told: { $level }
chart-waiting-kept = { $name } keeps its promise of { $promise } on average: { $level }
chart-waiting-all-kept = All types keep their promise on average
chart-waiting-promised-kept = All types with a promise keep it on average
chart-waiting-missed = { $name } answers { $level } within { $time }, where { $target } were promised
chart-waiting-others = { $count ->
    [one] { $finding }; another type misses its promise too
   *[other] { $finding }; { $count } other types miss theirs too
}
chart-waiting-slowest = { $name }: 90 % of the answered contacts wait at most { $wait }
chart-waiting-none = Nearly every contact is answered at once

## Satisfaction by wait.

chart-wait = { $scenario }: share of satisfied customers (CSAT) by how long the contact waited{ $some }; { $replications }
chart-wait-expected = expected: { $wait }
chart-wait-note = { $share } wait longer than expected
chart-wait-note-short = { $share } wait over { $wait }
chart-wait-point-answered = answered after { $wait }: { $csat } satisfied
chart-wait-point-abandoned = abandoned after { $wait }: { $csat } satisfied
chart-wait-key-answered = CSAT of the answered
chart-wait-key-answered-error = CSAT of the answered (bar: 95 % confidence interval)
chart-wait-key-abandoned = of the abandoned
chart-wait-key-model = model: nothing but the wait goes wrong
chart-wait-key-expected = wait that customers expect
chart-wait-key-share = share of contacts that wait so long
chart-wait-rare = Hardly any contact waits as long as customers expect to
chart-wait-too-long = { $share } of { $name } wait longer than expected ({ $expected }): their CSAT is { $csat }, of the others { $others }

## Grades.

grade-ultimate = ultimate
grade-good = good
grade-bad = bad
grade-ugly = ugly
chart-satisfied = { $csat } satisfied
chart-whole-issues = whole issues
chart-grades = { $scenario }: share of contacts, and of whole issues, by the grade customers give{ $some }; { $replications }
chart-grades-key-csat = satisfied (CSAT): ultimate and good together
chart-grades-key-csat-error = satisfied (CSAT): ultimate and good together with its 95 % confidence interval
chart-grades-key-flawless = flawless: { $share } satisfied when nothing goes wrong
chart-grades-issues = { $share } of issues end bad or ugly
chart-grades-issues-at-best = { $share } of issues end bad or ugly, { $best } if nothing went wrong
chart-grades-type = { $share } of { $name } end bad or ugly
chart-grades-worst = { $finding }; of the contacts, { $name } fares worst: { $share }

## Contacts of an issue.

chart-issues = { $scenario }: contacts of the customer for each issue, over { $issues } issues in { $replications }
chart-issues-by-contacts = Issues by number of contacts
chart-issues-mean = mean { $mean }
chart-issues-tail = Issues with at least so many contacts
chart-issues-point = { $count ->
    [one] { $count } contact: { $share } of issues
   *[other] { $count } contacts: { $share } of issues
}
chart-issues-point-or-more = { $count } contacts or more: { $share } of issues
chart-issues-tail-point = { $count ->
    [one] { $count } contact or more: { $often }
   *[other] { $count } contacts or more: { $often }
}
chart-issues-key-90 = nine in ten issues take at most { $count }
chart-issues-key-99 = 99 in a hundred at most { $count }
chart-issues-key-story = the story's { $count } contacts or more: { $often }
chart-issues-again = { $again } of issues take more than one contact; the mean is { $mean }
chart-issues-far = { $again } of issues take more than one contact, one issue in a hundred { $count } or more; the mean is { $mean }
chart-story-none = No issue is as bad as the story
chart-story-fewer = No issue is as bad as the story: fewer than 1 in { $many }
chart-story-one-in = One in { $many } issues is as bad as the story
chart-story-share = { $share } of issues are as bad as the story

## Scenarios beside each other.

the-centre = the centre
difference-real = real
difference-same = the same
difference-negligible = negligible
difference-in-doubt = not distinguishable
chart-comparison = { $count } scenarios, the first is { $first }; bar: 95 % confidence interval of the mean, { $replications }
chart-comparison-key-hollow = hollow: not distinguishable from the one it is compared with
chart-comparison-noise = No difference between the scenarios can be told from noise
chart-comparison-rises = With “{ $scenario }”, { $figure } of { $subject } rises from { $first } to { $this }
chart-comparison-falls = With “{ $scenario }”, { $figure } of { $subject } falls from { $first } to { $this }
chart-csat-of-issues = CSAT of issues
chart-csat-of = CSAT of { $name }
chart-customers = difference from { $other } for the same customers; bar: 95 % confidence interval of the mean difference, { $count } paired replications; money is a replication's
chart-customers-extended = difference from the scenario that each extends for the same customers; bar: 95 % confidence interval of the mean difference, { $count } paired replications; money is a replication's
chart-customers-before = before: { $value }
chart-customers-key-hollow = hollow: not distinguishable from it
chart-customers-noise = No difference for customers can be told from noise
chart-customers-rises = With “{ $scenario }”, { $figure } rises by { $size }
chart-customers-falls = With “{ $scenario }”, { $figure } falls by { $size }

## How the days differ.

chart-axis-days = days
chart-axis-of-day = { $figure } of the day
chart-days = { $scenario }: share of simulated days by how they came out{ $some }; { $days } days
chart-days-note = { $share } of days keep it
chart-days-point = { $from }–{ $to }: { $share } of days
chart-days-point-missed = { $from }–{ $to }: { $share } of days, of which { $missed } miss a promise
chart-days-key-days = days that keep all promises
chart-days-key-missed = days that miss a promise
chart-days-all = Every type keeps its promise on at least { $share } of days
chart-days-worst = { $name } keeps all that is promised on { $share } of days
chart-days-worst-level = { $name } keeps its promise on { $share } of days; one day in twenty answers { $low } or less in time
chart-days-worst-abandonment = { $name } keeps its promise on { $share } of days; one day in twenty loses { $low } or more

## What money buys.

chart-axis-cost = cost
chart-tradeoff = { $count } scenarios; bars: 95 % confidence interval, { $replications }; a thin line leads from each scenario to the one it is compared with
chart-tradeoff-service = answered in time
chart-tradeoff-point = { $scenario }: { $figure } { $value }, cost { $cost }
chart-tradeoff-better-cheaper = “{ $scenario }” serves better for less money than “{ $against }”: { $service } answered in time, cost { $cost }
chart-tradeoff-better-dearer = “{ $scenario }” serves better than “{ $against }” for more money: { $service } answered in time, cost { $cost }
chart-tradeoff-worse-cheaper = “{ $scenario }” saves money and serves worse than “{ $against }”: { $service } answered in time, cost { $cost }
chart-tradeoff-worse-dearer = “{ $scenario }” serves worse for more money than “{ $against }”: { $service } answered in time, cost { $cost }
chart-tradeoff-cheaper = “{ $scenario }” costs less than “{ $against }” and serves no differently for certain: cost { $cost }
chart-tradeoff-dearer = “{ $scenario }” costs more than “{ $against }” and serves no differently for certain: cost { $cost }
chart-tradeoff-better = “{ $scenario }” serves better than “{ $against }” at no certain difference in cost: { $service } answered in time
chart-tradeoff-worse = “{ $scenario }” serves worse than “{ $against }” at no certain difference in cost: { $service } answered in time
chart-tradeoff-many = { $better } of { $count } scenarios serve better for less money than the one they are compared with
chart-tradeoff-noise = No scenario differs for certain in cost or in service from the one it is compared with
chart-tradeoff-unknown = What cost and service are, where no two can be compared by both
