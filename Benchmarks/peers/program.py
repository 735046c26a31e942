"""The exported model as an integer program that any solver can load.

Variables: x (agent works a duty), y (agent works a shift, in whatever sector), w (agent works on a day), c (agents of a type
on a duty), teams per kind, places filled by type, teams missing. Rows are linear. The rules of a line are written as tightly
as linear rows allow: rest as clique rows, runs and weeks as windows, the weekly rest as a choice among free windows.
"""

import csv
import json
import math
from collections import defaultdict


class Program:
    """Integer program: minimise the sum of cost * variable, rows lower <= sum <= upper."""

    def __init__(self):
        self.upper = []  # largest value by variable; the smallest is 0
        self.cost = []
        self.rows = []  # (variables, factors, lower, upper)

    def variable(self, upper=1, cost=0):
        self.upper.append(upper)
        self.cost.append(cost)
        return len(self.upper) - 1

    def row(self, terms, lower=-math.inf, upper=math.inf):
        merged = defaultdict(int)
        for variable, factor in terms:
            merged[variable] += factor
        pairs = [(v, f) for v, f in merged.items() if f != 0]
        if not pairs:
            if lower > 0 or upper < 0:
                raise ValueError("a row without variables cannot hold: the model has no lawful roster")
            return
        least = sum(min(0, f * self.upper[v]) for v, f in pairs)
        most = sum(max(0, f * self.upper[v]) for v, f in pairs)
        if least >= lower and most <= upper:
            return
        self.rows.append(([v for v, _ in pairs], [f for _, f in pairs], lower, upper))

    def equal(self, variable, terms):
        """variable = sum of terms"""
        self.row([(variable, -1)] + terms, 0, 0)


