### Page : le rapport pour la direction.

## Parties de la page.

section-finding = Ce qui ressort
section-targets = Les scénarios face à leurs objectifs
section-notes = Avant de vous y fier
section-waiting = Attente
section-abandonment = Abandons
section-satisfaction = Satisfaction
section-staffing = Effectifs et besoin au fil de la journée
section-days = D’un jour à l’autre
section-money = Coût, service et satisfaction
section-journeys = Parcours des clients
section-assumptions = Hypothèses retenues
section-again = Comment retrouver ces chiffres
page-named = « { $name } »
page-subtitle = { $replications } ; holdline { $version }
page-skip = Aller au résultat
page-choose = Graphiques du scénario

## Tableaux.

page-scenario = scénario
page-contact-type = type de contact
page-targets-caption = Moyennes de toutes les réplications, avec au-dessous ce qui était promis
page-journeys-caption = Du premier contact d’un client à la fin de la demande ; nombres et montants par réplication
page-against = par rapport à « { $name } »
page-at-most = au plus { $value }
page-at-least = au moins { $value }
page-how-to-read = ± est la demi-largeur de l’intervalle de confiance à 95 %. Un objectif est atteint ou manqué quand tout l’intervalle se trouve d’un seul côté de l’objectif ; sinon il est indécis : le hasard pourrait trancher. Les engagements sont jugés sur la moyenne de toute la période ; « Jours où l’objectif est atteint » donne la part des jours qui, pris un à un, tiennent tout ce qui est promis pour un type de contact.
page-how-real = Un écart est dit avéré quand il ne peut être dû au hasard : toutes les comparaisons de cette page, prises ensemble, sont justes avec 95 % de confiance. Les scénarios comparés partagent le même hasard, client par client si la graine est la même, ce qui fait ressortir de petits écarts. Le coût est celui de toutes les heures payées et, là où les clients sont suivis, ce qui est dépensé pour eux.
verdict-met = atteint
verdict-missed = manqué
verdict-open = indécis
standing-kept = { $count ->
    [one] ✓ tient son engagement
   *[other] ✓ tient ses { $count } engagements
}
standing-missed = { $count ->
    [one] ✗ manque à son engagement
   *[other] ✗ manque à { $missed } engagements sur { $count }
}
standing-open = { $count ->
    [one] ? engagement indécis
   *[other] ? { $open ->
        [one] { $open } engagement indécis
       *[other] { $open } engagements indécis
    } sur { $count }
}
standing-unpromised = aucun objectif
page-difference = { $size } ({ $word })

## Graphiques.

page-picture = { $heading } { $note } ({ $count ->
    [one] { $count } valeur
   *[other] { $count } valeurs
})
page-chart = graphique
page-hint = Les touches fléchées mènent d’une valeur à l’autre ; Origine et Fin mènent à la première et à la dernière.
page-as-table = Afficher en tableau
page-hide-table = Masquer le tableau
page-table-panel = panneau
page-table-words = lecture
page-table-value = valeur exacte

## Ce qui ressort : un engagement en mots.

finding-answer = { $name } : { $figure } pris en charge en { $time } (engagement : { $target })
finding-abandon = { $name } : { $figure } d’abandons (engagement : au plus { $target })
finding-speed = { $name } : délai de réponse moyen de { $figure } (engagement : au plus { $target })
finding-satisfaction = { $name } : { $figure } de clients satisfaits (engagement : au moins { $target })
finding-days = { $name } : tout ce qui est promis est tenu { $figure } des jours (engagement : { $target } des jours)
finding-occupancy = { $name } : taux d’occupation de { $figure } (engagement : au plus { $target })
finding-undefined = { $name } : aucun contact n’a compté, il n’y a donc pas de chiffre
finding-remarks = { " " }({ $remarks })
finding-remark-open = reste à savoir si { $names } { $count ->
    [one] en fait
   *[other] en font
} autant
finding-remark-blocked = { $share } des contacts « { $name } » trouvent toutes les lignes occupées ou la file pleine
finding-remark-blocked-by = avec « { $scenario } », { $share } des contacts « { $name } » trouvent toutes les lignes occupées ou la file pleine

## Ce qui ressort : un scénario.

