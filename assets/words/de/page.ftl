### Seite: der Bericht für die Führung.

## Teile der Seite.

section-finding = Das Ergebnis
section-targets = Szenarien und ihre Ziele
section-notes = Bevor man sich darauf verlässt
section-waiting = Wartezeit
section-abandonment = Abbrüche
section-satisfaction = Zufriedenheit
section-staffing = Besetzung und Bedarf im Tagesverlauf
section-days = Von Tag zu Tag
section-money = Kosten, Service und Zufriedenheit
section-journeys = Der Weg der Kunden
section-assumptions = Was vorausgesetzt wurde
section-again = Wie man diese Kennzahlen erneut erhält
page-named = „{ $name }“
page-subtitle = { $replications }; holdline { $version }
page-skip = Zum Ergebnis
page-choose = Diagramme zu

## Tabellen.

page-scenario = Szenario
page-contact-type = Kontaktart
page-targets-caption = Mittelwerte über alle Replikationen, darunter jeweils das Zugesagte
page-journeys-caption = Vom ersten Kontakt eines Kunden bis zum Ende des Anliegens; Anzahlen und Beträge je Replikation
page-against = gegenüber „{ $name }“
page-at-most = höchstens { $value }
page-at-least = mindestens { $value }
page-how-to-read = ± ist die halbe Breite des Konfidenzintervalls (95 %). Ein Ziel ist erreicht oder verfehlt, wenn das ganze Intervall auf einer Seite des Zielwerts liegt; sonst ist es offen: Der Zufall könnte entscheiden. Beurteilt wird der Mittelwert über die ganze Zeit; „Tage mit erreichtem Ziel“ ist der Anteil der einzelnen Tage, an denen alles gehalten wird, was für eine Kontaktart zugesagt ist.
page-how-real = Ein Unterschied heißt gesichert, wenn er kein Zufall sein kann: Alle Vergleiche dieser Seite zusammen gelten mit 95 % Sicherheit. Verglichene Szenarien teilen den Zufall, bei gleichem Seed Kunde für Kunde, damit auch kleine Unterschiede erkennbar sind. Kosten sind der Lohn für alle bezahlten Stunden und, wo der Weg der Kunden verfolgt wird, was für sie ausgegeben wird.
verdict-met = erreicht
verdict-missed = verfehlt
verdict-open = offen
standing-kept = { $count ->
    [one] ✓ hält die Zusage
   *[other] ✓ hält alle { $count } Zusagen
}
standing-missed = { $count ->
    [one] ✗ verfehlt die Zusage
   *[other] ✗ verfehlt { $missed } von { $count } Zusagen
}
standing-open = { $count ->
    [one] ? Zusage offen
   *[other] ? { $open } von { $count } Zusagen offen
}
standing-unpromised = kein Ziel
page-difference = { $size } { $word }

## Diagramme.

page-picture = { $heading } { $note } ({ $count ->
    [one] { $count } Wert
   *[other] { $count } Werte
})
page-chart = Diagramm
page-hint = Die Pfeiltasten führen von Wert zu Wert, Pos1 und Ende zum ersten und zum letzten.
page-as-table = Als Tabelle zeigen
page-hide-table = Tabelle ausblenden
page-table-panel = Teildiagramm
page-table-words = Angabe
page-table-value = genauer Wert

## Das Ergebnis: eine Zusage in Worten.

finding-answer = { $name }: { $figure } in { $time } angenommen (zugesagt: { $target })
finding-abandon = { $name }: { $figure } brechen ab (zugesagt: höchstens { $target })
finding-speed = { $name }: im Mittel nach { $figure } angenommen (zugesagt: höchstens { $target })
finding-satisfaction = { $name }: { $figure } zufrieden (zugesagt: mindestens { $target })
finding-days = { $name }: an { $figure } der Tage wird alles Zugesagte gehalten (zugesagt: { $target } der Tage)
finding-occupancy = { $name }: Auslastung { $figure } (zugesagt: höchstens { $target })
finding-undefined = { $name }: kein Kontakt zählte, also gibt es keine Kennzahl
finding-remarks = { " " }({ $remarks })
finding-remark-open = offen ist, ob auch { $names } { $count ->
    [one] das tut
   *[other] das tun
}
finding-remark-blocked = { $share } der Kontakte „{ $name }“ finden alle Leitungen besetzt oder die Warteschlange voll
finding-remark-blocked-by = bei „{ $scenario }“ finden { $share } der Kontakte „{ $name }“ alle Leitungen besetzt oder die Warteschlange voll

## Das Ergebnis: ein Szenario.

