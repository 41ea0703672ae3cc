### Was man wissen sollte, bevor man den Zahlen glaubt: was zu sehen war, warum es zählt, was zu tun ist.

warning-custom = Teile dieses Centers stehen in einem Programm: { $parts }
warning-custom-matters = Das Szenario allein ergibt andere Zahlen.
warning-custom-remedy = Das Programm mit diesen Teilen angeben; nur damit lassen sich die Zahlen noch einmal berechnen.
custom-routing = Routing ({ $name })
custom-patience = Geduld bei { $contact } ({ $name })

warning-interrupted = { $count ->
    [one] Nach einer Replikation unterbrochen
   *[other] Nach { $count } Replikationen unterbrochen
}
warning-interrupted-matters = Die Zahlen stimmen, sind aber weniger genau als geplant.
warning-interrupted-remedy = Noch einmal bis zum Ende rechnen, dann werden die Konfidenzintervalle so eng wie verlangt.

warning-imprecise = Die verlangte Genauigkeit wurde in { $count } Replikationen nicht erreicht
warning-imprecise-matters = Die Konfidenzintervalle sind noch breiter als gewünscht.
warning-imprecise-remedy = Mehr Replikationen zulassen oder weniger Genauigkeit verlangen.

warning-single = Nur eine Replikation
warning-single-matters = Sie zeigt nicht, wie weit der Zufall die Zahlen verschoben hat.
warning-single-remedy = Mindestens 10, besser 100 Replikationen rechnen: `--replications 100`.

warning-few = Nur { $count } Replikationen
warning-few-matters = Die Konfidenzintervalle sind breit und selbst unsicher.
warning-few-remedy = Mindestens 10, besser 100 Replikationen rechnen: `--replications 100`.

warning-no-contact = Kein Kontakt ging ein: { $names }
warning-no-contact-matters = Ohne Kontakte gibt es hier keine Kennzahlen.
warning-no-contact-remedy = Kontaktaufkommen und Öffnungszeiten prüfen.

warning-rough = Der Servicelevel ist nur grob bekannt: { $names }
warning-rough-matters = Mehr als 2 Prozentpunkte nach oben oder unten verdecken, was gut ein Agent mehr oder weniger ausmacht.
warning-rough-remedy = Mehr Replikationen rechnen; viermal so viele halbieren das Konfidenzintervall.

warning-noise = Das Ziel ist verfehlt, aber das kann allein der Zufall gewesen sein: { $names }
warning-noise-level = { $level } bei Ziel { $target }; Klarheit brächten etwa { $times }-mal so viele Replikationen
warning-noise-matters = Wer dafür Personal aufstockt, bekämpft womöglich nur den Zufall.
warning-noise-remedy = Vor der Entscheidung mehr Replikationen rechnen.

warning-bad-days = Im Mittel ist das Ziel erreicht, an vielen Tagen aber nicht: { $names }
warning-bad-days-share = erreicht an { $share } der Tage
warning-bad-days-matters = Kunden erleben Tage, nicht den Mittelwert.
warning-bad-days-remedy = Für die stärkeren Tage planen oder weniger zusagen.

warning-blocked = Viele Kontakte trafen auf besetzte Leitungen oder eine volle Warteschlange: { $names }
warning-blocked-matters = Sie fehlen im Servicelevel, der so besser aussieht, als der Service war.
warning-blocked-remedy = Leitungen ergänzen, `queue_limit` erhöhen oder den Servicelevel als `offered` ausweisen.

warning-closed = Bei Schluss wurden Kontakte abgewiesen: { $names }
warning-closed-number = { $number } je Replikation
warning-closed-matters = Sie zählen als nach Schluss abgewiesen und fehlen im Servicelevel.
warning-closed-remedy = Agenten über den Schluss hinaus einplanen oder `at_close = "serve"` setzen.

warning-busy = Agenten sind mehr als 90 % der Zeit beschäftigt: { $names }
warning-busy-matters = Ab hier steigen die Wartezeiten steil, und die Menschen ermüden.
warning-busy-remedy = Agenten ergänzen oder Kontakte in eine Gruppe mit Reserve verlagern.

warning-cap = Agenten sind stärker ausgelastet, als `max_occupancy` erlaubt: { $names }
warning-cap-occupancy = { $occupancy }, Obergrenze { $cap }
warning-cap-matters = Sie arbeiten mehr, als der Plan ihnen zugesagt hat.
warning-cap-remedy = Agenten ergänzen oder `max_occupancy` erhöhen.

warning-open = { $share } der Anliegen waren am Ende des Zeitraums noch offen
warning-open-matters = Sie zählen als ungelöst und mit weniger Kontakten, als sie gebraucht hätten.
warning-open-remedy = Mehr Tage simulieren; was offen bleibt, fällt dann weniger ins Gewicht.

warning-endless = Niemand legt auf, wie lange er auch wartet: { $names }
warning-endless-wait = mittlere Wartezeit { $wait }
warning-endless-matters = Wirkliche Kunden geben auf; wo das fehlt, wird die Warteschlange länger als in Wirklichkeit und das Team, das nötig scheint, größer.
warning-endless-remedy = Angeben, wie lange Kunden warten (`patience`): aus der eigenen Anrufliste oder etwa sechs Minuten, wie bei einer Bank gemessen.

warning-unasked = Viele warten länger, als je in einer Umfrage abgefragt wurde: { $names }
warning-unasked-share = { $share } warten über { $wait }
warning-unasked-matters = Das Zufriedenheitsmodell setzt dort eine Kurve fort, für die niemand Zahlen hat.
warning-unasked-remedy = Damit Szenarien vergleichen, die Höhe aber nicht zitieren; `[satisfaction]` nach der eigenen Umfrage einstellen.