finding-one-kept = « { $name } » tient en moyenne tous ses engagements{ $remarks }.
finding-one-kept-cost = « { $name } » tient en moyenne tous ses engagements{ $remarks }, pour un coût de { $cost }.
finding-one-nearest = Chacun est tenu avec 95 % de confiance ; le plus serré est { $promise }.
finding-one-nearest-days = Chacun est tenu avec 95 % de confiance ; le plus serré est { $promise }, et, jour par jour, tout ce qui est promis pour { $name } est tenu dans { $days } des cas.
finding-one-open = On ne peut pas encore dire si « { $name } » tient tous ses engagements ; l’incertitude porte sur { $promise }.
finding-one-balance = { $kept ->
    [0] Aucun engagement n’est encore tenu à coup sûr, mais
    [one] { $kept } engagement sur { $count } est tenu à coup sûr et
   *[other] { $kept } engagements sur { $count } sont tenus à coup sûr et
} aucun n’est manqué à coup sûr ; d’autres réplications trancheront.
finding-one-missed = { $count ->
    [one] « { $name } » manque à son engagement pour { $promise }.
   *[other] « { $name } » manque à un de ses { $count } engagements, celui pour { $promise }.
}
finding-one-missed-more = « { $name } » manque à { $missed } de ses { $count } engagements, le plus nettement pour { $promise }.
finding-one-certain = C’est établi avec 95 % de confiance : d’autres réplications n’y changeront rien, il faut d’autres effectifs ou un autre engagement
finding-one-likely = Pris à part, c’est établi avec 95 % de confiance, mais sur { $count } engagements, l’un d’eux peut paraître manqué par hasard
finding-one-single-days = { $sure } ; jour par jour, tout ce qui est promis pour { $name } est tenu dans { $days } des cas.
finding-one-no-days = { $sure }.
finding-once = Une seule réplication ne permet pas de dire si « { $name } » tient ses engagements.
finding-once-so = Les chiffres ci-dessous relèvent du hasard d’une seule exécution : lancez au moins 10 réplications, mieux 100, avant de décider.
finding-one-unpromised = « { $name } » ne fixe aucun objectif, donc rien n’est tenu ni manqué ici.
finding-one-unpromised-cost = « { $name } » ne fixe aucun objectif, donc rien n’est tenu ni manqué ici ; son coût est de { $cost }.
finding-one-usual = Le type de contact le plus fréquent est { $name } : délai de réponse moyen de { $wait } et { $abandon } d’abandons.
finding-one-nothing = Aucun contact n’a été pris en charge, il n’y a donc rien à en dire.

## Ce qui ressort : plusieurs scénarios.

