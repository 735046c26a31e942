#!/usr/bin/env python3
"""Writes Scenarios/paris-18e and Scenarios/paris-18e-mars from Scenarios/data/paris.

Usage: python3 Scenarios/tools/build_paris.py [--show]
Deterministic, standard library only. `--show` prints needs and capacity by sector instead of writing.
"""

import csv
import json
import sys
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data" / "paris"

# Relative demand by hour of the night, 1.0 = an ordinary night at 22 h (assumption, see Scenarios/README.md).
PROFILE = {
    "calm": [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 0.9, 0.6, 0.4, 0.25, 0.15, 0.1],
    "thursday": [0.5, 0.6, 0.7, 0.85, 1.0, 1.15, 1.2, 0.95, 0.7, 0.4, 0.25, 0.15],
    "weekend": [0.5, 0.6, 0.7, 0.9, 1.1, 1.3, 1.5, 1.4, 1.1, 0.8, 0.5, 0.3],
}
FIRST_HOUR = 17
DAYS = {"calm": ["sun", "mon", "tue", "wed"], "thursday": ["thu"], "weekend": ["fri", "sat"]}
# Day types of the entries file that stand for a class of nights.
ENTRIES = {"calm": ["JOHV", "DIJFP"], "thursday": ["JOHV"], "weekend": ["SAHV"]}
# Quartiers to which the town gives more presence than residents and street life alone would (assumption).
PRIORITY = {68, 71, 72, 73, 74}
PRIORITY_BONUS = 0.5
# Teams per unit of index, and the most teams of one sector. The scale fits the needs to about 150 agents.
SCALE = 0.82
MOST_TEAMS = 2
HOT_NIGHT_FACTOR = 2.0
HOT_HOURS = range(20, 28)


def slug(name):
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
    return "".join(c if c.isalnum() else "-" for c in plain)


def read(name):
    with open(DATA / name, encoding="utf-8") as file:
        return list(csv.DictReader(file))


QUARTIERS = {int(r["id"]): r for r in read("quartiers.csv")}
LEVELS = read("evening_levels.csv")


def street_level(arrondissement, nights):
    """Mean level of station entries from 20 to 24 h, terminus stations left out."""
    values = [
        float(r["level_nohub"]) for r in LEVELS
        if r["arrondissement"] == arrondissement and r["day_type"] in ENTRIES[nights] and 20 <= int(r["hour"]) < 24
    ]
    return sum(values) / len(values)


def index(quartier, nights):
    """Half residents, half street life, both relative to the mean of the twenty quartiers, plus the priority."""
    residents = int(QUARTIERS[quartier]["residents_15plus"])
    mean_residents = sum(int(r["residents_15plus"]) for r in QUARTIERS.values()) / len(QUARTIERS)
    level = street_level(QUARTIERS[quartier]["arrondissement"], nights)
    mean_level = sum(street_level(r["arrondissement"], nights) for r in QUARTIERS.values()) / len(QUARTIERS)
    value = (residents / mean_residents + level / mean_level) / 2
    return value + (PRIORITY_BONUS if quartier in PRIORITY else 0)


def teams(quartier, nights, hot=False):
    """Teams needed hour by hour from FIRST_HOUR on."""
    result = []
    for offset, share in enumerate(PROFILE[nights]):
        factor = HOT_NIGHT_FACTOR if hot and FIRST_HOUR + offset in HOT_HOURS else 1
        result.append(min(MOST_TEAMS, int(SCALE * index(quartier, nights) * share * factor + 0.5)))
    return tuple(result)


def hour_weight(hour):
    return {20: 2, 21: 2, 22: 3, 23: 3, 24: 4, 25: 4, 26: 4, 27: 4, 28: 3}.get(hour, 1)


def weighted(needs):
    return sum(n * hour_weight(FIRST_HOUR + i) for i, n in enumerate(needs))


EMPLOYERS = [
    ("ville", "Ville de Paris"), ("gpis", "Groupement inter-bailleurs de surveillance"),
    ("prevention-nord", "Prévention spécialisée, association nord"),
    ("prevention-est", "Prévention spécialisée, association est"), ("bailleur", "Bailleur social"),
]
PROFESSIONS = [
    ("policier", "Police municipale"), ("correspondant", "Correspondants de nuit"),
    ("surveillant", "Inter-bailleurs"), ("educateur", "Éducation spécialisée"), ("gardien", "Gardiennage d'immeubles"),
]