class RosterProgram(Program):
    """The program of a model file."""

    def __init__(self, path):
        super().__init__()
        with open(path, encoding="utf-8") as file:
            self.model = json.load(file)
        if self.model["schemaVersion"] != 1:
            raise ValueError(f"{path}: schemaVersion {self.model['schemaVersion']} is not known")
        if any(agent["hasAcceptedBreach"] for agent in self.model["agents"]):
            raise ValueError(f"{path}: pins with an accepted breach cannot be compared between solvers")
        self.x = []  # by agent: {duty: variable}
        for agent in self.model["agents"]:
            self.add_line(agent)
        self.add_cover()
        self.step = 0
        for cost in self.cost:
            self.step = math.gcd(self.step, cost)
        self.step = max(1, self.step)

    # Lines

    def add_line(self, agent):
        model = self.model
        shift_days, duties = model["shiftDays"], model["duties"]
        regime = model["regimes"][agent["regime"]]
        facts = regime["facts"]
        x = {duty: self.variable() for duty in agent["duties"]}
        self.x.append(x)
        of_shift = defaultdict(list)
        for duty in agent["duties"]:
            of_shift[duties[duty]["shiftDay"]].append(x[duty])
        y = {shift: self.alias(variables) for shift, variables in of_shift.items()}
        of_day = defaultdict(list)
        for shift in y:
            of_day[shift_days[shift]["day"]].append(shift)
        w = {day: self.alias([y[s] for s in shifts]) for day, shifts in of_day.items()}
        days = len(model["days"])
        for day in agent["mustWork"]:
            self.row([(w[day], 1)] if day in w else [], lower=1)
        past = agent.get("history") or []

        def span(shift):
            return shift_days[shift]["minutes"]

        def windows(limit, worked, past_days):
            """At most `limit` of any limit + 1 days in a row, days of the past counted."""
            for first in range(-limit, days - limit):
                window = range(first, first + limit + 1)
                terms = [(v, 1) for d in window for v in worked.get(d, [])]
                if terms:
                    self.row(terms, upper=limit - sum(d in past_days for d in window if d < 0))

        # Daily rest: a clique for each start s of a day: what ends too late before s, with what starts no later than s.
        if regime.get("dailyRestMinutes") is not None:
            rest = regime["dailyRestMinutes"]
            if past:
                end = past[-1]["minutes"][1]
                for shift in y:
                    if span(shift)[0] - end < rest:
                        self.row([(y[shift], 1)], upper=0)
            for day in sorted(of_day):
                for later in (day + 1, day + 2):
                    for start in sorted({span(s)[0] for s in of_day.get(later, [])}):
                        before = [s for s in of_day[day] if start - span(s)[1] < rest]
                        after = [s for s in of_day[later] if span(s)[0] <= start]
                        if before:
                            self.row([(y[s], 1) for s in before + after], upper=1)

        # Totals of the horizon.
        limits = [v for v in (agent.get("maximumMinutes"), regime.get("averageMaximumMinutes")) if v is not None]
        total = [(y[s], facts[s]["working"]) for s in y]
        if limits:
            self.row(total, upper=min(limits))
        if agent["minimumMinutes"] > 0:
            self.row(total, lower=agent["minimumMinutes"])

        # Civil weeks.
        for number, week in enumerate(model["weeks"]):
            if regime.get("civilWeekMaximumMinutes") is not None:
                known = sum(m for p in past for k, m in p["facts"]["weeks"] if k == number)
                terms = [(y[s], m) for s in y for k, m in facts[s]["weeks"] if k == number]
                self.row(terms, upper=max(0, regime["civilWeekMaximumMinutes"] - known))
            if regime.get("workedDaysPerWeek") is not None:
                inside = range(*week["days"])
                known = len({p["day"] for p in past if p["day"] in inside})
                terms = [(w[d], 1) for d in inside if d in w]
                self.row(terms, upper=max(0, regime["workedDaysPerWeek"] - known))
            judged = week["judgesRestWithHistory" if agent.get("history") is not None else "judgesRestWithoutHistory"]
            if regime.get("weeklyRest") is not None and judged:
                self.add_weekly_rest(regime["weeklyRest"], week["minutes"], y, past)

        # Runs.
        if regime.get("consecutiveDays") is not None:
            windows(regime["consecutiveDays"], {d: [v] for d, v in w.items()}, {p["day"] for p in past})
        if regime.get("consecutiveNights") is not None:
            nights = defaultdict(list)
            for s in y:
                if facts[s]["isNight"]:
                    nights[shift_days[s]["day"]].append(y[s])
            windows(regime["consecutiveNights"], nights, {p["day"] for p in past if p["facts"]["isNight"]})

        if regime.get("sundaysOff") is not None:
            self.add_sundays(regime["sundaysOff"], y, facts, past)

    def alias(self, variables):
        """One variable that is the sum of 0-1 variables of which at most one is 1."""
        if len(variables) == 1:
            return variables[0]
        total = self.variable()
        self.equal(total, [(v, 1) for v in variables])
        return total

    def add_weekly_rest(self, rule, week, y, past):
        """One of the free windows that start where some shift may end must hold; the smallest ones suffice."""
        length, within = rule["minutes"], rule["minutesWithinWeek"]
        spans = {s: self.model["shiftDays"][s]["minutes"] for s in y}
        far = min([week[0]] + [p["minutes"][0] for p in past]) - 10 * (length + within) - 20_000
        starts = {far} | {e for _, e in spans.values()} | {p["minutes"][1] for p in past}
        windows = set()
        for start in starts:
            inside = max(start, week[0]) + max(1, within)
            if inside > week[1]:
                continue
            end = max(start + length, inside)
            if any(p["minutes"][0] < end and p["minutes"][1] > start for p in past):
                continue
            windows.add(frozenset(s for s, (a, b) in spans.items() if a < end and b > start))
        if not windows:
            return  # the past alone has broken it: not judged
        smallest = [v for v in windows if not any(other < v for other in windows)]
        if frozenset() in smallest:
            return
        chosen = [self.variable() for _ in smallest]
        self.row([(v, 1) for v in chosen], lower=1)
        for variable, blocked in zip(chosen, sorted(smallest, key=sorted)):
            by_day = defaultdict(list)
            for s in blocked:
                by_day[self.model["shiftDays"][s]["day"]].append(s)
            for shifts in by_day.values():
                self.row([(variable, 1)] + [(y[s], 1) for s in shifts], upper=1)

    def add_sundays(self, rule, y, facts, past):
        allowed = rule["ofSundays"] - rule["off"]
        worked_past = {sunday for p in past for sunday in p["facts"]["sundays"]}
        touching = defaultdict(list)
        for s in y:
            for sunday in facts[s]["sundays"]:
                touching[sunday].append(s)
        worked = {}
        for sunday, shifts in touching.items():
            if sunday in worked_past:
                continue
            worked[sunday] = self.variable()
            by_day = defaultdict(list)
            for s in shifts:
                by_day[self.model["shiftDays"][s]["day"]].append(s)
            for group in by_day.values():
                self.row([(y[s], 1) for s in group] + [(worked[sunday], -1)], upper=0)
        for sunday, shifts in touching.items():
            window = [sunday - 7 * k for k in range(rule["ofSundays"])]
            left = allowed - sum(d in worked_past for d in window)
            if left < 0:
                for s in shifts:
                    self.row([(y[s], 1)], upper=0)
            else:
                self.row([(worked[d], 1) for d in window if d in worked], upper=left)

    # Cover

    def add_cover(self):
        model = self.model
        able = defaultdict(list)  # (duty, type) -> x
        for agent, x in zip(model["agents"], self.x):
            for duty, variable in x.items():
                able[duty, agent["type"]].append(variable)
        needs = defaultdict(list)  # (sector, slot) -> [(requirement, teams, points)]
        for number, requirement in enumerate(model["requirements"]):
            for first, end, teams, points in requirement["needs"]:
                for slot in range(first, end):
                    needs[requirement["sector"], slot].append((number, teams, points))
        counts = {}
        present = defaultdict(list)  # (sector, slot) -> [(duty, type)]
        for (duty, kind), variables in able.items():
            stays = [(s, slot) for s, first, end in model["duties"][duty]["presence"] for slot in range(first, end)]
            if any(stay in needs for stay in stays):
                if len(variables) == 1:
                    counts[duty, kind] = variables[0]
                else:
                    counts[duty, kind] = self.variable(upper=len(variables))
                    self.equal(counts[duty, kind], [(v, 1) for v in variables])
                for stay in set(stays):
                    present[stay].append((duty, kind))
        kinds_of = {}
        for number, kind in enumerate(model["teamKinds"]):
            slots = {slot for first, end in kind["slots"] for slot in range(first, end)}
            kinds_of[number] = (set(kind["sectors"]), slots)
        # Slots of a sector with the same people and the same needs share one segment when that loses nothing: one
        # requirement alone, or points in one proportion.
        segments = {}
        for (sector, slot), active in needs.items():
            people = tuple(sorted(present[sector, slot]))
            kinds = tuple(k for k in kinds_of if sector in kinds_of[k][0] and slot in kinds_of[k][1])
            divisor = math.gcd(*(points for _, _, points in active))
            shape = tuple((number, teams, points // divisor) for number, teams, points in active)
            key = (sector, people, kinds, shape)
            segments[key] = segments.get(key, 0) + divisor
        for (_, people, kinds, shape), factor in segments.items():
            self.add_segment(people, kinds, shape, factor, counts)

    def add_segment(self, people, kinds, shape, factor, counts):
        model = self.model
        terms_of_type = defaultdict(list)
        for duty, kind in people:
            terms_of_type[kind].append((counts[duty, kind], 1))
        most_of_type = {t: sum(self.upper[v] for v, _ in terms) for t, terms in terms_of_type.items()}
        teams = {}
        places = []  # (team variable, count, types)
        for kind in kinds:
            useful = max((n for r, n, _ in shape if kind in model["requirements"][r]["kinds"]), default=0)
            accepted = [(p["count"], [t for t in p["types"] if t in terms_of_type]) for p in model["teamKinds"][kind]["places"]]
            if useful == 0 or any(not types for _, types in accepted):
                continue
            for count, types in accepted:
                useful = min(useful, sum(most_of_type[t] for t in types) // count)
            if useful == 0:
                continue
            teams[kind] = self.variable(upper=useful)
            places += [(teams[kind], count, frozenset(types)) for count, types in accepted]
        # Types that the same places accept are one group.
        signature = {t: tuple(n for n, place in enumerate(places) if t in place[2]) for t in terms_of_type}
        groups = defaultdict(list)
        for t, places_of_t in signature.items():
            if places_of_t:
                groups[places_of_t].append(t)
        use = defaultdict(list)
        for number, (team, count, _) in enumerate(places):
            mine = [g for g in groups if number in g]
            if len(mine) == 1:
                use[mine[0]].append((team, count))
            else:
                filled = {g: self.variable(upper=count * self.upper[team]) for g in mine}
                self.row([(v, 1) for v in filled.values()] + [(team, -count)], 0, 0)
                for g, v in filled.items():
                    use[g].append((v, 1))
        for g, terms in use.items():
            people_terms = [(v, -f) for t in groups[g] for v, f in terms_of_type[t]]
            self.row(terms + people_terms, upper=0)
        for requirement, need, points in shape:
            missing = self.variable(upper=need, cost=points * factor)
            accepted = [(teams[k], 1) for k in teams if k in model["requirements"][requirement]["kinds"]]
            self.row([(missing, 1)] + accepted, lower=need)

    # Results

    def write_roster(self, path, values):
        """Writes roster.csv from the values of the variables."""
        model = self.model
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow("agent,service_day,start,end,break_minutes,shift,sector,stage".split(","))
            for agent, x in zip(model["agents"], self.x):
                for duty, variable in sorted(x.items()):
                    if values is None or values[variable] < 0.5:
                        continue
                    work = model["duties"][duty]
                    shift = model["shiftDays"][work["shiftDay"]]
                    for number, stage in enumerate(work["stages"]):
                        out.writerow(
                            [agent["id"], model["days"][shift["day"]], stage["start"], stage["end"],
                             shift["breakMinutes"] if number == 0 else "", shift["shift"],
                             model["sectors"][stage["sector"]], number + 1])
