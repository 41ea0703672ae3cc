### Ce qu’il faut savoir avant de croire les chiffres : ce qui a été vu, pourquoi cela compte, que faire.

warning-custom = Des éléments de ce centre sont définis dans un programme : { $parts }
warning-custom-matters = Le scénario seul donne d’autres chiffres.
warning-custom-remedy = Citez le programme qui contient ces éléments : lui seul permet de retrouver ces chiffres.
custom-routing = routage ({ $name })
custom-patience = patience pour { $contact } ({ $name })

warning-interrupted = { $count ->
    [one] Interrompu après une réplication
   *[other] Interrompu après { $count } réplications
}
warning-interrupted-matters = Les chiffres sont justes, mais moins précis que prévu.
warning-interrupted-remedy = Relancez jusqu’au bout pour obtenir les intervalles de confiance demandés.

warning-imprecise = La précision demandée n’est pas atteinte en { $count } réplications
warning-imprecise-matters = Les intervalles de confiance restent plus larges que souhaité.
warning-imprecise-remedy = Autorisez plus de réplications ou demandez moins de précision.

warning-single = Une seule réplication
warning-single-matters = Elle ne dit pas de combien le hasard a déplacé les chiffres.
warning-single-remedy = Lancez au moins 10 réplications, mieux 100 : `--replications 100`.

warning-few = Seulement { $count } réplications
warning-few-matters = Les intervalles de confiance sont larges et eux-mêmes incertains.
warning-few-remedy = Lancez au moins 10 réplications, mieux 100 : `--replications 100`.

warning-no-contact = Aucun contact n’est arrivé : { $names }
warning-no-contact-matters = Sans contact, les indicateurs ne sont pas définis.
warning-no-contact-remedy = Vérifiez les arrivées et les heures d’ouverture.

warning-rough = Le niveau de service n’est connu qu’approximativement : { $names }
warning-rough-matters = Plus de 2 points de part et d’autre masquent l’écart que fait un conseiller entier.
warning-rough-remedy = Lancez plus de réplications ; il en faut quatre fois plus pour réduire l’intervalle de confiance de moitié.

warning-noise = L’objectif est manqué, mais le hasard seul peut l’expliquer : { $names }
warning-noise-level = { $level } pour un objectif de { $target } ; environ { $times } fois plus de réplications trancheraient
warning-noise-matters = Les renforts décidés pour cela pourraient ne corriger que du hasard.
warning-noise-remedy = Lancez plus de réplications avant de décider.

warning-bad-days = La moyenne atteint l’objectif, mais beaucoup de journées ne l’atteignent pas : { $names }
warning-bad-days-share = atteint { $share } des jours
warning-bad-days-matters = Les clients vivent des journées, pas une moyenne.
warning-bad-days-remedy = Dimensionnez pour les journées les plus chargées ou promettez moins.

warning-blocked = Beaucoup de contacts ont trouvé toutes les lignes occupées ou la file d’attente pleine : { $names }
warning-blocked-matters = Ils n’entrent pas dans le niveau de service, qui paraît meilleur que le service rendu.
warning-blocked-remedy = Ajoutez des lignes, augmentez `queue_limit` ou présentez le niveau de service comme `offered`.

warning-closed = Des contacts ont été refusés à la fermeture : { $names }
warning-closed-number = { $number } par réplication
warning-closed-matters = Ils comptent comme refusés à la fermeture et n’entrent pas dans le niveau de service.
warning-closed-remedy = Gardez des conseillers après la fermeture ou réglez `at_close = "serve"`.

warning-busy = Des conseillers sont occupés plus de 90 % du temps : { $names }
warning-busy-matters = À partir de là, l’attente monte en flèche et les équipes se fatiguent.
warning-busy-remedy = Ajoutez des conseillers ou confiez des contacts à un groupe qui a de la marge.

warning-cap = Des conseillers sont plus occupés que `max_occupancy` ne le permet : { $names }
warning-cap-occupancy = { $occupancy }, plafond { $cap }
warning-cap-matters = Ils travaillent plus que le plan ne le leur promettait.
warning-cap-remedy = Ajoutez des conseillers ou relevez `max_occupancy`.

warning-open = { $share } des demandes étaient encore ouvertes à la fin de la période
warning-open-matters = Elles comptent comme non résolues, avec moins de contacts qu’il ne leur en aurait fallu.
warning-open-remedy = Simulez plus de jours ; ce qui reste ouvert pèsera moins.

warning-endless = Personne ne raccroche, si longue que soit l’attente : { $names }
warning-endless-wait = attente moyenne { $wait }
warning-endless-matters = De vrais clients renoncent ; sans cela, la file devient plus longue que dans la réalité, et l’équipe qui semble nécessaire plus grande.
warning-endless-remedy = Indiquez `patience` : d’après votre propre journal d’appels, ou six minutes environ, comme mesuré dans une banque.

warning-unasked = Beaucoup attendent au-delà des durées couvertes par les enquêtes : { $names }
warning-unasked-share = { $share } attendent plus de { $wait }
warning-unasked-matters = Le modèle de satisfaction y prolonge une courbe pour laquelle personne n’a de chiffres.
warning-unasked-remedy = Comparez les scénarios avec lui, ne citez pas le niveau ; réglez `[satisfaction]` d’après votre propre enquête.
