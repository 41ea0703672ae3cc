### Zahlen mit ihren Einheiten, Listen von Namen.
###
### Ein Wort für eine Sache, in allen Dateien dieser Sprache:
### contact = Kontakt; contact type = Kontaktart; issue = Anliegen; agent = Agent; agent group = Gruppe
### answered = angenommen; abandon = abbrechen, abgebrochen; abandonment (share) = Abbruchquote
### blocked = blockiert; closed (at closing time) = nach Schluss abgewiesen; call-back = Rückruf
### wait = Wartezeit; time to answer = Wartezeit bis zur Annahme; queue = Warteschlange
### occupancy = Auslastung; busy = beschäftigt; logged in = angemeldet; slack = Reserve
### service level = Servicelevel; target = Ziel; promise = Zusage; miss = verfehlen
### satisfied, content = zufrieden; flawless = Idealfall; grade = Urteil (hervorragend, gut, schlecht, miserabel)
### the story = der geschilderte Fall; customers who leave = Abwanderung; money at risk = Kundenwert in Gefahr
### scenario = Szenario; replication = Replikation; interval (of the day) = Intervall; horizon = Zeitraum
### confidence interval = Konfidenzintervall; bar = Fehlerbalken; noise, chance = Zufall
### real = gesichert; not distinguishable = nicht unterscheidbar
### volume = Aufkommen; handling time = Bearbeitungszeit; patience = Geduld; shift = Schicht; roster = Dienstplan; seed = Seed

unit-percent = { $number } %
unit-points = { $number } PP
unit-s = { $number } s
unit-min = { $number } min
unit-h = { $number } h

replications = { $count ->
    [one] { $count } Replikation
   *[other] { $count } Replikationen
}

replications-between = { $least } bis { $most } Replikationen

named = { $name }: { $value }
list-two = { $first } und { $second }
list-three = { $first }, { $second } und { $third }
list-more = { $first }, { $second } und { $count } weitere
list-apart = { "; " }

## Wie Kennzahlen heißen.

figure-offered = eingegangen
figure-answered = angenommen
figure-abandoned = abgebrochen
figure-blocked = blockiert
figure-closed = nach Schluss abgewiesen
figure-called_back = zurückgerufen
figure-mean_wait_called_back = Wartezeit auf den Rückruf
figure-p_wait = Anteil mit Wartezeit
figure-p_abandon = Abbruchquote
figure-p_blocked = Anteil blockiert
figure-service_level = Servicelevel
figure-mean_wait = mittlere Wartezeit
figure-mean_wait_answered = Wartezeit bis zur Annahme
figure-mean_wait_abandoned = mittlere Wartezeit bis zum Abbruch
figure-mean_queue = mittlere Warteschlange
figure-days_met = Tage mit erreichtem Ziel
figure-occupancy = Auslastung
figure-logged_in_hours = angemeldete Stunden
figure-paid_hours = bezahlte Stunden
figure-cost = Kosten
figure-csat = zufrieden (CSAT)
figure-nps = Promotoren minus Detraktoren (NPS)
figure-effort = Kundenaufwand
figure-issues = Anliegen
figure-resolved = gelöst
figure-gave_up = vom Kunden aufgegeben
figure-escalated = eskaliert
figure-open = noch offen
figure-resolved_at_first = beim ersten Kontakt gelöst
figure-contacts_per_issue = Kontakte je Anliegen
figure-time_to_resolution = Zeit bis zur Lösung
figure-time_on_contact = Zeit im Kontakt
figure-agents_met = Agenten je Anliegen
figure-longest_wait = längste Wartezeit
figure-repetitions = erneut geschildert
figure-broken_promises = gebrochene Rückrufzusagen
figure-churned = verlorene Kunden
figure-churn_share = Abwanderungsquote
figure-money_at_risk = Kundenwert in Gefahr
figure-story = Anliegen, so schlimm wie der geschilderte Fall

label-in-time = { $figure } in { $time }
label-answered-within = { $share } der Angenommenen binnen
label-at-most = { $figure }: { $share } höchstens
origin-fresh = neu
origin-redial = Wiederwahl
origin-repeat = Wiederholung
origin-transfer = Weiterleitung
part-mean = Mittel
part-max = Maximum
part-share = Anteil
part-percentile = Perzentil
