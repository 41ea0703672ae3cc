### Graphiques.

## Ce que disent plusieurs graphiques.

chart-axis-agents = conseillers
chart-axis-answered = pris en charge
chart-axis-arrival = heure d’arrivée
chart-axis-contacts = contacts
chart-axis-day = heure
chart-axis-issues = demandes
chart-axis-share = part
chart-axis-wait = attente
chart-axis-wait-until = attente jusqu’à la prise en charge ou l’abandon
chart-at-once = aussitôt
chart-all = toutes
chart-one-in = 1 sur { $many }
chart-none-seen = aucune observée
chart-promise = { $share } en { $time }
chart-target = objectif
chart-target-at = objectif { $share }
chart-flawless-at = sans accroc { $share }
chart-certainty-none = une seule réplication, donc sans intervalle de confiance
chart-certainty = bande : intervalle de confiance à 95 % de la moyenne, { $replications }
chart-most-types = (les { $shown } types les plus fréquents sur { $count })
chart-first-types = (les { $shown } premiers types sur { $count })
chart-first-groups = (les { $shown } premiers groupes sur { $count })
chart-subtitle = { $scenario } : { $what }{ $some } ; { $certainty }
chart-custom = { $chart } ; { $scenario }, défini dans un programme : { $parts }
chart-a-replication = par réplication

## Niveau de service, abandons et satisfaction au fil de la journée.

chart-service-level = part des contacts pris en charge à temps, selon l’heure d’arrivée
chart-abandonment = part des contacts abandonnés, selon l’heure d’arrivée
chart-satisfaction = part des contacts qui laissent le client satisfait (CSAT), selon l’heure d’arrivée
chart-key-by-interval = par intervalle d’arrivée
chart-key-flawless = sans accroc : pris en charge aussitôt, tout se passe bien
chart-key-missed = intervalle hors objectif, avec 95 % de confiance
chart-miss-level = { $name } reste sous { $promise } { $span } : minimum { $value } à { $time }
chart-miss-abandonment = { $name } perd plus de { $promise } { $span } : maximum { $value } à { $time }
chart-miss-once-level = { $name } passe sous { $promise } à { $time } : { $value }
chart-miss-once-abandonment = { $name } perd plus de { $promise } à { $time } : { $value }
chart-span-all = toute la journée
chart-span-between = entre { $from } et { $to }
chart-span-some = dans { $missed } intervalles sur { $count }
chart-also-one = { $finding } ; { $name } aussi
chart-also-many = { $finding } ; { $count } autres types aussi
chart-doubt-once-level = Une seule réplication ne permet pas d’exclure le hasard : { $name } au plus bas à { $time }, { $value }
chart-doubt-once-abandonment = Une seule réplication ne permet pas d’exclure le hasard : { $name } au plus haut à { $time }, { $value }
chart-doubt = Aucun objectif manqué à coup sûr ; le cas le plus proche est { $name } à { $time } : { $value } pour { $promise }
chart-kept-one-level = { $name } tient { $promise } toute la journée
chart-kept-one-abandonment = { $name } ne perd plus de { $promise } à aucun moment de la journée
chart-kept-all-level = Tous les types tiennent leur engagement toute la journée
chart-kept-all-abandonment = Tous les types gardent leur taux d’abandon dans l’objectif toute la journée
chart-kept-promised-level = Tous les types qui ont un engagement le tiennent toute la journée
chart-kept-promised-abandonment = Tous les types qui ont un objectif d’abandon le respectent toute la journée
chart-extreme-level = Le niveau de service est au plus bas pour { $name } à { $time } : { $value }
chart-extreme-abandonment = Le taux d’abandon est au plus haut pour { $name } à { $time } : { $value }
chart-no-abandonment = Aucun contact n’est abandonné, à aucun moment de la journée
chart-weeks = part des contacts pris en charge à temps, selon la semaine d’arrivée
chart-key-by-week = par semaine
chart-key-week-missed = semaine hors objectif, avec 95 % de confiance
chart-axis-week = semaine
chart-weeks-offered = { $number } contacts par semaine
chart-weeks-missed = { $name } reste sous { $promise } pendant { $missed } semaines sur { $count } : minimum { $value } en { $week }
chart-weeks-doubt = Aucune semaine manquée à coup sûr ; le cas le plus proche est { $name } en { $week } : { $value } pour { $promise }
chart-weeks-kept = Tous les engagements sont tenus chaque semaine ; au plus bas, { $name } en { $week } : { $value } pour { $promise }
chart-weeks-lowest = Le niveau de service est au plus bas pour { $name } en { $week } : { $value }
chart-satisfaction-unknown = Aucun contact ne dit si le client en est satisfait
chart-satisfaction-of = { " " }({ $name })
chart-satisfaction-all = Presque tous les clients sont satisfaits à tout moment de la journée
chart-satisfaction-once = Une seule réplication ne permet pas d’exclure le hasard : CSAT{ $of } au plus bas à { $time }, { $value }
chart-satisfaction-level = La satisfaction varie peu au fil de la journée : CSAT{ $of } au plus bas à { $time }, { $value }
chart-satisfaction-until = Clients{ $of } satisfaits jusqu’à { $until } : le CSAT tombe à { $value } à { $time }
chart-satisfaction-falls = Clients{ $of } les moins satisfaits à { $time } : le CSAT tombe à { $value }

