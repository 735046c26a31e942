"""The exported model as an integer program that any solver can load.

Variables: x (agent works a duty), y (agent works a shift, in whatever sector), w (agent works on a day), c (agents of a type
on a duty), teams per kind, places filled by type, teams missing. Rows are linear. The rules of a line are written as tightly
as linear rows allow: rest as clique rows, runs and weeks as windows, the weekly rest as a choice among free spans. Work since
a long rest is added up day by day.
"""

import csv
import datetime
import functools
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


class Switch:
    """A 0-1 variable that turns rows on."""

    def __init__(self, number):
        self.number = number


class Line:
    """What the rules of one agent look at."""

    def __init__(self, regime, shift_days, given):
        self.regime = regime
        self.facts = regime["facts"]
        self.shift_days = shift_days
        self.given = given
        self.given_days = {p["day"] for p in given}
        self.given_night = defaultdict(int)  # by day: minutes in the night clock
        for p in given:
            self.given_night[p["day"]] += p["facts"]["nightMinutes"]
        self.given_nights = {d for d, minutes in self.given_night.items() if minutes >= regime["nightShiftMinutes"]}
        self.y = {}  # by shift: worked
        self.w = {}  # by day: worked
        self.of_day = defaultdict(list)  # by day: shifts

    def span(self, shift):
        return self.shift_days[shift]["minutes"]

    def pieces(self, shift):
        """Minutes and working minutes of the parts of a shift."""
        facts = self.facts[shift]
        return [((p[0], p[1]), p[2]) for p in facts["parts"]] if "parts" in facts else [(self.span(shift), facts["working"])]

    def touches(self, shift, start, end):
        return any(minutes[0] < end and minutes[1] > start for minutes, _ in self.pieces(shift))

    def day(self, shift):
        return self.shift_days[shift]["day"]

    @functools.cached_property
    def nights(self):
        """By day: shifts that make it a night, as variables."""
        nights = defaultdict(list)
        for shift in self.y:
            day = self.day(shift)
            if self.facts[shift]["nightMinutes"] + self.given_night.get(day, 0) >= self.regime["nightShiftMinutes"]:
                nights[day].append(self.y[shift])
        return nights


