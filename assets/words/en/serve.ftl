### The local page for trying things (`holdline serve`).

## The page.

serve-title = Trying { $name }
serve-intro = Change something: the centre is simulated again with the same customers, and its figures follow. Nothing is saved until you save it.
serve-what = { $file }, seed { $seed }
serve-no-scripts = This page needs scripts to change anything; without them it shows the figures as they stood when it was loaded.
serve-gone = holdline has ended, and with it what was tried but not saved.
serve-controls = Changes
serve-results = Results
serve-undo = Undo
serve-redo = Redo
serve-reset = Reset all
serve-contacts = Contacts
serve-agents = Agents
serve-promise = Target
serve-intervals = Each interval
serve-shifts = Agents of each shift
serve-roster = A roster of named people: it is shown by its figures, and changed in its file.
serve-days = { $hours }, on some days

## Fields.

serve-scale-arrivals = Volume ×
serve-scale-handle = Handling time ×
serve-scale-patience = Patience ×
serve-target-answer = Answered
serve-target-within = within
serve-target-abandon = Abandon at most
serve-no-target = no target
serve-agents-constant = Agents
serve-plus = Added to every interval
serve-mean = mean { $time }

## What is wrong.

serve-wrong-plus = “{ $typed }” cannot be added to agents; write a whole number from -{ $most } to { $most }: 2 for two agents more, -1 for one fewer
serve-wrong-agents = “{ $typed }” is no number of agents; write a whole number from 0 to { $most }, such as 12
serve-wrong-factor = “{ $typed }” is no factor; write a number above 0 and at most { $most }: { $more } for a tenth more, 1 to leave it as it is
serve-wrong-share = “{ $typed }” is no share; write { $percent } or { $share }, or nothing for no target
serve-wrong-duration = “{ $typed }” is no duration; write one such as { $example }, or a number of seconds
serve-wrong-within = no share is promised within this time; write how many are to be answered, or leave this as it was
serve-not-simulated = The figures are those before the change that cannot be used.
serve-name-wrong = write a plain file name that ends in .toml and begins with a letter or digit, such as more-agents.toml; it is saved in the folder of the scenario
serve-name-served = { $name } is the scenario that is being changed, or a file that it reads; write another name
serve-name-taken = there is a file { $name } already; write another name, or say below that it may be replaced
serve-name-unknown = there is no scenario file { $name } in the folder
serve-save-nothing = nothing is changed, so there is nothing to save
serve-save-wrong = something above cannot be used; put it right first
serve-save-outdated = { $name }, or a file that it reads, was changed since it was opened here; open it again first
serve-save-failed = { $name } was not written: { $reason }

## Saving.

serve-save = Save
serve-save-as = Save as
serve-save-why = A file in the same folder that says only what is changed and inherits the rest, for `holdline run` and for here.
serve-replace = Replace the file
serve-saved = Saved as { $name }.
serve-go-on = Go on from it
serve-open-again = Open { $name } again

## Figures.

serve-tried-name = { $name }, changed
serve-figure = figure
serve-column-saved = saved
serve-column-tried = changed
serve-column-difference = difference
serve-centre = Whole centre
serve-target-of-answer = target { $share } in { $time }
serve-target-at-most = at most { $limit }
serve-target-at-least = at least { $limit }
serve-none-yet = The first figures come in a moment.
serve-progress = { $done } of { $all } replications
serve-progress-done = { $count ->
    [one] { $count } replication
   *[other] all { $count } replications
}
serve-judged = Differences are of the same customers, replication by replication; “{ $real }” means with 95 % confidence in all rows together{ $looks ->
    [one] .
   *[other] , at all { $looks } looks on the way to all replications: it may be believed as soon as it stands there.
}

## In a sentence.

serve-changes = { $count ->
    [one] { $count } change.
   *[other] { $count } changes.
}
serve-kept-none = No target.
serve-kept-all = Targets met: all { $count }
serve-kept-some = Targets met: { $met } of { $count } ({ $missed } missed, { $open } open)
serve-kept-saved = { $kept }, saved { $met } of { $count }.
serve-kept-alone = { $kept }.
serve-cost-changed = Cost { $difference }, { $judgement }.

## The chart.

serve-charts = Service level through the day
serve-chart = Service level through the day: { $name }
serve-chart-target = target { $share }
serve-chart-point = { $time }: { $figure }
serve-chart-points = { $time }: saved { $saved }, changed { $tried }