## Conseillers au fil de la journée.

chart-agents = nombre de conseillers connectés et nombre de conseillers occupés
chart-agents-note = conseillers ; taux d’occupation { $occupancy }
chart-agents-point = { $time } : { $staff } conseillers, taux d’occupation { $occupancy }
chart-agents-key-staff = connectés
chart-agents-key-busy = occupés
chart-agents-key-need = nécessaires aux engagements, selon la formule
chart-agents-key-cap = occupés au taux d’occupation maximal qu’un plan peut demander
chart-agents-key-full = occupés plus de 90 % du temps
chart-agents-idle = Aucun conseiller n’est occupé, à aucun moment
chart-agents-busiest = { $name } est au plus chargé à { $time } : conseillers occupés { $value } du temps
chart-agents-full-once = { $name } n’a pas de marge à { $time } : conseillers occupés { $value } du temps
chart-agents-full = { $name } n’a pas de marge dans { $count } intervalles : occupation jusqu’à { $value }, à { $time }
chart-agents-full-groups = { $count } groupes n’ont pas de marge en pointe ; surtout { $name } : occupation de { $value } à { $time }

## Combien de temps les contacts attendent.

chart-waiting = { $scenario } : part des contacts pris en charge dans un délai donné, sur ceux pris en charge ou abandonnés{ $some } ; ensemble de { $replications }
chart-waiting-point = { $share } pris en charge en { $time }
chart-waiting-label = { $name } : { $level } en { $time }
chart-waiting-label-target = { $name } : { $level } en { $time } (objectif { $target })
chart-waiting-key-this = ce type
chart-waiting-key-others = les autres types
chart-waiting-key-target = objectif : la courbe doit y passer ou rester au-dessus
chart-waiting-open = Impossible de dire si { $name } tient { $promise } : { $level }
chart-waiting-kept = { $name } tient son engagement de { $promise } en moyenne : { $level }
chart-waiting-all-kept = Tous les types tiennent leur engagement en moyenne
chart-waiting-promised-kept = Tous les types qui ont un engagement le tiennent en moyenne
chart-waiting-missed = { $name } prend en charge { $level } en { $time }, pour un engagement de { $target }
chart-waiting-others = { $count ->
    [one] { $finding } ; un autre type manque aussi à son engagement
   *[other] { $finding } ; { $count } autres types manquent aussi au leur
}
chart-waiting-slowest = { $name } : 90 % des contacts pris en charge attendent au plus { $wait }
chart-waiting-none = Presque tous les contacts sont pris en charge aussitôt

## Satisfaction selon l’attente.

