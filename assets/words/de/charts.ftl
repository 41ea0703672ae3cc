### Diagramme.

## Was mehrere Diagramme sagen.

chart-axis-agents = Agenten
chart-axis-answered = angenommen
chart-axis-arrival = Uhrzeit des Eingangs
chart-axis-contacts = Kontakte
chart-axis-day = Uhrzeit
chart-axis-issues = Anliegen
chart-axis-share = Anteil
chart-axis-wait = Wartezeit
chart-axis-wait-until = Wartezeit bis zu Annahme oder Abbruch
chart-at-once = sofort
chart-all = alle
chart-one-in = 1 von { $many }
chart-none-seen = keines beobachtet
chart-promise = { $share } in { $time }
chart-target = Ziel
chart-target-at = Ziel { $share }
chart-flawless-at = Idealfall { $share }
chart-certainty-none = eine Replikation, daher ohne Konfidenzintervalle
chart-certainty = Band: Konfidenzintervall (95 %) des Mittelwerts, { $replications }
chart-most-types = (die { $shown } von { $count } Kontaktarten mit den meisten Kontakten)
chart-first-types = (die ersten { $shown } von { $count } Kontaktarten)
chart-first-groups = (die ersten { $shown } von { $count } Gruppen)
chart-subtitle = { $scenario }: { $what }{ $some }; { $certainty }
chart-custom = { $chart }; { $scenario }, im Programm festgelegt: { $parts }
chart-a-replication = je Replikation

## Servicelevel, Abbrüche und Zufriedenheit im Tagesverlauf.

chart-service-level = Anteil rechtzeitig angenommener Kontakte nach Uhrzeit des Eingangs
chart-abandonment = Anteil abgebrochener Kontakte nach Uhrzeit des Eingangs
chart-satisfaction = Anteil der Kontakte, nach denen der Kunde zufrieden ist (CSAT), nach Uhrzeit des Eingangs
chart-key-by-interval = je Intervall des Eingangs
chart-key-flawless = Idealfall: sofort angenommen, nichts geht schief
chart-key-missed = Intervall, das das Ziel mit 95 % Sicherheit verfehlt
chart-miss-level = { $name } verfehlt { $span } das Ziel { $promise }: Tiefstwert { $value } um { $time } Uhr
chart-miss-abandonment = { $name } verliert { $span } mehr als { $promise }: Höchstwert { $value } um { $time } Uhr
chart-miss-once-level = { $name } verfehlt um { $time } Uhr das Ziel { $promise }: { $value }
chart-miss-once-abandonment = { $name } verliert um { $time } Uhr mehr als { $promise }: { $value }
chart-span-all = den ganzen Tag
chart-span-between = zwischen { $from } und { $to } Uhr
chart-span-some = in { $missed } von { $count } Intervallen
chart-also-one = { $finding }; ebenso { $name }
chart-also-many = { $finding }; ebenso { $count } weitere Kontaktarten
chart-doubt-once-level = Ob Verfehlung oder Zufall, zeigt eine Replikation nicht: { $name } um { $time } Uhr am niedrigsten, { $value }
chart-doubt-once-abandonment = Ob Verfehlung oder Zufall, zeigt eine Replikation nicht: { $name } um { $time } Uhr am höchsten, { $value }
chart-doubt = Kein Ziel ist sicher verfehlt; am knappsten { $name } um { $time } Uhr: { $value } bei Ziel { $promise }
chart-kept-one-level = { $name } hält { $promise } den ganzen Tag
chart-kept-one-abandonment = { $name } verliert zu keiner Tageszeit mehr als { $promise }
chart-kept-all-level = Alle Kontaktarten halten ihre Zusage den ganzen Tag
chart-kept-all-abandonment = Alle Kontaktarten bleiben mit ihrer Abbruchquote den ganzen Tag im Ziel
chart-kept-promised-level = Alle Kontaktarten mit Zusage halten sie den ganzen Tag
chart-kept-promised-abandonment = Alle Kontaktarten mit einem Ziel für Abbrüche halten es den ganzen Tag
chart-extreme-level = Der Servicelevel ist bei { $name } um { $time } Uhr am niedrigsten: { $value }
chart-extreme-abandonment = Die Abbruchquote ist bei { $name } um { $time } Uhr am höchsten: { $value }
chart-no-abandonment = Zu keiner Tageszeit bricht ein Kontakt ab
chart-weeks = Anteil rechtzeitig angenommener Kontakte nach Woche des Eingangs
chart-key-by-week = je Woche
chart-key-week-missed = Woche, die das Ziel mit 95 % Sicherheit verfehlt
chart-axis-week = Woche
chart-weeks-offered = { $number } Kontakte je Woche
chart-weeks-missed = { $name } verfehlt in { $missed } von { $count } Wochen das Ziel { $promise }: Tiefstwert { $value } in { $week }
chart-weeks-doubt = Keine Woche verfehlt sicher ihr Ziel; am knappsten { $name } in { $week }: { $value } bei Ziel { $promise }
chart-weeks-kept = Alle Zusagen werden in jeder Woche gehalten; am niedrigsten { $name } in { $week }: { $value } bei Ziel { $promise }
chart-weeks-lowest = Der Servicelevel ist bei { $name } in { $week } am niedrigsten: { $value }
chart-satisfaction-unknown = Kein Kontakt zeigt, wie zufrieden der Kunde danach ist
chart-satisfaction-of = { " " }von { $name }
chart-satisfaction-all = Zu jeder Tageszeit sind fast alle Kunden zufrieden
chart-satisfaction-once = Ob Rückgang oder Zufall, zeigt eine Replikation nicht: CSAT{ $of } um { $time } Uhr am niedrigsten, { $value }
chart-satisfaction-level = Zufriedenheit schwankt im Tagesverlauf kaum: CSAT{ $of } um { $time } Uhr am niedrigsten, { $value }
chart-satisfaction-until = Kunden{ $of } sind bis { $until } Uhr zufrieden: Der CSAT fällt um { $time } Uhr auf { $value }
chart-satisfaction-falls = Kunden{ $of } sind um { $time } Uhr am wenigsten zufrieden: Der CSAT fällt auf { $value }