finding-only = Seul « { $name } » tient en moyenne tous ses engagements{ $remarks }.
finding-only-cost = Seul « { $name } » tient en moyenne tous ses engagements{ $remarks } ; son coût est de { $cost }.
finding-sure = Seul « { $name } » tient à coup sûr tous ses engagements en moyenne{ $remarks }.
finding-sure-cost = Seul « { $name } » tient à coup sûr tous ses engagements en moyenne{ $remarks } ; son coût est de { $cost }.
finding-cheapest = « { $name } » tient en moyenne tous ses engagements au moindre coût{ $remarks } : { $cost }.
finding-same-cost = { $names } tiennent en moyenne tous leurs engagements{ $remarks }, au même coût : { $cost }.
finding-not-clearly = « { $name } » tient en moyenne tous ses engagements et coûte le moins, { $cost }, mais son avantage de coût sur { $names } ne se distingue pas du hasard{ $remarks }.
finding-kept-costless = { $names } tiennent en moyenne tous leurs engagements{ $remarks } ; on ne peut dire lequel est le moins cher, car les coûts ne sont pas tous connus et comparables.
finding-undecided = Aucun scénario ne tient à coup sûr tous ses engagements, mais « { $name } » y parvient peut-être ; l’incertitude porte sur { $promise }.
finding-nobody = Aucun scénario ne tient tous ses engagements, et aucun n’en est nettement le plus proche ; « { $name } » manque { $count ->
    [one] au sien pour
   *[other] { $missed ->
        [one] à un des { $count } siens, celui pour
       *[other] à { $missed } des { $count } siens, le plus nettement pour
    }
} { $promise }.
finding-nobody-nearest = Aucun scénario ne tient tous ses engagements ; « { $name } » en est le plus proche et manque { $count ->
    [one] au sien pour
   *[other] { $missed ->
        [one] à un des { $count } siens, celui pour
       *[other] à { $missed } des { $count } siens, le plus nettement pour
    }
} { $promise }.
finding-nobody-else = « { $name } » manque { $count ->
    [one] à son engagement pour
   *[other] { $missed ->
        [one] à un de ses { $count } engagements, celui pour
       *[other] à { $missed } de ses { $count } engagements, le plus nettement pour
    }
} { $promise } ; les autres ne prennent aucun engagement.
finding-several-once = Une seule réplication ne permet pas de dire si les engagements sont tenus, ni quel scénario est le meilleur.
finding-joined = { $first } ; { $second }.
finding-cost-more = « { $name } » coûte { $size } de plus que « { $other } », et cet écart est avéré
finding-cost-less = « { $name } » coûte { $size } de moins que « { $other } », et cet écart est avéré
finding-cost-noise = « { $name } » et « { $other } » ne se distinguent pas par leur coût ({ $difference })
finding-cost-same = « { $name } » coûte autant que « { $other } »
finding-bought-rises = avec « { $name } », { $figure } ({ $subject }) en hausse de { $size }
finding-bought-falls = avec « { $name } », { $figure } ({ $subject }) en baisse de { $size }
finding-stands-kept = « { $name } » tient en moyenne tous ses engagements
finding-stands-open = on ne peut dire si « { $name } » tient ses engagements, l’incertitude portant sur { $promise }
finding-stands-missed = « { $name } » manque à son engagement pour { $promise }
finding-stands-missed-more = « { $name } » manque à { $missed } de ses { $count } engagements, le plus nettement pour { $promise }
finding-stands-unpromised = « { $name } » ne prend aucun engagement
finding-unpromised = Aucun scénario ne fixe d’objectif, et aucun n’est nettement le moins cher ; « { $name } » coûte le moins en moyenne : { $cost }.
finding-unpromised-cheapest = Aucun scénario ne fixe d’objectif ; « { $name } » coûte le moins, { $cost }, et cet écart est avéré.
finding-unpromised-costless = Aucun scénario n’indique d’objectif et pas tous un coût, donc aucun n’est meilleur en soi.
finding-noise = Dans ce que vivent les clients, aucun écart ne se distingue du hasard.
finding-outcome-rises = L’écart le plus net est avéré : avec « { $name } », { $figure } ({ $subject }) en hausse de { $size }.
finding-outcome-falls = L’écart le plus net est avéré : avec « { $name } », { $figure } ({ $subject }) en baisse de { $size }.

## Ce qui ressort : des scénarios sans rien de commun.

finding-many = Ces { $scenarios } scénarios forment { $families } familles, et seuls sont comparés les scénarios d’une même famille ; { $kept ->
    [0] dans aucune, un scénario ne tient
    [one] dans une seule, un scénario tient
   *[other] dans { $kept } d’entre elles, un scénario tient
} à coup sûr tous ses engagements.
finding-many-changes = Sur { $pairs ->
    [one] une comparaison
   *[other] { $pairs } comparaisons
}, { $changes } ; tout cela est avéré.
finding-many-happier = { $count ->
    [one] { $count } rend
   *[other] { $count } rendent
} les clients plus satisfaits
finding-many-sadder = { $count ->
    [one] { $count } rend
   *[other] { $count } rendent
} les clients moins satisfaits
finding-many-cheaper = { $count ->
    [one] { $count } coûte
   *[other] { $count } coûtent
} moins
finding-many-dearer = { $count ->
    [one] { $count } coûte
   *[other] { $count } coûtent
} plus
finding-many-nothing = Au sein des familles, les écarts de satisfaction et de coût ne se distinguent pas du hasard.
finding-many-apart = Rien n’y est comparable, donc aucun n’est meilleur ni moins bon qu’un autre.
finding-many-inside = Ce qui diffère au sein de chacune figure dans le tableau ci-dessous.

## Hypothèses retenues.