chart-wait = { $scenario } : part de clients satisfaits (CSAT) selon l’attente du contact{ $some } ; { $replications }
chart-wait-expected = prévu : { $wait }
chart-wait-note = { $share } attendent plus que prévu
chart-wait-note-short = { $share } attendent plus de { $wait }
chart-wait-point-answered = pris en charge après { $wait } : { $csat } satisfaits
chart-wait-point-abandoned = abandonnés après { $wait } : { $csat } satisfaits
chart-wait-key-answered = CSAT des contacts pris en charge
chart-wait-key-answered-error = CSAT des contacts pris en charge (barre d’erreur : intervalle de confiance à 95 %)
chart-wait-key-abandoned = CSAT des contacts abandonnés
chart-wait-key-model = modèle : seule l’attente pose problème
chart-wait-key-expected = attente que les clients prévoient
chart-wait-key-share = part des contacts qui attendent ce temps
chart-wait-rare = Presque aucun contact n’attend autant que les clients le prévoient
chart-wait-too-long = { $name } : { $share } attendent plus que prévu ({ $expected }) ; leur CSAT { $csat }, celui des autres { $others }

## Appréciations.

grade-ultimate = excellent
grade-good = bon
grade-bad = mauvais
grade-ugly = désastreux
chart-satisfied = { $csat } satisfaits
chart-whole-issues = demandes entières
chart-grades = { $scenario } : part des contacts, et des demandes entières, par appréciation des clients{ $some } ; { $replications }
chart-grades-key-csat = satisfaits (CSAT) : excellent et bon ensemble
chart-grades-key-csat-error = satisfaits (CSAT) : excellent et bon ensemble, avec intervalle de confiance à 95 %
chart-grades-key-flawless = sans accroc : { $share } satisfaits si tout se passe bien
chart-grades-issues = { $share } des demandes ont une issue mauvaise ou désastreuse
chart-grades-issues-at-best = { $share } des demandes ont une issue mauvaise ou désastreuse, { $best } sans accroc
chart-grades-type = { $name } : { $share } des contacts ont une issue mauvaise ou désastreuse
chart-grades-worst = { $finding } ; parmi les contacts, { $name } s’en sort le plus mal : { $share }

## Contacts par demande.

chart-issues = { $scenario } : contacts du client par demande, sur { $issues } demandes en { $replications }
chart-issues-by-contacts = Demandes par nombre de contacts
chart-issues-mean = moyenne { $mean }
chart-issues-tail = Demandes avec au moins autant de contacts
chart-issues-point = { $count ->
    [one] { $count } contact : { $share } des demandes
   *[other] { $count } contacts : { $share } des demandes
}
chart-issues-point-or-more = { $count } contacts ou plus : { $share } des demandes
chart-issues-tail-point = { $count ->
    [one] { $count } contact ou plus : { $often }
   *[other] { $count } contacts ou plus : { $often }
}
chart-issues-key-90 = neuf demandes sur dix : au plus { $count }
chart-issues-key-99 = 99 sur cent : au plus { $count }
chart-issues-key-story = { $count } contacts ou plus, comme dans le cas décrit : { $often }
chart-issues-again = { $again } des demandes exigent plus d’un contact ; la moyenne est de { $mean }
chart-issues-far = { $again } des demandes exigent plus d’un contact, une sur cent { $count } ou plus ; moyenne { $mean }
chart-story-none = Aucune demande n’est aussi grave que le cas décrit
chart-story-fewer = Aucune demande n’est aussi grave que le cas décrit : moins de 1 sur { $many }
chart-story-one-in = Une demande sur { $many } est aussi grave que le cas décrit
chart-story-share = { $share } des demandes sont aussi graves que le cas décrit

## Scénarios côte à côte.