finding-one-kept = „{ $name }“ hält im Mittel alle Zusagen{ $remarks }.
finding-one-kept-cost = „{ $name }“ hält im Mittel alle Zusagen{ $remarks }, bei Kosten von { $cost }.
finding-one-nearest = Jede davon ist mit 95 % Sicherheit gehalten; am knappsten ist { $promise }.
finding-one-nearest-days = Jede davon ist mit 95 % Sicherheit gehalten; am knappsten ist { $promise }, und an { $days } der einzelnen Tage wird alles gehalten, was für { $name } zugesagt ist.
finding-one-open = Ob „{ $name }“ alle Zusagen hält, lässt sich noch nicht sagen; offen ist { $promise }.
finding-one-balance = { $kept ->
    [0] Noch ist keine Zusage sicher gehalten, aber auch keine
    [one] { $kept } von { $count } Zusagen ist sicher gehalten, keine
   *[other] { $kept } von { $count } Zusagen sind sicher gehalten, keine
} sicher verfehlt; mehr Replikationen bringen Klarheit.
finding-one-missed = { $count ->
    [one] „{ $name }“ verfehlt die Zusage für { $promise }.
   *[other] „{ $name }“ verfehlt eine von { $count } Zusagen, und zwar bei { $promise }.
}
finding-one-missed-more = „{ $name }“ verfehlt { $missed } von { $count } Zusagen, am deutlichsten bei { $promise }.
finding-one-certain = Das steht mit 95 % Sicherheit fest: Mehr Replikationen ändern daran nichts, nur eine andere Besetzung oder eine andere Zusage
finding-one-likely = Für sich genommen steht das mit 95 % Sicherheit fest, aber von { $count } Zusagen kann eine durch Zufall so aussehen
finding-one-single-days = { $sure }; an { $days } der einzelnen Tage wird alles gehalten, was für { $name } zugesagt ist.
finding-one-no-days = { $sure }.
finding-once = Eine einzige Replikation kann nicht zeigen, ob „{ $name }“ die Zusagen hält.
finding-once-so = Die Kennzahlen unten sind der Zufall eines einzigen Laufs: Vor einer Entscheidung mindestens 10, besser 100 Replikationen rechnen.
finding-one-unpromised = „{ $name }“ nennt kein Ziel, also wird hier nichts gehalten oder verfehlt.
finding-one-unpromised-cost = „{ $name }“ nennt kein Ziel, also wird hier nichts gehalten oder verfehlt; die Kosten betragen { $cost }.
finding-one-usual = Die häufigste Kontaktart ist { $name }: im Mittel nach { $wait } angenommen, { $abandon } brechen ab.
finding-one-nothing = Es wurde nichts angenommen, also gibt es nichts zu berichten.

## Das Ergebnis: mehrere Szenarien.

