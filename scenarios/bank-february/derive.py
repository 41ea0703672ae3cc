#!/usr/bin/env python3
"""Derive every CSV file of this folder from the log of a real call centre.

    python3 derive.py february.tsv [FOLDER]

The log is the Technion "Anonymous Bank" call-centre data of 1999 (Ilan Guedj and Avishai Mandelbaum, 2000), one row a call, tab
separated, with a header: vru+line call_id customer_id priority type date vru_entry vru_exit vru_time q_start q_exit q_time outcome
ser_start ser_exit ser_time server. Only averages and quantiles leave it. Standard library only.
"""
import bisect, collections, csv, datetime, math, os, statistics, sys

OPEN, CLOSE, STEP, DAY = 7 * 3600, 24 * 3600, 1800, 86400
NOT_ORDINARY = {"990214": "a surge of 370 banking calls from 21:00 to 23:00", "990221": "nothing logged 17:30-19:00 and 20:30-23:00"}
CAMPAIGN = (6, 1, 3)                                          # Sunday, Tuesday, Thursday: prospects call from 16:00 to 18:00
TYPES = ("banking", "prospects", "stock")                     # PS PE TT IN | NW | NE
GROUPS = {"stock-only": {"stock"}, "banking-only": {"banking"}, "no-prospects": {"banking", "stock"}, "no-stock": {"banking", "prospects"},
          "everything": {"banking", "prospects", "stock"}}
BREAK = 300          # a longer gap between two calls is not after-contact work but absence, if somebody waited meanwhile ...
WAITED = 30          # ... for more than so many seconds in all


def seconds(clock):
    h, m, s = clock.split(":")
    return int(h) * 3600 + int(m) * 60 + int(s)


def weekday(date):
    return datetime.datetime.strptime(date, "%y%m%d").weekday()


def read(path):
    """The calls of ordinary weekdays (Sunday to Thursday) that asked for an agent."""
    calls = []
    for r in csv.DictReader(open(path, newline=""), delimiter="\t"):
        if weekday(r["date"]) in (4, 5) or r["date"] in NOT_ORDINARY:                    # Friday, Saturday
            continue
        queued = seconds(r["q_start"]) > 0
        if r["outcome"] == "PHANTOM" or (r["outcome"] == "HANG" and not queued):         # no call, or left inside the voice menu
            continue
        c = {"day": r["date"], "type": {"NW": "prospects", "NE": "stock"}.get(r["type"], "banking"), "queued": queued,
             "join": seconds(r["q_start"] if queued else r["vru_exit"]), "wait": int(r["q_time"]) if queued else 0,
             "answered": r["outcome"] == "AGENT", "handle": int(r["ser_time"]), "agent": r["server"]}
        c["end"] = c["join"] + c["wait"]                                                 # of the wait; may lie past midnight
        c["start"] = seconds(r["ser_start"]) if r["outcome"] == "AGENT" else None
        if c["answered"] and c["handle"] and c["start"] < c["join"] - DAY // 2:
            c["start"] += DAY
        calls.append(c)
    return calls


def kaplan_meier(observations):
    """(value, happened) pairs -> [(value, survival just after, at risk)] at the values where something happened."""
    observations, at_risk, survival, out, i = sorted(observations), len(observations), 1.0, [], 0
    while i < len(observations):
        value, j, events = observations[i][0], i, 0
        while j < len(observations) and observations[j][0] == value:
            events, j = events + observations[j][1], j + 1
        if events:
            survival *= 1 - events / at_risk
            out.append((value, survival, at_risk))
        at_risk, i = at_risk - (j - i), j
    return out