## Agenten im Tagesverlauf.

chart-agents = Zahl der angemeldeten und der beschäftigten Agenten
chart-agents-note = Agenten; Auslastung { $occupancy }
chart-agents-point = { $time }: { $staff } Agenten, Auslastung { $occupancy }
chart-agents-key-staff = angemeldet
chart-agents-key-busy = beschäftigt
chart-agents-key-need = nach Formel für die Zusagen nötig
chart-agents-key-cap = beschäftigt bei der höchsten im Plan erlaubten Auslastung
chart-agents-key-full = mehr als 90 % der Zeit beschäftigt
chart-agents-idle = Zu keiner Zeit ist ein Agent beschäftigt
chart-agents-busiest = { $name } ist um { $time } Uhr am stärksten ausgelastet: { $value }
chart-agents-full-once = { $name } hat um { $time } Uhr keine Reserve: Auslastung { $value }
chart-agents-full = { $name } hat in { $count } Intervallen keine Reserve: Auslastung bis { $value } um { $time } Uhr
chart-agents-full-groups = { $count } Gruppen haben in der Spitze keine Reserve; allen voran { $name }: Auslastung { $value } um { $time } Uhr

## Wie lange Kontakte warten.

chart-waiting = { $scenario }: Anteil der in einer Zeit angenommenen Kontakte an allen angenommenen und abgebrochenen{ $some }; alle aus { $replications }
chart-waiting-point = { $share } in { $time } angenommen
chart-waiting-label = { $name }: { $level } in { $time }
chart-waiting-label-target = { $name }: { $level } in { $time } (Ziel { $target })
chart-waiting-key-this = diese Kontaktart
chart-waiting-key-others = die anderen Kontaktarten
chart-waiting-key-target = Ziel: Die Linie soll hindurch oder darüber verlaufen
chart-waiting-open = Offen bleibt, ob { $name } das Ziel { $promise } erreicht: { $level }
chart-waiting-kept = { $name } hält die Zusage { $promise } im Mittel: { $level }
chart-waiting-all-kept = Alle Kontaktarten halten ihre Zusage im Mittel
chart-waiting-promised-kept = Alle Kontaktarten mit Zusage halten sie im Mittel
chart-waiting-missed = { $name } nimmt { $level } in { $time } an, zugesagt sind { $target }
chart-waiting-others = { $count ->
    [one] { $finding }; eine weitere Kontaktart verfehlt ihre Zusage
   *[other] { $finding }; { $count } weitere Kontaktarten verfehlen ihre Zusage
}
chart-waiting-slowest = { $name }: 90 % der angenommenen Kontakte warten höchstens { $wait }
chart-waiting-none = Fast jeder Kontakt wird sofort angenommen

## Zufriedenheit nach Wartezeit.