the-centre = tout le centre
difference-real = écart avéré
difference-same = identique
difference-negligible = négligeable
difference-in-doubt = non distinguable
chart-comparison = { $count } scénarios, le premier est { $first } ; barre d’erreur : intervalle de confiance à 95 % de la moyenne, { $replications }
chart-comparison-key-hollow = symbole creux : non distinguable du scénario de comparaison
chart-comparison-noise = Aucun écart entre les scénarios ne se distingue du hasard
chart-comparison-rises = Avec « { $scenario } » : { $figure } ({ $subject }) en hausse, de { $first } à { $this }
chart-comparison-falls = Avec « { $scenario } » : { $figure } ({ $subject }) en baisse, de { $first } à { $this }
chart-csat-of-issues = CSAT des demandes
chart-csat-of = CSAT ({ $name })
chart-customers = écart avec { $other } pour les mêmes clients ; barre d’erreur : intervalle de confiance à 95 % de l’écart moyen, { $count } réplications appariées ; montants par réplication
chart-customers-extended = écart avec le scénario que chacun étend, pour les mêmes clients ; barre d’erreur : intervalle de confiance à 95 % de l’écart moyen, { $count } réplications appariées ; montants par réplication
chart-customers-before = avant : { $value }
chart-customers-key-hollow = symbole creux : non distinguable du scénario de comparaison
chart-customers-noise = Aucun écart pour les clients ne se distingue du hasard
chart-customers-rises = Avec « { $scenario } » : { $figure } en hausse de { $size }
chart-customers-falls = Avec « { $scenario } » : { $figure } en baisse de { $size }

## Comment les jours diffèrent.

chart-axis-days = jours
chart-axis-of-day = { $figure } du jour
chart-days = { $scenario } : part des jours simulés selon leur résultat{ $some } ; { $days } jours
chart-days-note = tenu { $share } des jours
chart-days-point = { $from }–{ $to } : { $share } des jours
chart-days-point-missed = { $from }–{ $to } : { $share } des jours, dont { $missed } manquent à un engagement
chart-days-key-days = jours où tous les engagements sont tenus
chart-days-key-missed = jours où un engagement n’est pas tenu
chart-days-all = Chaque type tient son engagement au moins { $share } des jours
chart-days-worst = { $name } tient { $share } des jours tout ce qui est promis
chart-days-worst-level = { $name } tient son engagement { $share } des jours ; un jour sur vingt, au plus { $low } sont pris en charge à temps
chart-days-worst-abandonment = { $name } tient son engagement { $share } des jours ; un jour sur vingt, au moins { $low } abandonnent

## Ce que l’argent apporte.

chart-axis-cost = coût
chart-tradeoff = { $count } scénarios ; barres : intervalle de confiance à 95 %, { $replications } ; un trait fin relie chaque scénario à celui auquel il est comparé
chart-tradeoff-service = pris en charge à temps
chart-tradeoff-point = { $scenario } : { $figure } { $value }, coût { $cost }
chart-tradeoff-better-cheaper = « { $scenario } » sert mieux et coûte moins que « { $against } » : { $service } pris en charge à temps, coût { $cost }
chart-tradeoff-better-dearer = « { $scenario } » sert mieux et coûte plus que « { $against } » : { $service } pris en charge à temps, coût { $cost }
chart-tradeoff-worse-cheaper = « { $scenario } » coûte moins et sert moins bien que « { $against } » : { $service } pris en charge à temps, coût { $cost }
chart-tradeoff-worse-dearer = « { $scenario } » coûte plus et sert moins bien que « { $against } » : { $service } pris en charge à temps, coût { $cost }
chart-tradeoff-cheaper = « { $scenario } » coûte moins que « { $against } », sans écart de service avéré : coût { $cost }
chart-tradeoff-dearer = « { $scenario } » coûte plus que « { $against } », sans écart de service avéré : coût { $cost }
chart-tradeoff-better = « { $scenario } » sert mieux que « { $against } », sans écart de coût avéré : { $service } pris en charge à temps
chart-tradeoff-worse = « { $scenario } » sert moins bien que « { $against } », sans écart de coût avéré : { $service } pris en charge à temps
chart-tradeoff-many = { $better } scénarios sur { $count } servent mieux pour moins d’argent que leur scénario de comparaison
chart-tradeoff-noise = Aucun scénario ne diffère avec certitude, en coût ou en service, de son scénario de comparaison
chart-tradeoff-unknown = Coût et service, là où aucun scénario ne se compare à un autre sur les deux