finding-only = Nur „{ $name }“ hält im Mittel alle Zusagen{ $remarks }.
finding-only-cost = Nur „{ $name }“ hält im Mittel alle Zusagen{ $remarks }; die Kosten betragen { $cost }.
finding-sure = Nur „{ $name }“ hält im Mittel sicher alle Zusagen{ $remarks }.
finding-sure-cost = Nur „{ $name }“ hält im Mittel sicher alle Zusagen{ $remarks }; die Kosten betragen { $cost }.
finding-cheapest = „{ $name }“ hält im Mittel alle Zusagen zu den geringsten Kosten{ $remarks }: { $cost }.
finding-same-cost = { $names } halten im Mittel alle Zusagen{ $remarks }, zu denselben Kosten: { $cost }.
finding-not-clearly = „{ $name }“ hält im Mittel alle Zusagen und kostet am wenigsten, { $cost }, aber nur im Rahmen des Zufalls: Für { $names } sind ebenso niedrige Kosten möglich{ $remarks }.
finding-kept-costless = { $names } halten im Mittel alle Zusagen{ $remarks }; welches Szenario das günstigste ist, lässt sich nicht sagen, denn nicht alle Kosten sind bekannt und vergleichbar.
finding-undecided = Kein Szenario hält sicher alle Zusagen, „{ $name }“ aber möglicherweise; offen ist { $promise }.
finding-nobody = Kein Szenario hält alle Zusagen, und keines kommt dem eindeutig am nächsten; „{ $name }“ verfehlt { $count ->
    [one] die Zusage für
   *[other] { $missed ->
        [one] eine von { $count }, und zwar bei
       *[other] { $missed } von { $count }, am deutlichsten bei
    }
} { $promise }.
finding-nobody-nearest = Kein Szenario hält alle Zusagen; „{ $name }“ kommt dem am nächsten und verfehlt { $count ->
    [one] die Zusage für
   *[other] { $missed ->
        [one] eine von { $count }, und zwar bei
       *[other] { $missed } von { $count }, am deutlichsten bei
    }
} { $promise }.
finding-nobody-else = „{ $name }“ verfehlt { $count ->
    [one] die Zusage für
   *[other] { $missed ->
        [one] eine von { $count } Zusagen, und zwar bei
       *[other] { $missed } von { $count } Zusagen, am deutlichsten bei
    }
} { $promise }; für die anderen Szenarien ist nichts zugesagt.
finding-several-once = Eine einzige Replikation kann nicht zeigen, ob die Zusagen gehalten werden oder welches Szenario besser ist.
finding-joined = { $first }; { $second }.
finding-cost-more = „{ $name }“ kostet { $size } mehr als „{ $other }“, und das ist gesichert
finding-cost-less = „{ $name }“ kostet { $size } weniger als „{ $other }“, und das ist gesichert
finding-cost-noise = „{ $name }“ und „{ $other }“ sind in den Kosten nicht unterscheidbar ({ $difference })
finding-cost-same = „{ $name }“ kostet genauso viel wie „{ $other }“
finding-bought-rises = mit „{ $name }“ steigt die Kennzahl „{ $figure }“ für { $subject } um { $size }
finding-bought-falls = mit „{ $name }“ sinkt die Kennzahl „{ $figure }“ für { $subject } um { $size }
finding-stands-kept = „{ $name }“ hält im Mittel alle Zusagen
finding-stands-open = ob „{ $name }“ die Zusagen hält, ist offen bei { $promise }
finding-stands-missed = „{ $name }“ verfehlt die Zusage für { $promise }
finding-stands-missed-more = „{ $name }“ verfehlt { $missed } von { $count } Zusagen, am deutlichsten bei { $promise }
finding-stands-unpromised = für „{ $name }“ ist nichts zugesagt
finding-unpromised = Kein Szenario nennt ein Ziel, und keines ist eindeutig das günstigste; im Mittel kostet „{ $name }“ am wenigsten: { $cost }.
finding-unpromised-cheapest = Kein Szenario nennt ein Ziel; „{ $name }“ kostet am wenigsten, { $cost }, und das ist gesichert.
finding-unpromised-costless = Kein Szenario nennt ein Ziel und nicht jedes Kosten, also ist keines für sich genommen besser.
finding-noise = In dem, was Kunden erleben, ist kein Unterschied vom Zufall zu unterscheiden.
finding-outcome-rises = Der deutlichste Unterschied ist gesichert: Mit „{ $name }“ steigt die Kennzahl „{ $figure }“ für { $subject } um { $size }.
finding-outcome-falls = Der deutlichste Unterschied ist gesichert: Mit „{ $name }“ sinkt die Kennzahl „{ $figure }“ für { $subject } um { $size }.

## Das Ergebnis: Szenarien ohne Gemeinsamkeit.

finding-many = Diese { $scenarios } Szenarien bilden { $families } Gruppen, die jeweils nur in sich verglichen werden; { $kept ->
    [0] in keiner davon hält ein Szenario
    [one] in einer davon hält ein Szenario
   *[other] in { $kept } davon hält ein Szenario
} sicher alle Zusagen.
finding-many-changes = Von { $pairs ->
    [one] einem Vergleich
   *[other] { $pairs } Vergleichen
} { $changes }; all das ist gesichert.
finding-many-happier = { $count ->
    [one] macht { $count }
   *[other] machen { $count }
} die Kunden zufriedener
finding-many-sadder = { $count ->
    [one] macht { $count }
   *[other] machen { $count }
} die Kunden weniger zufrieden
finding-many-cheaper = { $count ->
    [one] kostet { $count }
   *[other] kosten { $count }
} weniger
finding-many-dearer = { $count ->
    [one] kostet { $count }
   *[other] kosten { $count }
} mehr
finding-many-nothing = Innerhalb der Gruppen ist weder bei der Zufriedenheit noch bei den Kosten ein Unterschied vom Zufall zu unterscheiden.
finding-many-apart = Zu vergleichen gibt es darin nichts, also ist keines besser oder schlechter als ein anderes.
finding-many-inside = Was sich innerhalb jeder Gruppe unterscheidet, steht in der Tabelle unten.

## Was vorausgesetzt wurde.