chart-wait = { $scenario }: Anteil zufriedener Kunden (CSAT) nach Wartezeit des Kontakts{ $some }; { $replications }
chart-wait-expected = erwartet: { $wait }
chart-wait-note = { $share } warten länger als erwartet
chart-wait-note-short = { $share } warten über { $wait }
chart-wait-point-answered = nach { $wait } angenommen: { $csat } zufrieden
chart-wait-point-abandoned = nach { $wait } abgebrochen: { $csat } zufrieden
chart-wait-key-answered = CSAT der angenommenen
chart-wait-key-answered-error = CSAT der angenommenen; Fehlerbalken: Konfidenzintervall (95 %)
chart-wait-key-abandoned = CSAT der abgebrochenen
chart-wait-key-model = Modell: nichts als die Wartezeit stört
chart-wait-key-expected = Wartezeit, mit der Kunden rechnen
chart-wait-key-share = Anteil der Kontakte mit dieser Wartezeit
chart-wait-rare = Kaum ein Kontakt wartet so lange, wie Kunden erwarten
chart-wait-too-long = { $name }: { $share } warten länger als erwartet ({ $expected }); deren CSAT { $csat }, der übrigen { $others }

## Urteile.

grade-ultimate = hervorragend
grade-good = gut
grade-bad = schlecht
grade-ugly = miserabel
chart-satisfied = { $csat } zufrieden
chart-whole-issues = ganze Anliegen
chart-grades = { $scenario }: Anteil der Kontakte und der ganzen Anliegen nach dem Urteil der Kunden{ $some }; { $replications }
chart-grades-key-csat = zufrieden (CSAT): hervorragend und gut zusammen
chart-grades-key-csat-error = zufrieden (CSAT): hervorragend und gut zusammen, mit Konfidenzintervall (95 %)
chart-grades-key-flawless = Idealfall: { $share } zufrieden, wenn nichts schiefgeht
chart-grades-issues = { $share } der Anliegen enden schlecht oder miserabel
chart-grades-issues-at-best = { $share } der Anliegen enden schlecht oder miserabel, im Idealfall { $best }
chart-grades-type = { $name }: { $share } der Kontakte enden schlecht oder miserabel
chart-grades-worst = { $finding }; von den Kontakten schneidet { $name } am schlechtesten ab: { $share }

## Kontakte je Anliegen.

chart-issues = { $scenario }: Kontakte des Kunden je Anliegen, über { $issues } Anliegen in { $replications }
chart-issues-by-contacts = Anliegen nach Zahl der Kontakte
chart-issues-mean = Mittelwert { $mean }
chart-issues-tail = Anliegen mit mindestens so vielen Kontakten
chart-issues-point = { $count ->
    [one] { $count } Kontakt: { $share } der Anliegen
   *[other] { $count } Kontakte: { $share } der Anliegen
}
chart-issues-point-or-more = { $count } Kontakte oder mehr: { $share } der Anliegen
chart-issues-tail-point = { $count ->
    [one] { $count } Kontakt oder mehr: { $often }
   *[other] { $count } Kontakte oder mehr: { $often }
}
chart-issues-key-90 = neun von zehn Anliegen brauchen höchstens { $count }
chart-issues-key-99 = 99 von hundert höchstens { $count }
chart-issues-key-story = { $count } Kontakte oder mehr wie im geschilderten Fall: { $often }
chart-issues-again = { $again } der Anliegen brauchen mehr als einen Kontakt; im Mittel sind es { $mean }
chart-issues-far = { $again } der Anliegen brauchen mehr als einen Kontakt, eines von hundert { $count } oder mehr; im Mittel { $mean }
chart-story-none = Kein Anliegen ist so schlimm wie der geschilderte Fall
chart-story-fewer = Kein Anliegen ist so schlimm wie der geschilderte Fall: weniger als 1 von { $many }
chart-story-one-in = Eines von { $many } Anliegen ist so schlimm wie der geschilderte Fall
chart-story-share = { $share } der Anliegen sind so schlimm wie der geschilderte Fall

## Szenarien nebeneinander.

