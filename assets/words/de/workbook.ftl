### Die Arbeitsmappe der Ergebnisse: Blätter, Spalten und die Wörter darin. Wofür die Seite ein Wort hat, das steht dort.

## Blätter: höchstens 31 Zeichen, keines von []:*?/\

book-sheet-scenarios = Szenarien
book-sheet-targets = Ziele
book-sheet-charts = Diagramme
book-sheet-contacts = Kontakte
book-sheet-agents = Agenten
book-sheet-journeys = Der Weg der Kunden
book-sheet-types = Tagesverlauf je Kontaktart
book-sheet-groups = Tagesverlauf je Gruppe
book-sheet-comparisons = Vergleiche
book-sheet-days = Von Tag zu Tag
book-sheet-contacts-assumed = Voraussetzungen Kontakte
book-sheet-agents-assumed = Voraussetzungen Agenten
book-sheet-waits = Wartezeiten
book-sheet-by-wait = Zufriedenheit nach Wartezeit
book-sheet-per-issue = Kontakte je Anliegen
book-sheet-again = Reproduzieren

## Spalten mehrerer Blätter.

book-contact-type = Kontaktart
book-agent-group = Gruppe
book-subject = betrifft
book-figure = Kennzahl
book-target = Ziel
book-within = innerhalb von
book-replications = Replikationen
book-days = Tage
book-contacts = Kontakte
book-error = { $figure }: Standardfehler
book-low = { $figure }: 95 %, untere Grenze
book-high = { $figure }: 95 %, obere Grenze

## Szenarien.

book-file = Datei
book-seed = Seed
book-stop = Ende der Rechnung
book-stop-replications = alle Replikationen gerechnet
book-stop-precision = Genauigkeit erreicht
book-stop-imprecise = Genauigkeit nicht erreicht
book-stop-interrupted = unterbrochen
book-start = Beginn
book-hours = Dauer der Studie
book-targets-met = Ziele erreicht
book-targets-open = Ziele offen
book-targets-missed = Ziele verfehlt
book-offered = eingegangene Kontakte
book-agent-hours = Agentenstunden

## Ziele.

book-promise = Zusage
book-simulated = simuliert
book-verdict = Befund

## Im Tagesverlauf.

book-time = ab
book-staff = Agenten anwesend
book-need = Agenten nötig
book-staff-title = { $scenario }: Agenten anwesend und nötig (gestrichelt)
book-staff-needed = { $name }: nötig

## Vergleiche.

book-against = Vergleichsszenario
book-there = Vergleichswert
book-here = Wert des Szenarios
book-difference = Differenz
book-judgement = vom Zufall zu unterscheiden

## Wie sich die Tage unterscheiden.

book-day-figure = Kennzahl des Tages
book-day-most = { $share } der Tage haben höchstens
book-day-bin = Tage von { $from } bis { $to }
book-day-kept = Tage von { $from } bis { $to }, die alle Zusagen halten

## Was vorausgesetzt wurde.

book-channel = Kanal
book-per-day = Kontakte je Tag
book-per-hour = Kontakte je Stunde
book-busy-factor = Streuung der Tage (CV)
book-open = geöffnet (alle Tage, oder einzeln ab Montag)
book-law = Verteilung
book-cv = Streuung (CV)
book-wrap = Nachbearbeitung
book-pace = Bearbeitung im Tagesverlauf
book-pace-least = kleinster Faktor
book-pace-most = größter Faktor
book-balk = gehen sofort, wenn sie warten müssen
book-priority = Priorität
book-queue-limit = höchstens in der Warteschlange
book-per = gilt je
book-interval = Intervall
book-day = Tag
book-redial = Wiederwahl nach Abbruch
book-redial-blocked = Wiederwahl nach Blockierung
book-resolution = beim ersten Versuch gelöst
book-repeat = erneuter Kontakt, wenn ungelöst
book-callback = nehmen einen Rückruf an
book-between = { "; " }
book-skills = Kontaktarten und Stufen
book-staffing = Besetzung
book-cost-per-hour = Kosten je Stunde
book-absence = erscheinen nicht
book-not-ready = ohne Kontakt nicht bereit
book-not-ready-mean = nicht bereit, mittlere Dauer
book-max-occupancy = höchste Auslastung
book-chats = Chats zugleich

## Wartezeiten, und Kontakte eines Anliegens.

book-wait = Wartezeit
book-answered-within = in dieser Zeit angenommen, Anteil der angenommenen
book-ending = Ausgang
book-issue-share = Anteil der Anliegen mit so vielen Kontakten

## Wie man sie erneut erhält.

book-what = Angabe
book-value = Wert
book-hash = SHA-256
book-version = Version von holdline
book-command = Befehl
book-input = Eingabedatei