# Agents: prefix, employer, profession, regime, hours of the month, quartiers (home first), shifts, number, chefs.
EVENING, NIGHT = ["pm-soiree"], ["pm-nuit"]
GROUPS = [
    ("pe", "ville", "policier", "police-municipale", 120, [33, 36, 35, 34], EVENING + ["pm-ronde-9"], 8, 0),
    ("pe", "ville", "policier", "police-municipale", 120, [37, 38, 39, 40], EVENING, 6, 0),
    ("pe", "ville", "policier", "police-municipale", 120, [65, 66, 67, 68], EVENING + ["pm-ronde-17"], 8, 0),
    ("pe", "ville", "policier", "police-municipale", 120, [69, 70, 71, 72], EVENING, 8, 0),
    ("pe", "ville", "policier", "police-municipale", 120, [73, 74, 75, 76], EVENING, 6, 0),
    ("pn", "ville", "policier", "police-municipale", 120, [33, 36, 35, 34], NIGHT, 6, 2),
    ("pn", "ville", "policier", "police-municipale", 120, [38, 39, 37, 40], NIGHT, 6, 2),
    ("pn", "ville", "policier", "police-municipale", 120, [67, 66, 65, 68], NIGHT, 8, 3),
    ("pn", "ville", "policier", "police-municipale", 120, [70, 69, 71, 72], NIGHT, 7, 3),
    ("co", "ville", "correspondant", "fpt", 120, [71, 72], [], 7, 0),
    ("co", "ville", "correspondant", "fpt", 120, [70, 69], [], 7, 0),
    ("co", "ville", "correspondant", "fpt", 120, [73, 74], [], 7, 0),
    ("co", "ville", "correspondant", "fpt", 120, [76, 75], [], 7, 0),
    ("gp", "gpis", "surveillant", "ccn1351", 128, [71, 72, 70], ["gpis-1", "gpis-2", "gpis-2-ronde-18"], 6, 0),
    ("gp", "gpis", "surveillant", "ccn1351", 128, [68, 69, 67], ["gpis-1", "gpis-2"], 6, 0),
    ("gp", "gpis", "surveillant", "ccn1351", 128, [73, 74, 72], ["gpis-1", "gpis-2"], 6, 0),
    ("gp", "gpis", "surveillant", "ccn1351", 128, [76, 75, 73], ["gpis-1", "gpis-2", "gpis-2-ronde-19"], 6, 0),
    ("gp", "gpis", "surveillant", "ccn1351", 128, [70, 69, 40], ["gpis-1", "gpis-2"], 6, 0),
    ("ed", "prevention-nord", "educateur", "ccn66", 75, [71, 72], [], 4, 0),
    ("ed", "prevention-nord", "educateur", "ccn66", 75, [69, 70], [], 4, 0),
    ("ed", "prevention-nord", "educateur", "ccn66", 75, [68, 67], [], 4, 0),
    ("ed", "prevention-est", "educateur", "ccn66", 75, [73, 74], [], 4, 0),
    ("ed", "prevention-est", "educateur", "ccn66", 75, [75, 76], [], 4, 0),
    ("ed", "prevention-est", "educateur", "ccn66", 75, [37, 40], [], 3, 0),
    ("ga", "bailleur", "gardien", "ccn1043b", 140, [71], [], 1, 0),
    ("ga", "bailleur", "gardien", "ccn1043b", 140, [72], [], 1, 0),
    ("ga", "bailleur", "gardien", "ccn1043b", 140, [70], [], 1, 0),
    ("ga", "bailleur", "gardien", "ccn1043a", 140, [73], [], 1, 0),
    ("ga", "bailleur", "gardien", "ccn1043a", 140, [74], [], 1, 0),
    ("ga", "bailleur", "gardien", "ccn1043b", 140, [76], [], 1, 0),
]

# Absences by month: every step-th agent, of a length and a first day that follow from his position.
MONTHS = {
    "paris-18e": dict(
        title="octobre 2026", first="2026-10-01", last="2026-10-31", year_month="2026-10", hot="2026-10-31",
        hot_comment="Halloween", step=7, offset=3),
    "paris-18e-mars": dict(
        title="mars 2026", first="2026-03-01", last="2026-03-31", year_month="2026-03", hot="2026-03-21",
        hot_comment="carnaval", step=7, offset=5),
}


def agents():
    counters = {}
    for prefix, employer, profession, regime, hours, quartiers, shifts, number, chefs in GROUPS:
        for position in range(number):
            counters[prefix] = counters.get(prefix, 0) + 1
            yield {
                "agent": f"{prefix}-{counters[prefix]:02d}", "name": "", "employer": employer,
                "profession": profession, "regime": regime, "hours_max": hours, "weekly_hours": "", "hours_min": "",
                "sectors": "|".join(slug(QUARTIERS[q]["name"]) for q in quartiers), "shifts": "|".join(shifts),
                "qualifications": "chef" if position < chefs else "", "team": "", "night_allowed": "",
            }


