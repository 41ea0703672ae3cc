### Die örtliche Seite zum Ausprobieren (`holdline serve`).

serve-title = „{ $name }“ ausprobieren
serve-intro = Etwas ändern: Das Center wird mit denselben Kunden neu simuliert, und die Kennzahlen folgen. Gespeichert wird erst mit „Speichern“.
serve-what = { $file }, Seed { $seed }
serve-no-scripts = Zum Ändern braucht diese Seite Skripte; ohne sie zeigt sie die Kennzahlen, wie sie beim Laden waren.
serve-gone = holdline ist beendet; was ausprobiert, aber nicht gespeichert wurde, ist verloren.
serve-controls = Änderungen
serve-results = Ergebnisse
serve-undo = Rückgängig
serve-redo = Wiederholen
serve-reset = Alles zurücksetzen
serve-contacts = Kontakte
serve-agents = Agenten
serve-promise = Ziel
serve-intervals = Einzelne Intervalle
serve-shifts = Agenten je Schicht
serve-roster = Ein Dienstplan mit Namen: Hier stehen seine Kennzahlen, geändert wird er in seiner Datei.
serve-days = { $hours }, an manchen Tagen

serve-scale-arrivals = Aufkommen ×
serve-scale-handle = Bearbeitungszeit ×
serve-scale-patience = Geduld ×
serve-target-answer = Angenommen
serve-target-within = innerhalb von
serve-target-abandon = Abbruchquote höchstens
serve-no-target = kein Ziel
serve-agents-constant = Agenten
serve-plus = Zusätzlich je Intervall
serve-mean = im Mittel { $time }

serve-wrong-plus = „{ $typed }“ lässt sich nicht zu Agenten hinzuzählen; eine ganze Zahl von -{ $most } bis { $most } eingeben: 2 für zwei Agenten mehr, -1 für einen weniger.
serve-wrong-agents = „{ $typed }“ ist keine Zahl von Agenten; eine ganze Zahl von 0 bis { $most } eingeben, etwa 12.
serve-wrong-factor = „{ $typed }“ ist kein Faktor; eine Zahl über 0 und höchstens { $most } eingeben: { $more } für ein Zehntel mehr, 1 lässt alles, wie es ist.
serve-wrong-share = „{ $typed }“ ist kein Anteil; { $percent } oder { $share } eingeben, oder nichts, wenn es kein Ziel geben soll.
serve-wrong-duration = „{ $typed }“ ist keine Dauer; eine wie { $example } eingeben, oder eine Zahl von Sekunden.
serve-wrong-within = Für diese Zeit ist kein Anteil versprochen; eingeben, wie viele angenommen werden sollen, oder die Zeit lassen, wie sie war.
serve-not-simulated = Die Kennzahlen sind die von vor der Änderung, die nicht verwendet werden kann.
serve-name-wrong = Einen einfachen Dateinamen eingeben, der auf .toml endet und mit einem Buchstaben oder einer Ziffer beginnt, etwa mehr-agenten.toml; gespeichert wird im Ordner des Szenarios.
serve-name-served = { $name } ist das Szenario, das hier geändert wird, oder eine Datei, die es liest; einen anderen Namen eingeben.
serve-name-taken = Eine Datei { $name } gibt es schon; einen anderen Namen eingeben oder unten erlauben, sie zu ersetzen.
serve-name-unknown = Im Ordner gibt es keine Szenariodatei { $name }.
serve-save-nothing = Nichts ist geändert, also gibt es nichts zu speichern.
serve-save-wrong = Eine Angabe weiter oben kann nicht verwendet werden; sie zuerst berichtigen.
serve-save-outdated = { $name } oder eine Datei, die darin gelesen wird, wurde seit dem Öffnen geändert; zuerst neu öffnen.
serve-save-failed = { $name } wurde nicht geschrieben: { $reason }

serve-save = Speichern
serve-save-as = Speichern als
serve-save-why = Eine Datei im selben Ordner, die nur das Geänderte nennt und den Rest erbt, für `holdline run` und für diese Seite.
serve-replace = Diese Datei ersetzen:
serve-saved = Gespeichert als { $name }.
serve-go-on = Damit weiterarbeiten
serve-open-again = { $name } neu öffnen

serve-tried-name = { $name }, geändert
serve-figure = Kennzahl
serve-column-saved = gespeichert
serve-column-tried = geändert
serve-column-difference = Differenz
serve-centre = Das ganze Center
serve-target-of-answer = Ziel { $share } in { $time }
serve-target-at-most = höchstens { $limit }
serve-target-at-least = mindestens { $limit }
serve-none-yet = Die ersten Kennzahlen kommen gleich.
serve-progress = { $done } von { $all } Replikationen
serve-progress-done = { $count ->
    [one] { $count } Replikation
   *[other] alle { $count } Replikationen
}
serve-judged = Unterschiede gelten für dieselben Kunden, Replikation für Replikation; „{ $real }“ heißt: mit 95 % Sicherheit in allen Zeilen zusammen{ $looks ->
    [one] .
   *[other] , bei allen { $looks } Zwischenständen auf dem Weg zu allen Replikationen: Man darf es glauben, sobald es dasteht.
}

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

serve-charts = Servicelevel im Tagesverlauf
serve-chart = Servicelevel im Tagesverlauf: { $name }
serve-chart-target = Ziel { $share }
serve-chart-point = { $time }: { $figure }
serve-chart-points = { $time }: gespeichert { $saved }, geändert { $tried }