class RosterProgram(Program):
    """The program of a model file."""

    def __init__(self, path):
        super().__init__()
        with open(path, encoding="utf-8") as file:
            self.model = json.load(file)
        if self.model["schemaVersion"] != 4:
            raise ValueError(f"{path}: schemaVersion {self.model['schemaVersion']} is not known")
        if any(agent["hasAcceptedBreach"] for agent in self.model["agents"]):
            raise ValueError(f"{path}: pins with an accepted breach cannot be compared between solvers")
        self.x = []  # by agent: {duty: variable}
        for agent in self.model["agents"]:
            self.add_line(agent)
        self.add_teams()
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
        x = {duty: self.variable() for duty in agent["duties"]}
        self.x.append(x)
        of_shift = defaultdict(list)
        for duty in agent["duties"]:
            of_shift[duties[duty]["shiftDay"]].append(x[duty])
        line = Line(regime, shift_days, agent["given"])
        line.y = {shift: self.alias(variables) for shift, variables in of_shift.items()}
        for shift in line.y:
            line.of_day[shift_days[shift]["day"]].append(shift)
        line.w = {day: self.alias([line.y[s] for s in shifts]) for day, shifts in line.of_day.items()}
        for day in agent["mustWork"]:
            self.row([(line.w[day], 1)] if day in line.w else [], lower=1)
        total = [(line.y[s], line.facts[s]["working"]) for s in line.y]
        if agent.get("maximumMinutes") is not None:
            self.row(total, upper=agent["maximumMinutes"])
        if agent["minimumMinutes"] > 0:
            self.row(total, lower=agent["minimumMinutes"])

        # Whether the agent is a night worker: 0, 1 or a variable.
        night_worker = 1 if agent["isNightWorker"] else self.add_night_worker(regime.get("nightWorker"), agent, line)
        for number, most in agent["limits"]:
            limit = regime["sums"][number]
            terms = [(line.y[s], minutes) for s, minutes in limit["terms"] if s in line.y]
            self.add_limit(terms, most, night_worker if limit["nightWorkersOnly"] else 1)
        if regime.get("nightWorker", {}).get("dayMinutes") is not None:
            self.add_long_days(regime["nightWorker"]["dayMinutes"], line, night_worker)

        if regime.get("dailyRestMinutes") is not None:
            self.add_daily_rest(regime["dailyRestMinutes"], line)
        if regime.get("rollingDayMinutes") is not None:
            self.add_rolling_day(regime["rollingDayMinutes"], line)
        if regime.get("restAfterWork") is not None:
            self.add_rest_after_work(regime["restAfterWork"], line)
        for week in regime["weeks"]:
            if regime.get("workedDaysPerWeek") is not None:
                inside = range(*week["days"])
                known = sum(d in line.given_days for d in inside)
                terms = [(line.w[d], 1) for d in inside if d in line.w and d not in line.given_days]
                self.row(terms, upper=max(0, regime["workedDaysPerWeek"] - known))
            if regime.get("weeklyRest") is not None:
                self.add_weekly_rest(regime["weeklyRest"], week["minutes"], line)
            if regime.get("weeklyHalfDays") is not None:
                self.add_weekly_half_days(regime["weeklyHalfDays"], week, line)
        for spans in regime.get("weekendRest") or []:
            self.add_free_span(spans, line)
        if regime.get("consecutiveDays") is not None:
            self.add_runs(regime["consecutiveDays"], {d: [v] for d, v in line.w.items()}, line.given_days)
        if regime.get("consecutiveNights") is not None:
            self.add_runs(regime["consecutiveNights"], line.nights, line.given_nights)
        if regime.get("sundaysOff") is not None:
            self.add_sundays(regime["sundaysOff"], line)

    def alias(self, variables):
        """One variable that is the sum of 0-1 variables of which at most one is 1."""
        if len(variables) == 1:
            return variables[0]
        total = self.variable()
        self.equal(total, [(v, 1) for v in variables])
        return total

    def forbid(self, variables):
        for variable in variables:
            self.row([(variable, 1)], upper=0)

    def add_limit(self, terms, most, switch):
        """Terms add up to `most` at most, where the switch is 1."""
        if switch == 1:
            self.row(terms, upper=most)
        elif switch is not None:
            slack = sum(factor for _, factor in terms) - most
            if slack > 0:
                self.row(terms + [(switch.number, slack)], upper=most + slack)

    def add_night_worker(self, rule, agent, line):
        """A variable that is 1 as soon as a week holds the pattern of nights, or twelve months the hours of night."""
        if rule is None:
            return None
        switch = Switch(self.variable())
        for week in line.regime["weeks"]:
            inside = range(*week["days"])
            left = rule["nights"] - 1 - sum(d in line.given_nights for d in inside)
            days = [d for d in inside if d in line.nights and d not in line.given_nights]
            if len(days) > left:
                terms = [(v, 1) for d in days for v in line.nights[d]]
                self.row(terms + [(switch.number, left - len(days))], upper=left)
        for first, last, minutes in agent["yearsOfNights"]:
            terms, longest = [], defaultdict(int)
            for s in line.y:
                if first <= line.day(s) <= last:
                    night = line.facts[s]["nightMinutes"]
                    terms.append((line.y[s], night))
                    longest[line.day(s)] = max(longest[line.day(s)], night)
            left = minutes - 1
            self.row(terms + [(switch.number, left - sum(longest.values()))], upper=left)
        return switch

    def add_long_days(self, limit, line, night_worker):
        for day, shifts in line.of_day.items():
            known = sum(p["facts"]["working"] for p in line.given if p["day"] == day)
            long = [(line.y[s], 1) for s in shifts if line.facts[s]["working"] + known > limit]
            self.add_limit(long, 0, night_worker)

    def add_daily_rest(self, rest, line):
        """A clique for each start t of a day: what ends too late before t, with what starts no later than t."""
        first, last = {}, {}  # of given work, by day
        for p in line.given:
            first[p["day"]] = min(first.get(p["day"], math.inf), p["minutes"][0])
            last[p["day"]] = max(last.get(p["day"], -math.inf), p["minutes"][1])
        # Rest is asked for between days, so only what begins or ends the work of its day takes part.
        opens = {s for s in line.y if line.span(s)[0] < first.get(line.day(s), math.inf)}
        closes = {s for s in line.y if line.span(s)[1] > last.get(line.day(s), -math.inf)}
        for s in opens:
            if any(d < line.day(s) and line.span(s)[0] - end < rest for d, end in last.items()):
                self.forbid([line.y[s]])
        for s in closes:
            if any(d > line.day(s) and start - line.span(s)[1] < rest for d, start in first.items()):
                self.forbid([line.y[s]])
        for day in sorted(line.of_day):
            for later in (day + 1, day + 2):
                for start in sorted({line.span(s)[0] for s in line.of_day.get(later, []) if s in opens}):
                    before = [s for s in line.of_day[day] if s in closes and start - line.span(s)[1] < rest]
                    after = [s for s in line.of_day[later] if s in opens and line.span(s)[0] <= start]
                    if before:
                        self.row([(line.y[s], 1) for s in before + after], upper=1)

    def add_rolling_day(self, limit, line):
        """Work of any 24 hours: around given work a sum, around a shift the others that do not fit beside it."""
        known = [(p["minutes"], p["facts"]["working"]) for p in line.given]

        def windows(minutes):
            return (minutes[0], minutes[0] + 1440), (minutes[1] - 1440, minutes[1])

        def part(minutes, working, window):
            return min(max(0, min(minutes[1], window[1]) - max(minutes[0], window[0])), working)

        def given(window):
            return sum(part(minutes, working, window) for minutes, working in known)

        def of(shift, window):
            return sum(part(minutes, working, window) for minutes, working in line.pieces(shift))

        for minutes, _ in known:
            for window in windows(minutes):
                if window[1] > 0:
                    terms = [(line.y[s], of(s, window)) for s in line.y]
                    self.row(terms, upper=max(0, limit - given(window)))
        for s in line.y:
            for window in {w for minutes, _ in line.pieces(s) for w in windows(minutes)}:
                left = limit - given(window) - of(s, window)
                if left < 0:
                    self.forbid([line.y[s]])
                for day in (line.day(s) - 1, line.day(s) + 1):
                    others = [b for b in line.of_day.get(day, []) if of(b, window) > max(0, left)]
                    if others:
                        self.row([(line.y[b], 1) for b in [s] + others], upper=1)

    def add_rest_after_work(self, rule, line):
        """Work since the last long rest, day by day; a cut says that a long rest ends with the first work of a day."""
        rest, limit = rule["restMinutes"], rule["workMinutes"]
        load, end = 0, -math.inf  # of the run in which the history ends
        busy = defaultdict(list)
        for p in line.given:
            if p["day"] >= 0:
                busy[p["day"]].append(p)
                continue
            if p["minutes"][0] - end >= rest:
                load = 0
            load += p["facts"]["working"]
            end = max(end, p["minutes"][1])
        most = max(limit, load) + sum(p["facts"]["working"] for pieces in busy.values() for p in pieces)
        earlier = []  # by day: (first minute, last minute, terms, constant), the terms and the constant 1 when it is so
        run, joined = None, None
        for day in range(len(self.model["days"])):
            shifts, fixed = line.of_day.get(day, []), sum(p["facts"]["working"] for p in busy[day])
            if not shifts and not busy[day]:
                continue
            starts, ends = [p["minutes"][0] for p in busy[day]], [p["minutes"][1] for p in busy[day]]
            choices = [
                (min(starts + [line.span(s)[0]]), max(ends + [line.span(s)[1]]), [(line.y[s], 1)], 0) for s in shifts]
            if busy[day]:
                choices.append((min(starts), max(ends), [(line.y[s], -1) for s in shifts], 1))
            work = [(line.y[s], -line.facts[s]["working"]) for s in shifts]
            total, cut = self.variable(upper=most if line.given else limit), self.variable()
            self.row([(total, 1)] + work, lower=fixed)
            before = [(run, -1)] if run is not None else []
            room = self.upper[run] if run is not None else load
            self.row([(total, 1), (cut, room)] + before + work, lower=fixed + (0 if before else load))
            if not busy[day]:
                self.row([(cut, 1)] + [(line.y[s], -1) for s in shifts], upper=0)
            for first, _, terms, constant in choices:
                if first - end < rest:
                    self.row([(cut, 1)] + terms, upper=1 - constant)
                for past in earlier:
                    near = [c for c in past if first - c[1] < rest]
                    if near:
                        others = [t for c in near for t in c[2]]
                        self.row([(cut, 1)] + terms + others, upper=2 - constant - sum(c[3] for c in near))
            if line.given:
                # Given work alone may be more than the limit; from the first shift of a run on it may not.
                shared = self.variable()
                self.row([(shared, 1)] + [(line.y[s], -1) for s in shifts], lower=0)
                if joined is not None:
                    self.row([(shared, 1), (cut, 1), (joined, -1)], lower=0)
                self.row([(total, 1), (shared, most - limit)], upper=most)
                joined = shared
            run = total
            earlier = [past for past in earlier if max(c[1] for c in past) > min(c[0] for c in choices) - rest]
            earlier.append(choices)

    def add_runs(self, limit, worked, given):
        """At most `limit` of any limit + 1 days in a row, days of given work counted."""
        for first in range(-limit, len(self.model["days"]) - limit):
            window = range(first, first + limit + 1)
            terms = [(v, 1) for d in window if d not in given for v in worked.get(d, [])]
            if terms:
                self.row(terms, upper=limit - sum(d in given for d in window))

    def add_weekly_rest(self, rule, week, line):
        """One of the free spans that start where some work may end must hold."""
        length, within = rule["minutes"], rule["minutesWithinWeek"]
        starts = self.rest_starts(week[0] - length - within, line)
        inside = {start: max(start, week[0]) + max(1, within) for start in starts}
        self.add_free_span([(s, max(s + length, inside[s])) for s in starts if inside[s] <= week[1]], line)

    def add_weekly_half_days(self, rule, week, line):
        """So many half-days must each lie in a free span that starts where some work may end and is long enough."""
        starts = self.rest_starts(week["minutes"][0] - rule["restMinutes"], line)
        days = []
        for first, end in week["halfDays"]:
            days.append(self.touching([(s, max(s + rule["restMinutes"], end)) for s in starts if s <= first], line))
        if sum(len(sets) > 0 for sets in days) < rule["halfDays"]:
            return  # given work has broken it
        free, terms = 0, []
        for sets in days:
            if frozenset() in sets:
                free += 1
            elif sets:
                off = self.variable()
                terms.append((off, 1))
                self.row([(self.free_of(blocked, line), 1) for blocked in sets] + [(off, -1)], lower=0)
        self.row(terms, lower=rule["halfDays"] - free)

    def rest_starts(self, before, line):
        """Where a rest may begin: at the end of some piece, or so long ago that it began before anything else."""
        far = min([before] + [p["minutes"][0] for p in line.given]) - 20_000
        ends = {minutes[1] for s in line.y for minutes, _ in line.pieces(s)} | {p["minutes"][1] for p in line.given}
        return {far} | ends

    def touching(self, spans, line):
        """Of the spans that given work leaves free the sets of shifts that touch one, without those that hold another set."""
        touching = set()
        for start, end in spans:
            if not any(p["minutes"][0] < end and p["minutes"][1] > start for p in line.given):
                touching.add(frozenset(s for s in line.y if line.touches(s, start, end)))
        return sorted((v for v in touching if not any(other < v for other in touching)), key=sorted)

    def free_of(self, blocked, line):
        """A variable that may be 1 only when none of these shifts is worked."""
        variable = self.variable()
        by_day = defaultdict(list)
        for s in blocked:
            by_day[line.day(s)].append(s)
        for shifts in by_day.values():
            self.row([(variable, 1)] + [(line.y[s], 1) for s in shifts], upper=1)
        return variable

    def add_free_span(self, spans, line):
        """One of these spans of minutes must be free of work, unless given work takes them all."""
        sets = self.touching(spans, line)
        if sets and frozenset() not in sets:
            self.row([(self.free_of(blocked, line), 1) for blocked in sets], lower=1)

    def add_sundays(self, rule, line):
        allowed = rule["ofSundays"] - rule["off"]
        known = {sunday for p in line.given for sunday in p["facts"]["sundays"]}
        touching = defaultdict(set)
        for s in line.y:
            for sunday in line.facts[s]["sundays"]:
                touching[sunday].add(s)
        weekday = datetime.date.fromisoformat(self.model["days"][0]).weekday()
        sundays = [d for d in range(-1, len(self.model["days"]) + 1) if (d + weekday) % 7 == 6]
        if rule["isJoined"]:
            # A Sunday between a worked Saturday and a worked Monday counts as worked.
            for sunday in {d + 1 for d in line.given_days if d + 2 in line.given_days and (d + 1 + weekday) % 7 == 6}:
                if sunday not in known:
                    known.add(sunday)
                    touching[sunday] |= {s for d in (sunday - 1, sunday + 1) for s in line.of_day.get(d, [])}
        worked = {}
        for sunday in set(touching) | (set(sundays) if rule["isJoined"] else set()):
            if sunday not in known:
                worked[sunday] = self.variable()
                by_day = defaultdict(list)
                for s in touching[sunday]:
                    by_day[line.day(s)].append(s)
                for group in by_day.values():
                    self.row([(line.y[s], 1) for s in group] + [(worked[sunday], -1)], upper=0)
                if rule["isJoined"]:
                    days = [d for d in (sunday - 1, sunday + 1) if d not in line.given_days]
                    if all(d in line.w for d in days):
                        self.row([(line.w[d], 1) for d in days] + [(worked[sunday], -1)], upper=len(days) - 1)
        for sunday in set(worked) | known:
            window = [sunday - 7 * k for k in range(rule["ofSundays"])]
            left = allowed - sum(d in known for d in window)
            if left >= 0:
                self.row([(worked[d], 1) for d in window if d in worked], upper=left)
            elif sunday in known:
                # Given work has broken it: no shift may take part.
                self.forbid([worked[d] for d in window if d in worked])
                self.forbid([line.y[s] for d in window if d in known for s in touching[d]])
            else:
                self.forbid([worked[sunday]])

    def add_teams(self):
        """What one member of a constituted team works, all work whom nothing keeps from it."""
        model = self.model
        teams = defaultdict(list)
        for number, agent in enumerate(model["agents"]):
            if agent.get("team") is not None:
                teams[agent["team"]].append(number)
        for members in teams.values():
            of_day = defaultdict(list)
            excused = {m: set(model["agents"][m]["excused"]) for m in members}
            for duty in sorted({duty for m in members for duty in self.x[m]}):
                bound = [self.x[m].get(duty) for m in members if duty not in excused[m]]
                if None in bound:
                    self.forbid([v for v in bound if v is not None])
                    continue
                for variable in bound[1:]:
                    self.row([(variable, 1), (bound[0], -1)], 0, 0)
                of_day[model["shiftDays"][model["duties"][duty]["shiftDay"]]["day"]].append(bound[0])
            for variables in of_day.values():
                self.row([(v, 1) for v in variables], upper=1)

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