def absences(month):
    for position, agent in enumerate(agents()):
        if position % month["step"] != month["offset"]:
            continue
        first = 1 + (position * 11) % 24
        length = [2, 5, 1, 6, 3][position % 5]
        yield agent["agent"], f"{month['year_month']}-{first:02d}", f"{month['year_month']}-{first + length - 1:02d}"


def clock(hour):
    return f'"{hour:02d}:00"'


def runs(table):
    """(from, to, teams) of maximal runs of hours with equal need above zero."""
    start = 0
    for i in range(1, len(table) + 1):
        if i == len(table) or table[i] != table[start]:
            if table[start]:
                yield FIRST_HOUR + start, FIRST_HOUR + i, table[start]
            start = i


def requirements():
    """Groups of quartiers with equal needs, as lines of YAML."""
    groups = {}
    for q in QUARTIERS:
        key = tuple(teams(q, nights) for nights in PROFILE) + (teams(q, "weekend", hot=True),)
        groups.setdefault(key, []).append(q)
    for number, (key, quartiers) in enumerate(groups.items(), 1):
        yield f"  # {', '.join(QUARTIERS[q]['name'] for q in quartiers)}"
        yield f"  - id: presence-{number}"
        yield f"    sectors: [{', '.join(slug(QUARTIERS[q]['name']) for q in quartiers)}]"
        yield "    kinds: [patrouille-pm, trio-pm, trio-gpis, binome-correspondants, binome-educateurs, binome-mixte, gardien-accompagne]"
        yield "    needs:"
        for nights, table in zip(list(DAYS.values()) + [["hot_nights"]], key):
            for first, last, count in runs(table):
                yield (f"      - {{days: [{', '.join(nights)}], from: {clock(first)}, to: {clock(last)}, "
                       f"teams: {count}}}")


SHIFTS = """\
# Sans cette mention de la convention de coordination, la police municipale s'arrêterait à 23 h (CSI L512-6).
night_permissions:
  - reference: Convention de coordination, art. 8 (exemple)
    date: 2025-09-15
    from: "23:00"
    to: "05:00"
    valid_until: 2028-09-14

shifts:
  # Police municipale de soirée (16 h - 24 h), à deux, sur place ou en ronde.
  - {id: pm-soiree, name: Soirée, code: S, professions: [policier], start: "16:00", end: "24:00", break: 20}
  - id: pm-ronde-9
    name: Ronde du 9e
    code: R9
    professions: [policier]
    start: "16:00"
    end: "24:00"
    break: 20
    round: [{sector: chaussee-d-antin, until: "20:00"}, {sector: faubourg-montmartre, until: "24:00"}]
  - id: pm-ronde-17
    name: Ronde du 17e
    code: R17
    professions: [policier]
    start: "16:00"
    end: "24:00"
    break: 20
    round: [{sector: plaine-de-monceaux, until: "20:00"}, {sector: ternes, until: "24:00"}]
  # Police municipale de nuit, à trois dont un chef. Elle finit à 5 h : dix heures de travail au plus, même dans la
  # nuit d'octobre qui dure une heure de plus.
  - {id: pm-nuit, name: Nuit, code: N, professions: [policier], start: "20:30", end: "29:00", break: 20}
  # Correspondants de nuit : 16 h - 24 h ; jusqu'à 2 h à l'essai du jeudi au samedi.
  - {id: co-soiree, name: Correspondants, code: C, professions: [correspondant], start: "16:00", end: "24:00", break: 30}
  - id: co-tard
    name: Correspondants, tard
    code: CT
    professions: [correspondant]
    start: "18:00"
    end: "26:00"
    break: 30
    days: [thu, fri, sat, hot_nights]
  # Inter-bailleurs : deux vagues, en trio.
  - {id: gpis-1, name: Première vague, code: G1, professions: [surveillant], start: "16:30", end: "24:30", break: 30}
  - {id: gpis-2, name: Deuxième vague, code: G2, professions: [surveillant], start: "20:30", end: "28:30", break: 30}
  - id: gpis-2-ronde-18
    name: Deuxième vague, ronde du 18e
    code: G8
    professions: [surveillant]
    start: "20:30"
    end: "28:30"
    break: 30
    round: [{sector: la-chapelle, until: "24:00"}, {sector: goutte-d-or, until: "28:30"}]
  - id: gpis-2-ronde-19
    name: Deuxième vague, ronde du 19e
    code: G9
    professions: [surveillant]
    start: "20:30"
    end: "28:30"
    break: 30
    round: [{sector: combat, until: "24:00"}, {sector: amerique, until: "28:30"}]
  # Éducateurs : deux à trois soirées par semaine (heures du mois limitées en conséquence).
  - {id: edu-soiree, name: Éducation de rue, code: E, professions: [educateur], start: "15:00", end: "22:00", break: 20}
  - id: gardien-jour
    name: Gardien
    code: D
    professions: [gardien]
    start: "12:00"
    end: "20:00"
    break: 60
    days: [mon, tue, wed, thu, fri]
"""