the-centre = das ganze Center
difference-real = gesichert
difference-same = gleich
difference-negligible = unerheblich
difference-in-doubt = nicht unterscheidbar
chart-comparison = { $count } Szenarien, als erstes { $first }; Fehlerbalken: Konfidenzintervall (95 %) des Mittelwerts, { $replications }
chart-comparison-key-hollow = hohl: vom Vergleichsszenario nicht unterscheidbar
chart-comparison-noise = Kein Unterschied zwischen den Szenarien ist vom Zufall zu unterscheiden
chart-comparison-rises = „{ $scenario }“ erhöht { $figure } für { $subject } von { $first } auf { $this }
chart-comparison-falls = „{ $scenario }“ senkt { $figure } für { $subject } von { $first } auf { $this }
chart-csat-of-issues = CSAT der Anliegen
chart-csat-of = CSAT von { $name }
chart-customers = Differenz zu { $other } für dieselben Kunden; Fehlerbalken: Konfidenzintervall (95 %) der mittleren Differenz, { $count } gepaarte Replikationen; Beträge je Replikation
chart-customers-extended = Differenz zum jeweils erweiterten Szenario für dieselben Kunden; Fehlerbalken: Konfidenzintervall (95 %) der mittleren Differenz, { $count } gepaarte Replikationen; Beträge je Replikation
chart-customers-before = vorher: { $value }
chart-customers-key-hollow = hohl: vom Vergleichsszenario nicht unterscheidbar
chart-customers-noise = Kein Unterschied für Kunden ist vom Zufall zu unterscheiden
chart-customers-rises = „{ $scenario }“ erhöht { $figure } um { $size }
chart-customers-falls = „{ $scenario }“ senkt { $figure } um { $size }

## Wie sich die Tage unterscheiden.

chart-axis-days = Tage
chart-axis-of-day = { $figure } des Tages
chart-days = { $scenario }: Anteil der simulierten Tage nach ihrem Ergebnis{ $some }; { $days } Tage
chart-days-note = { $share } der Tage halten sie ein
chart-days-point = { $from }–{ $to }: { $share } der Tage
chart-days-point-missed = { $from }–{ $to }: { $share } der Tage, davon verfehlen { $missed } eine Zusage
chart-days-key-days = Tage, an denen alles gehalten wird
chart-days-key-missed = Tage, an denen eine Zusage verfehlt wird
chart-days-all = Jede Kontaktart hält ihre Zusage an mindestens { $share } der Tage
chart-days-worst = { $name } hält an { $share } der Tage alles, was zugesagt ist
chart-days-worst-level = { $name } hält die Zusage an { $share } der Tage; an einem von zwanzig Tagen werden höchstens { $low } rechtzeitig angenommen
chart-days-worst-abandonment = { $name } hält die Zusage an { $share } der Tage; an einem von zwanzig Tagen gehen mindestens { $low } verloren

## Was Geld bewirkt.

chart-axis-cost = Kosten
chart-tradeoff = { $count } Szenarien; Balken: Konfidenzintervall (95 %), { $replications }; eine dünne Linie führt von jedem Szenario zu dem, mit dem es verglichen wird
chart-tradeoff-service = rechtzeitig angenommen
chart-tradeoff-point = { $scenario }: { $figure } { $value }, Kosten { $cost }
chart-tradeoff-better-cheaper = „{ $scenario }“ leistet mehr für weniger Geld als „{ $against }“: { $service } rechtzeitig angenommen, Kosten { $cost }
chart-tradeoff-better-dearer = „{ $scenario }“ leistet mehr für mehr Geld als „{ $against }“: { $service } rechtzeitig angenommen, Kosten { $cost }
chart-tradeoff-worse-cheaper = „{ $scenario }“ spart Geld und leistet weniger als „{ $against }“: { $service } rechtzeitig angenommen, Kosten { $cost }
chart-tradeoff-worse-dearer = „{ $scenario }“ leistet weniger für mehr Geld als „{ $against }“: { $service } rechtzeitig angenommen, Kosten { $cost }
chart-tradeoff-cheaper = „{ $scenario }“ kostet weniger als „{ $against }“, ohne sicheren Unterschied im Service: Kosten { $cost }
chart-tradeoff-dearer = „{ $scenario }“ kostet mehr als „{ $against }“, ohne sicheren Unterschied im Service: Kosten { $cost }
chart-tradeoff-better = „{ $scenario }“ leistet mehr als „{ $against }“, ohne sicheren Unterschied in den Kosten: { $service } rechtzeitig angenommen
chart-tradeoff-worse = „{ $scenario }“ leistet weniger als „{ $against }“, ohne sicheren Unterschied in den Kosten: { $service } rechtzeitig angenommen
chart-tradeoff-many = { $better } von { $count } Szenarien leisten mehr für weniger Geld als ihr Vergleichsszenario
chart-tradeoff-noise = Kein Szenario unterscheidet sich in Kosten oder Service sicher von seinem Vergleichsszenario
chart-tradeoff-unknown = Kosten und Service, wo sich keine zwei Szenarien in beidem vergleichen lassen