def law(observations, enough=30):
    """Rows (value, weight): the Kaplan-Meier steps while `enough` are at risk; the rest exponential, with the hazard of the last third
    of the events."""
    steps = [s for s in kaplan_meier(observations) if s[2] >= enough]
    rows, before = [], 1.0
    for value, survival, _ in steps:
        rows.append((value, before - survival))
        before = survival
    last, events = steps[-1][0], sorted(v for v, e in observations if e)
    late = events[len(events) * 2 // 3]
    hazard = sum(late < v <= last for v in events) / sum(min(v, last) - late for v, _ in observations if v > late)
    for k in range(20):                                                                  # twenty equally likely points of the tail
        rows.append((round(last - math.log(1 - (k + 0.5) / 20) / hazard), before / 20))
    return rows, hazard, last, before


def slices(values, n):
    """The means of n equally large slices of the sorted values: the mean is kept, nobody's call is shown."""
    v = sorted(values)
    cut = [len(v) * k // n for k in range(n + 1)]
    return [(statistics.mean(v[a:b]), 1) for a, b in zip(cut, cut[1:])]


def skills(calls):
    """The group of every agent on every day, by what he handled: a type counts from two calls and three per cent on."""
    count = collections.defaultdict(collections.Counter)
    for c in calls:
        if c["answered"] and c["agent"] != "NO_SERVER":
            count[c["day"], c["agent"]][c["type"]] += 1
    out = {}
    for key, n in count.items():
        can = {t for t in TYPES if n[t] >= 2 and n[t] >= 0.03 * sum(n.values())}
        out[key] = next((g for g, s in GROUPS.items() if s == can), "no-stock")          # five agent-days with a handful of calls
    return out


def queues(calls):
    """For every day and set of types: the stretches in which at least one such call waited."""
    cache = {}

    def of(day, types):
        key = (day, frozenset(types))
        if key not in cache:
            cache[key] = []
            for a, b in sorted((c["join"], c["end"]) for c in calls if c["day"] == day and c["type"] in types and c["wait"] > 0):
                if cache[key] and a <= cache[key][-1][1]:
                    cache[key][-1][1] = max(b, cache[key][-1][1])
                else:
                    cache[key].append([a, b])
        return cache[key]
    return of


def agents(calls):
    """After-contact work (observations for Kaplan-Meier) and the stretches on duty of every agent."""
    group, queue, by = skills(calls), queues(calls), collections.defaultdict(list)
    for c in calls:
        if c["answered"] and c["agent"] != "NO_SERVER":
            by[c["day"], c["agent"]].append((c["start"], c["start"] + c["handle"]))
    wrap, duty = [], []
    for key, own in by.items():
        own.sort()
        waiting = queue(key[0], GROUPS[group[key]])
        starts, begin = [a for a, _ in waiting], own[0][0]
        for (_, end), (nxt, _) in zip(own, own[1:]):
            # After-contact work: a call that this agent takes was waiting when he finished. The time to his next call is then
            # his own, until he takes one or until nobody waits any more (censored).
            i = bisect.bisect_right(starts, end - 1) - 1
            if i >= 0 and waiting[i][1] > end + 1 and nxt >= end - 2:
                emptied = waiting[i][1]
                wrap.append((max(0, nxt - end), 1) if nxt <= emptied + 2 else (emptied - end, 0))
            # Absence: a long gap in which somebody waited whom he would have taken.
            if nxt - end > BREAK and sum(max(0, min(b, nxt) - max(a, end)) for a, b in waiting) > WAITED:
                duty.append((key[0], group[key], begin, end))
                begin = nxt
        duty.append((key[0], group[key], begin, max(e for _, e in own)))
    return wrap, duty


def rounded(table):
    """Whole numbers for a table of means, each the next below or above its mean. The total of every half hour is rounded, and what a
    group is owed is carried on to the next half hour, so that the agent hours of the day are kept."""
    owed, out = [0.0] * len(table[0]), []
    for row in table:
        owed = [o + x for o, x in zip(owed, row)]
        give = [math.floor(x) for x in row]
        for g in sorted(range(len(row)), key=lambda g: give[g] - owed[g]):
            if sum(give) < round(sum(owed)) and give[g] < row[g]:
                give[g] += 1
        owed = [o - g for o, g in zip(owed, give)]
        out.append(give)
    return out


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.dirname(os.path.abspath(__file__))
    calls = read(sys.argv[1])
    days = sorted({c["day"] for c in calls})
    opened = [c for c in calls if OPEN <= c["join"] < CLOSE]
    grid = range(OPEN, CLOSE, STEP)
    clock = lambda t: f"{t // 3600:02d}:{t % 3600 // 60:02d}"

    def write(name, header, rows):
        with open(os.path.join(folder, name), "w", newline="") as f:
            w = csv.writer(f, lineterminator="\n")
            w.writerow(header)
            w.writerows(rows)

    # Arrivals: the mean number that joined in each half hour, and how much the days differ beyond Poisson.
    count = collections.Counter((c["type"], c["join"] // STEP) for c in opened)
    some = [d for d in days if weekday(d) in CAMPAIGN]
    campaign = collections.Counter(c["join"] // STEP for c in opened if c["type"] == "prospects" and c["day"] in some)
    write("arrivals.csv", ("start",) + TYPES + ("prospects-campaign", "prospects-quiet"),
          [(clock(t),) + tuple(round(count[k, t // STEP] / len(days), 2) for k in TYPES) + (round(campaign[t // STEP] / len(some), 2),
           round((count["prospects", t // STEP] - campaign[t // STEP]) / (len(days) - len(some)), 2)) for t in range(0, DAY, STEP)])
    print(len(days), "days,", len(some), "of the campaign")
    for k, which, label in [(k, days, k) for k in TYPES] + [("prospects", some, "prospects on campaign days"), (None, days, "all")]:
        n = [sum(c["day"] == d and k in (c["type"], None) for c in opened) for d in which]
        m, v = statistics.mean(n), statistics.variance(n)
        print(f"{label}: {m:.1f} a day, variance/mean of the day totals {v / m:.1f}, cv {math.sqrt(v) / m:.3f}, "
              f"beyond Poisson {math.sqrt(max(0, v - m)) / m:.3f}")

    # Handling, patience.
    for k in TYPES:
        h = [c["handle"] for c in opened if c["type"] == k and c["answered"] and c["handle"] <= 3600]
        write(f"talk-{k}.csv", ("value", "weight"), [(f"{v:.1f}", w) for v, w in slices(h, 250)])
        rows, hazard, last, rest = law([(c["wait"], int(not c["answered"])) for c in opened if c["type"] == k and c["queued"]])
        write(f"patience-{k}.csv", ("value", "weight"), [(v, f"{w:.5f}") for v, w in rows])
        print(f"{k}: talk mean {statistics.mean(h):.1f} s, cv {statistics.pstdev(h) / statistics.mean(h):.2f}, "
              f"median {statistics.median(h)}, under 10 s {sum(x < 10 for x in h) / len(h):.3f}; "
              f"patience mean {sum(v * w for v, w in rows):.0f} s, observed to {last} s, then {rest:.3f} left at {3600 * hazard:.1f} an hour")

    # After-contact work: up to BREAK; what is longer is absence and shortens the time on duty instead.
    wrap, duty = agents(calls)
    steps = [(v, s) for v, s, _ in kaplan_meier(wrap) if v <= BREAK]
    mass, before = [], 1.0
    for v, s in steps:
        mass.append((v, before - s))
        before = s
    inside = sum(w for _, w in mass)
    write("wrap.csv", ("value", "weight"), [(v, f"{w / inside:.5f}") for v, w in mass if w / inside > 5e-6])
    print(f"wrap: {len(wrap)} seen, mean {sum(v * w for v, w in mass) / inside:.1f} s, longer than {BREAK} s {1 - inside:.3f}")

    # Agents on duty: the mean number over the days in each half hour.
    total = collections.Counter()
    for _, g, a, b in duty:
        for t in grid:
            total[g, t] += max(0, min(b, t + STEP) - max(a, t)) / STEP / len(days)
    names = list(GROUPS)
    staff = rounded([[total[g, t] for g in names] for t in grid])
    closed = [[0] * len(names)] * (OPEN // STEP)
    write("staff.csv", ["start"] + names, [[clock(t)] + s for t, s in zip(range(0, DAY, STEP), closed + staff)])
    hours = {g: (sum(total[g, t] for t in grid) * STEP / 3600, sum(s[i] for s in staff) * STEP / 3600) for i, g in enumerate(names)}
    print("agent hours a day, measured -> in whole numbers:", ", ".join(f"{g} {a:.1f} -> {b:.1f}" for g, (a, b) in hours.items()))
    print("mean on duty:", [round(sum(total[g, t] for g in names), 1) for t in grid])

    # Do the two fit? While a banking call has waited over ten seconds every agent on duty who takes banking should be talking or at
    # after-contact work, so that the share of them that talks is talk / (talk + wrap). (BREAK is where the two agree.)
    group, pulse, talking, there = skills(calls), range(OPEN, CLOSE, 5), 0, 0
    for d in days:
        busy, on = collections.Counter(), collections.Counter()
        for c in calls:
            if c["day"] == d and c["answered"] and "banking" in GROUPS.get(group.get((d, c["agent"])), ()):
                busy.update(t for t in range(-(-c["start"] // 5) * 5, c["start"] + c["handle"], 5))
        for day, g, a, b in duty:
            if day == d and "banking" in GROUPS[g]:
                on.update(t for t in range(-(-a // 5) * 5, b, 5))
        wait = {t for c in calls if c["day"] == d and c["type"] == "banking" for t in range(-(-(c["join"] + 10) // 5) * 5, c["end"], 5)}
        talking += sum(busy[t] for t in pulse if t in wait)
        there += sum(on[t] for t in pulse if t in wait)
    talk, after = statistics.mean(c["handle"] for c in calls if c["answered"]), sum(v * w for v, w in mass) / inside
    print(f"talking while a banking call waits: {talking / there:.3f} of those on duty; talk / (talk + wrap) = {talk / (talk + after):.3f}")

    # What really happened, to compare with.
    def figures(cs, days=days):
        q, n = [c for c in cs if c["wait"] > 0], len(cs)
        left, met = [c for c in cs if not c["answered"]], [c for c in cs if c["answered"] and c["wait"] <= 20]
        mean = lambda x: sum(c["wait"] for c in x) / len(x) if x else 0
        share = lambda x: round(len(x) / n, 3)
        served = [c for c in cs if c["answered"]]
        return [round(n / len(days), 2), share(left), share(q), round(mean(cs), 1), round(mean(served), 1), round(mean(left), 1), share(met)]
    head = ("offered", "p_abandon", "p_wait", "mean_wait", "mean_wait_answered", "mean_wait_abandoned", "service_level_20s")
    rows = [(clock(t), k) + tuple(figures([c for c in opened if c["join"] // STEP == t // STEP and c["type"] == k])) for k in TYPES for t in grid]
    rows += [("day", k) + tuple(figures([c for c in opened if c["type"] == k])) for k in TYPES] + [("day", "all") + tuple(figures(opened))]
    write("actual.csv", ("start", "contact_type") + head, rows)
    wave = [c for c in opened if c["type"] == "prospects" and c["day"] in some and 16 * 3600 <= c["join"] < 18 * 3600]
    print("prospects on campaign days, 16:00-18:00:", figures(wave, some))
    for r in rows[-4:]:
        print(dict(zip(("start", "type") + head, r)))


if __name__ == "__main__":
    main()