assumed-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
assumed-cost = { $cost } für { $time }
assumed-cost-day = { $cost } am Tag
assumed-horizon = { $time }, in Schritten von { $step }
assumed-horizon-from = { $time } ab { $start }, in Schritten von { $step }
assumed-warm-up = Kontakte, die in der Anlaufzeit von { $time } eingehen, werden nicht gezählt.
assumed-service-level-default = Servicelevel: rechtzeitig angenommen, bezogen auf angenommene und abgebrochene Kontakte.
assumed-service-level-offered = Servicelevel: rechtzeitig angenommen, bezogen auf alle eingegangenen Kontakte; blockierte und nach Schluss abgewiesene zählen als verfehlt.
assumed-service-level-answered-only = Servicelevel: rechtzeitig angenommen, bezogen auf angenommene Kontakte.
assumed-service-level-ignore-short-abandons = Servicelevel: rechtzeitig angenommen, bezogen auf angenommene und abgebrochene Kontakte; wer innerhalb der Zielzeit abbricht, bleibt außer Betracht.
assumed-service-level-credit-short-abandons = Servicelevel: rechtzeitig angenommen, bezogen auf angenommene und abgebrochene Kontakte; wer innerhalb der Zielzeit abbricht, zählt als erreicht.
assumed-lines = { $count ->
    [one] { $count } Leitung
   *[other] { $count } Leitungen
}
assumed-satisfaction = Wie zufrieden Kunden sind, berechnet ein Modell aus dem, was sie erlebt haben; befragt wurden sie nicht.
assumed-contacts-caption = Kontakte und Kunden
assumed-demand = Aufkommen
assumed-open = geöffnet
assumed-handling = Bearbeitungszeit
assumed-patience = Geduld
assumed-customers = Kunden
assumed-per-day = { $number } je Tag
assumed-per-hour = { $number } je Stunde
assumed-busy-factor = Tage schwanken um ± { $share }
assumed-always = durchgehend
assumed-closed = geschlossen
assumed-law-spread = { $law }, Streuung { $share }
assumed-talk = Gespräch { $mean }, { $law }
assumed-wrap = Nachbearbeitung { $mean }, { $law }
assumed-handle-profile = im Tagesverlauf das { $least }- bis { $most }-Fache
assumed-patient = niemand legt auf
assumed-balk = { $share } gehen sofort, wenn sie warten müssen
assumed-redial = { $share } versuchen es nach einem Abbruch erneut
assumed-resolution = { $share } beim ersten Versuch gelöst
assumed-repeat = { $share } der ungelösten kommen wieder
assumed-callback = { $share } nehmen einen Rückruf an
assumed-queue-limit = höchstens { $count } in der Warteschlange
assumed-agents-caption = Agenten
assumed-group = Gruppe
assumed-skills = bearbeiten
assumed-level = { $name } (Stufe { $level })
assumed-most = höchstens zugleich
assumed-hours = Dienststunden je Tag
assumed-pay = Lohn je Stunde
assumed-away = bezahlte Abwesenheit (Shrinkage)
assumed-more = Weiteres
assumed-staff-constant = immer gleich viele
assumed-staff-per-interval = je Intervall
assumed-staff-shifts = in Schichten
assumed-absence = { $share } erscheinen nicht
assumed-not-ready = ohne Kontakt zu { $share } nicht bereit, je { $time }
assumed-cap = Auslastung höchstens { $share }
assumed-chats = { $count } Chats zugleich
channel-voice = Anrufe
channel-chat = Chats
channel-email = E-Mails
channel-social = Social-Media-Nachrichten
channel-self-service = Self-Service
channel-chatbot = Chatbot
law-constant = immer gleich
law-exponential = exponentialverteilt
law-lognormal = lognormalverteilt
law-gamma = gammaverteilt
law-erlang = Erlang-verteilt
law-weibull = Weibull-verteilt
law-uniform = gleichverteilt
law-hyperexponential = hyperexponentialverteilt
law-empirical = wie gemessen
law-custom = im Programm festgelegt
day-1 = Mo
day-2 = Di
day-3 = Mi
day-4 = Do
day-5 = Fr
day-6 = Sa
day-7 = So
further-carry = ein Teil eines vollen Tages überträgt sich auf den nächsten
further-calendar = Kalender mit Wochen, Feiertagen und Aktionen
further-modulated = in zufälligen Wellen
further-route = eigenes Routing
further-head_start = Vorsprung in der Warteschlange
further-slowdown = langsamer bei mehreren Chats zugleich
further-transfer = Weiterleitung an andere
further-history = das Anliegen wird erneut geschildert
further-owner = möglichst derselbe Agent
further-escalate = manche gehen an die Öffentlichkeit oder eine Aufsichtsbehörde
further-promise = Rückrufe zugesagt und nicht immer eingehalten
further-out_of_hours = bei geschlossenem Center versuchen es manche später erneut oder hinterlassen eine Nachricht
further-recovery = Entschädigung
further-handle = eigene Bearbeitungszeiten
further-reserve = einige Agenten bleiben frei
further-resolution = eigene Lösungsquote
further-conduct = eigener Umgang mit Kunden
further-quality = Qualitätsmanagement
further-training = Schulung
further-people = Menschen, die anfangen, lernen und gehen

## Wie man sie erneut erhält.

again-how = Derselbe Befehl mit derselben Version und denselben Dateien ergibt auf jedem Rechner dieselben Kennzahlen bis zur letzten Stelle.
again-seed = { $name }: Seed { $seed }, { $replications }
again-inputs = Gelesene Dateien mit ihrem SHA-256:
