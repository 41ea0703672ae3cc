### The workbook of results: its sheets, its columns and the words in them. What the page has a word for is called the
### same here and stands there.

## Sheets: a name has at most 31 characters and none of []:*?/\

book-sheet-scenarios = scenarios
book-sheet-targets = targets
book-sheet-charts = charts
book-sheet-contacts = contacts
book-sheet-agents = agents
book-sheet-journeys = journeys
book-sheet-types = by contact type
book-sheet-groups = by agent group
book-sheet-comparisons = comparisons
book-sheet-days = days
book-sheet-contacts-assumed = contact assumptions
book-sheet-agents-assumed = agent assumptions
book-sheet-waits = waits
book-sheet-by-wait = satisfaction by wait
book-sheet-per-issue = contacts per issue
book-sheet-again = how to reproduce

## Columns of several sheets.

book-contact-type = contact type
book-agent-group = agent group
book-subject = subject
book-figure = figure
book-target = target
book-within = within
book-replications = replications
book-days = days
book-contacts = contacts
book-error = { $figure }: standard error
book-low = { $figure }: 95 % from
book-high = { $figure }: 95 % to

## Scenarios.

book-file = file
book-seed = seed
book-stop = stopped by
book-stop-replications = replications
book-stop-precision = precision reached
book-stop-imprecise = precision not reached
book-stop-interrupted = interrupted
book-start = start
book-hours = length of the study
book-targets-met = targets met
book-targets-open = targets open
book-targets-missed = targets missed
book-offered = contacts offered
book-agent-hours = agent hours

## Targets.

book-promise = promise
book-simulated = simulated
book-verdict = verdict

## Through the day.

book-time = from
book-staff = agents there
book-need = agents needed
book-staff-title = { $scenario }: agents there, and needed (dashes)
book-staff-needed = { $name }: needed

## Comparisons.

book-against = against
book-there = there
book-here = here
book-difference = difference
book-judgement = told from chance

## How the days differ.

book-day-figure = figure of the day
book-day-most = { $share } of the days have at most
book-day-bin = days from { $from } to { $to }
book-day-kept = days from { $from } to { $to } that keep everything

## What was assumed.

book-channel = channel
book-per-day = contacts a day
book-per-hour = contacts an hour
book-busy-factor = spread of busy days (cv)
book-open = open (all days, or each from Monday)
book-law = law
book-cv = spread (cv)
book-wrap = after-contact work
book-pace = handling through the day
book-pace-least = least factor
book-pace-most = greatest factor
book-balk = leave at once if they must wait
book-priority = priority
book-queue-limit = most waiting
book-per = holds over
book-interval = interval
book-day = day
book-redial = redial after abandonment
book-redial-blocked = redial when busy
book-resolution = resolved at first attempt
book-repeat = contact again if not resolved
book-callback = call-back accepted
book-between = { "; " }
book-skills = skills and levels
book-staffing = staffing
book-cost-per-hour = cost per hour
book-absence = absence
book-not-ready = not ready with nothing in hand
book-not-ready-mean = not ready, mean time
book-max-occupancy = highest occupancy
book-chats = chats at once

## Waits, and contacts of an issue.

book-wait = wait
book-answered-within = answered within it, of the answered
book-ending = ending
book-issue-share = share of the issues that took so many

## How to get it again.

book-what = what
book-value = value
book-hash = SHA-256
book-version = version of holdline
book-command = command
book-input = input
