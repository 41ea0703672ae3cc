### Die lokale Seite zum Ausprobieren (`holdline serve`).

## Die Seite.

serve-title = { $name } ausprobieren
serve-intro = Ändern Sie etwas: Das Center wird mit denselben Kunden neu simuliert, und seine Zahlen folgen. Gespeichert wird erst, wenn Sie es sagen.
serve-what = { $file }, Startwert { $seed }
serve-no-scripts = Zum Ändern braucht diese Seite Skripte; ohne sie zeigt sie die Zahlen vom Zeitpunkt des Ladens.
serve-gone = holdline wurde beendet; was nicht gespeichert war, ist verloren.
serve-controls = Änderungen
serve-results = Ergebnisse
serve-undo = Rückgängig
serve-redo = Wiederholen
serve-reset = Alles zurücksetzen
serve-contacts = Kontakte
serve-agents = Agenten
serve-promise = Ziel
serve-intervals = Jedes Intervall
serve-shifts = Agenten jeder Schicht
serve-roster = Ein Dienstplan mit Namen: Er zeigt sich in den Zahlen und wird in seiner Datei geändert.
serve-days = { $hours }, an manchen Tagen

## Felder.

serve-scale-arrivals = Volumen ×
serve-scale-handle = Bearbeitung ×
serve-scale-patience = Geduld ×
serve-target-answer = Angenommen
serve-target-within = innerhalb von
serve-target-abandon = Abbruch höchstens
serve-agents-constant = Agenten
serve-plus = Mehr in jedem Intervall
serve-mean = im Mittel { $time }

## Was falsch ist.

serve-wrong-plus = das ist keine ganze Zahl zwischen -100000 und 100000; schreiben Sie 2 für zwei Agenten mehr, -1 für einen weniger
serve-not-simulated = Die Zahlen stammen von vor der Änderung, die nicht verwendet werden kann.
serve-name-wrong = schreiben Sie einen einfachen Dateinamen, der auf .toml endet, etwa mehr-agenten.toml; gespeichert wird im Ordner des Szenarios
serve-name-served = { $name } ist das Szenario, das hier geändert wird, oder eine Datei, die es liest; schreiben Sie einen anderen Namen
serve-name-taken = die Datei { $name } gibt es schon; schreiben Sie einen anderen Namen, oder sagen Sie unten, dass sie ersetzt werden darf
serve-name-unknown = im Ordner gibt es keine Szenariodatei { $name }
serve-save-nothing = nichts ist geändert, also gibt es nichts zu speichern
serve-save-wrong = oben steht etwas, das nicht verwendet werden kann; berichtigen Sie es zuerst
serve-save-outdated = { $name } oder eine Datei, die es liest, wurde geändert, seit sie hier geöffnet wurde; öffnen Sie sie zuerst neu
serve-save-failed = { $name } wurde nicht geschrieben: { $reason }

## Speichern.

serve-save = Speichern
serve-save-as = Speichern als
serve-save-why = Eine Datei im selben Ordner, die nur sagt, was geändert ist, und alles andere übernimmt, für `holdline run` und für hier.
serve-replace = Die vorhandene Datei ersetzen
serve-saved = Gespeichert als { $name }.
serve-go-on = Damit weiterarbeiten
serve-open-again = { $name } neu öffnen

## Zahlen.

serve-tried-name = { $name }, geändert
serve-figure = Kennzahl
serve-column-saved = gespeichert
serve-column-tried = geändert
serve-column-difference = Unterschied
serve-centre = Ganzes Center
serve-target-of-answer = Ziel { $share } in { $time }
serve-target-at-most = höchstens { $limit }
serve-target-at-least = mindestens { $limit }
serve-none-yet = Die ersten Zahlen kommen gleich.
serve-progress = { $done } von { $all } Replikationen
serve-progress-done = { $count ->
    [one] { $count } Replikation
   *[other] alle { $count } Replikationen
}
serve-judged = Unterschiede gelten für dieselben Kunden, Replikation für Replikation; „{ $real }“ heißt: mit 95 % Sicherheit in allen Zeilen zusammen.

## In einem Satz.

serve-changes = { $count ->
    [one] { $count } Änderung.
   *[other] { $count } Änderungen.
}
serve-kept-none = Kein Ziel.
serve-kept-all = Ziele erreicht: alle { $count }
serve-kept-some = Ziele erreicht: { $met } von { $count } ({ $missed } verfehlt, { $open } offen)
serve-kept-saved = { $kept }, gespeichert { $met } von { $count }.
serve-kept-alone = { $kept }.
serve-cost-changed = Kosten { $difference }, { $judgement }.

## Das Diagramm.

serve-charts = Servicelevel über den Tag
serve-chart = Servicelevel über den Tag: { $name }
serve-chart-target = Ziel { $share }
serve-chart-point = { $time }: { $figure }
serve-chart-points = { $time }: gespeichert { $saved }, geändert { $tried }
