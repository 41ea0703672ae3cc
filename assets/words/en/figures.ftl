### Numbers with their units, and lists of names.

unit-percent = { $number } %
unit-points = { $number } pt
unit-s = { $number } s
unit-min = { $number } min
unit-h = { $number } h

replications = { $count ->
    [one] { $count } replication
   *[other] { $count } replications
}

replications-between = { $least } to { $most } replications

named = { $name }: { $value }
list-two = { $first } and { $second }
list-three = { $first }, { $second } and { $third }
list-more = { $first }, { $second } and { $count } more
list-apart = { "; " }

## What figures are called.

figure-offered = offered
figure-answered = answered
figure-abandoned = abandoned
figure-blocked = blocked
figure-closed = closed
figure-called_back = called back
figure-mean_wait_called_back = wait of the called back
figure-p_wait = share that waits
figure-p_abandon = abandonment
figure-p_blocked = blocked share
figure-service_level = service level
figure-mean_wait = mean wait
figure-mean_wait_answered = time to answer
figure-mean_wait_abandoned = mean wait of the abandoned
figure-mean_queue = mean queue
figure-days_met = days met
figure-occupancy = occupancy
figure-logged_in_hours = hours logged in
figure-paid_hours = hours paid
figure-cost = cost
figure-csat = satisfied (CSAT)
figure-nps = promoters less detractors (NPS)
figure-effort = effort
figure-issues = issues
figure-resolved = resolved
figure-gave_up = given up
figure-escalated = escalated
figure-open = still open
figure-resolved_at_first = resolved at first contact
figure-contacts_per_issue = contacts per issue
figure-time_to_resolution = time to resolution
figure-time_on_contact = time on contact
figure-agents_met = agents met
figure-longest_wait = longest wait
figure-repetitions = story told again
figure-broken_promises = broken promises
figure-churned = customers lost
figure-churn_share = customers who leave
figure-money_at_risk = money at risk
figure-story = issues as bad as the story

label-in-time = { $figure } in { $time }
label-answered-within = { $share } of the answered within
label-at-most = { $figure }: { $share } at most
origin-fresh = fresh
origin-redial = redial
origin-repeat = repeat
origin-transfer = transfer
part-mean = mean
part-max = max
part-share = share
part-percentile = percentile