assumed-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
assumed-cost = { $cost } sur { $time }
assumed-cost-day = { $cost } par jour
assumed-horizon = { $time }, par pas de { $step }
assumed-horizon-from = { $time } à partir du { $start }, par pas de { $step }
assumed-warm-up = Les contacts qui arrivent pendant la mise en régime de { $time } ne sont pas comptés.
assumed-service-level-default = Niveau de service : pris en charge à temps, sur les contacts pris en charge ou abandonnés.
assumed-service-level-offered = Niveau de service : pris en charge à temps, sur tous les contacts présentés ; les bloqués et les refusés à la fermeture comptent comme manqués.
assumed-service-level-answered-only = Niveau de service : pris en charge à temps, sur les contacts pris en charge.
assumed-service-level-ignore-short-abandons = Niveau de service : pris en charge à temps, sur les contacts pris en charge ou abandonnés ; les abandons dans le délai sont écartés.
assumed-service-level-credit-short-abandons = Niveau de service : pris en charge à temps, sur les contacts pris en charge ou abandonnés ; les abandons dans le délai comptent comme réussis.
assumed-lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
assumed-satisfaction = La satisfaction des clients est calculée par un modèle à partir de ce qu’ils ont vécu, elle ne leur est pas demandée.
assumed-contacts-caption = Contacts et clients
assumed-demand = volume
assumed-open = ouverture
assumed-handling = durée de traitement
assumed-patience = patience
assumed-customers = clients
assumed-per-day = { $number } par jour
assumed-per-hour = { $number } par heure
assumed-busy-factor = les jours varient de ± { $share }
assumed-always = toujours
assumed-closed = fermé
assumed-law-spread = { $law }, dispersion { $share }
assumed-talk = conversation { $mean }, { $law }
assumed-wrap = post-traitement { $mean }, { $law }
assumed-handle-profile = selon l’heure, de { $least } à { $most } fois cette durée
assumed-patient = personne ne raccroche
assumed-balk = { $share } partent aussitôt s’il faut attendre
assumed-redial = { $share } essaient de nouveau après un abandon
assumed-resolution = { $share } résolus au premier essai
assumed-repeat = { $share } des non résolus reviennent
assumed-callback = { $share } acceptent un rappel
assumed-queue-limit = au plus { $count } en attente
assumed-agents-caption = Conseillers
assumed-group = groupe
assumed-skills = traitent
assumed-level = { $name } (niveau { $level })
assumed-most = au plus à la fois
assumed-hours = heures de service par jour
assumed-pay = salaire horaire
assumed-away = absences payées (shrinkage)
assumed-more = en outre
assumed-staff-constant = toujours le même nombre
assumed-staff-per-interval = par intervalle
assumed-staff-shifts = par vacations
assumed-absence = { $share } ne viennent pas
assumed-not-ready = sans contact, pas prêts { $share } du temps, { $time } à chaque fois
assumed-cap = occupés au plus { $share } du temps
assumed-chats = { $count } chats à la fois
channel-voice = appels
channel-chat = chats
channel-email = e-mails
channel-social = messages de réseaux sociaux
channel-self-service = libre-service
channel-chatbot = chatbot
law-constant = toujours la même durée
law-exponential = loi exponentielle
law-lognormal = loi log-normale
law-gamma = loi gamma
law-erlang = loi d’Erlang
law-weibull = loi de Weibull
law-uniform = loi uniforme
law-hyperexponential = loi hyperexponentielle
law-empirical = telle que mesurée
law-custom = définie dans un programme
day-1 = lun.
day-2 = mar.
day-3 = mer.
day-4 = jeu.
day-5 = ven.
day-6 = sam.
day-7 = dim.
further-carry = une part d’une journée chargée passe à la suivante
further-calendar = calendrier des semaines, jours fériés et campagnes
further-modulated = par vagues aléatoires
further-route = routage propre
further-head_start = de l’avance dans la file
further-slowdown = plus lent avec plusieurs chats à la fois
further-transfer = transferts à d’autres
further-history = la demande est exposée de nouveau
further-owner = le même conseiller si possible
further-escalate = certains s’adressent au public ou à un régulateur
further-promise = des rappels promis, pas toujours tenus
further-out_of_hours = à la fermeture, certains réessaient plus tard ou laissent un message
further-recovery = dédommagement
further-handle = durées de traitement propres
further-reserve = quelques conseillers restent libres
further-resolution = taux de résolution propre
further-conduct = attitude propre envers les clients
further-quality = gestion de la qualité
further-training = formation
further-people = des personnes qui arrivent, apprennent et partent

## Comment les retrouver.

again-how = La même commande, avec la même version et les mêmes fichiers, donne les mêmes chiffres jusqu’au dernier, sur n’importe quelle machine.
again-seed = { $name } : graine { $seed }, { $replications }
again-inputs = Fichiers lus, avec leur SHA-256 :