TEAM_KINDS = """\
team_kinds:
  # La patrouille à deux ne compte que jusqu'à minuit ; ensuite la police sort à trois, dont un chef.
  - id: patrouille-pm
    name: Patrouille de police municipale
    places: [{count: 2, of: [policier]}]
    hours: {from: "06:00", to: "24:00"}
  - id: trio-pm
    name: Trio de police municipale
    places: [{count: 1, of: [policier], qualifications: [chef]}, {count: 2, of: [policier]}]
  - {id: trio-gpis, name: Trio inter-bailleurs, places: [{count: 3, of: [surveillant]}]}
  - {id: binome-correspondants, name: Binôme de correspondants, places: [{count: 2, of: [correspondant]}]}
  - {id: binome-educateurs, name: Binôme d'éducateurs, places: [{count: 2, of: [educateur]}]}
  - id: binome-mixte
    name: Binôme correspondant et éducateur
    places: [{count: 1, of: [correspondant]}, {count: 1, of: [educateur]}]
  - id: gardien-accompagne
    name: Gardien accompagné
    places: [{count: 1, of: [gardien]}, {count: 1, of: [correspondant, educateur]}]
    hours: {from: "06:00", to: "20:00"}
"""


def scenario(month):
    yield f"# Paris, 18e arrondissement et voisins (9e, 10e, 17e, 19e) : vingt quartiers administratifs, {month['title']}."
    yield "# Fichier produit par ../tools/build_paris.py ; l'origine de chaque chiffre est dans README.md et ../README.md."
    yield f"name: Paris 18e et voisins, {month['title']}"
    yield f"horizon: {{first: {month['first']}, last: {month['last']}}}"
    yield "time_zone: Europe/Paris"
    yield "grid: 30"
    yield 'day_start: "06:00"'
    yield "handover_minutes: 30"
    yield ""
    yield "sectors:"
    for q, row in QUARTIERS.items():
        near = ", ".join(slug(QUARTIERS[int(n)]["name"]) for n in row["neighbours"].split("|"))
        yield f'  - {{id: {slug(row["name"])}, name: "{row["name"]}", neighbours: [{near}]}}'
    yield ""
    yield "employers:"
    yield from (f"  - {{id: {key}, name: \"{name}\"}}" for key, name in EMPLOYERS)
    yield ""
    yield "professions:"
    yield from (f"  - {{id: {key}, name: \"{name}\"}}" for key, name in PROFESSIONS)
    yield ""
    yield "calendar:"
    yield "  zone: C"
    yield f"  hot_nights: [{month['hot']}]   # {month['hot_comment']}"
    yield ""
    yield SHIFTS
    yield TEAM_KINDS
    yield "# Besoins en équipes par quartier, tirés des habitants et des entrées de stations du soir."
    yield "requirements:"
    yield from requirements()
    yield ""
    yield "avoid:"
    yield "  - {professions: [policier, correspondant]}"
    yield "  - {professions: [policier, educateur]}"


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def shapes():
    """Outlines with the ids of the scenario."""
    with open(DATA / "quartiers.geojson", encoding="utf-8") as file:
        collection = json.load(file)
    lines = []
    for feature in collection["features"]:
        name = feature["properties"]["name"]
        feature["properties"] = {"id": slug(name), "name": name}
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def write():
    for folder, month in MONTHS.items():
        target = ROOT / folder
        target.mkdir(exist_ok=True)
        (target / "scenario.yaml").write_text("\n".join(scenario(month)) + "\n", encoding="utf-8")
        rows = list(agents())
        write_csv(target / "agents.csv", rows[0].keys(), (row.values() for row in rows))
        write_csv(target / "absences.csv", ["agent", "from", "to"], absences(month))
        (target / "sectors.geojson").write_text(shapes(), encoding="utf-8")


def show():
    total = 0
    for q, row in QUARTIERS.items():
        tables = {nights: teams(q, nights) for nights in PROFILE}
        month = 16 * weighted(tables["calm"]) + 5 * weighted(tables["thursday"]) + 10 * weighted(tables["weekend"])
        total += month
        print(f"{q} {row['name']:<24} {index(q, 'calm'):.2f} {index(q, 'weekend'):.2f}",
              *("".join(map(str, t)) for t in tables.values()), month)
    print(total, "weighted hours of a month of 16 calm nights, 5 Thursdays, 10 Fridays and Saturdays")


if __name__ == "__main__":
    show() if "--show" in sys.argv else write()
