### La page locale pour essayer des changements (`holdline serve`).

serve-title = Essais sur « { $name } »
serve-intro = Modifiez une valeur : le centre est simulé de nouveau avec les mêmes clients, et les indicateurs suivent. Rien n’est enregistré avant que vous n’enregistriez.
serve-what = { $file }, graine { $seed }
serve-no-scripts = Cette page a besoin de scripts pour modifier quoi que ce soit ; sans eux, elle montre les indicateurs tels qu’ils étaient à son chargement.
serve-gone = holdline s’est arrêté ; ce qui a été essayé sans être enregistré est perdu.
serve-controls = Modifications
serve-results = Résultats
serve-undo = Annuler
serve-redo = Rétablir
serve-reset = Tout réinitialiser
serve-contacts = Contacts
serve-agents = Conseillers
serve-promise = Objectif
serve-intervals = Chaque intervalle
serve-shifts = Conseillers par vacation
serve-roster = Un planning nominatif : ses indicateurs sont affichés ici, et il se modifie dans son fichier.
serve-days = { $hours }, certains jours

serve-scale-arrivals = Volume ×
serve-scale-handle = Durée de traitement ×
serve-scale-patience = Patience ×
serve-target-answer = Pris en charge
serve-target-within = dans un délai de
serve-target-abandon = Taux d’abandon, au plus
serve-no-target = aucun
serve-agents-constant = Conseillers
serve-plus = Ajoutés à chaque intervalle
serve-mean = moyenne { $time }

serve-wrong-plus = « { $typed } » ne peut pas s’ajouter à des conseillers ; écrivez un nombre entier de -{ $most } à { $most } : 2 pour deux conseillers de plus, -1 pour un de moins.
serve-wrong-agents = « { $typed } » n’est pas un nombre de conseillers ; écrivez un nombre entier de 0 à { $most }, par exemple 12.
serve-wrong-factor = « { $typed } » n’est pas un facteur ; écrivez un nombre supérieur à 0 et d’au plus { $most } : { $more } pour un dixième de plus, 1 pour ne rien changer.
serve-wrong-share = « { $typed } » n’est pas une part ; écrivez { $percent } ou { $share }, ou rien pour n’avoir aucun objectif.
serve-wrong-duration = « { $typed } » n’est pas une durée ; écrivez par exemple { $example }, ou un nombre de secondes.
serve-wrong-within = Aucune part n’est promise dans ce délai ; écrivez combien de contacts doivent être pris en charge, ou laissez le délai tel quel.
serve-not-simulated = Les indicateurs sont ceux d’avant la modification inutilisable.
serve-name-wrong = Saisissez un simple nom de fichier qui se termine par .toml et commence par une lettre ou un chiffre, par exemple plus-de-conseillers.toml ; le fichier est enregistré dans le dossier du scénario.
serve-name-served = { $name } est le scénario en cours de modification, ou un fichier qu’il lit ; saisissez un autre nom.
serve-name-taken = Il existe déjà un fichier { $name } ; saisissez un autre nom, ou autorisez ci-dessous son remplacement.
serve-name-unknown = Le dossier ne contient pas de fichier de scénario { $name }.
serve-save-nothing = Rien n’est modifié, il n’y a donc rien à enregistrer.
serve-save-wrong = Une valeur ci-dessus est inutilisable ; corrigez-la d’abord.
serve-save-outdated = { $name }, ou un fichier qu’il lit, a été modifié depuis son ouverture ici ; rouvrez-le d’abord.
serve-save-failed = { $name } n’a pas été écrit : { $reason }

serve-save = Enregistrer
serve-save-as = Enregistrer sous
serve-save-why = Un fichier du même dossier qui ne dit que ce qui est modifié et hérite du reste, pour `holdline run` et pour cette page.
serve-replace = Remplacer le fichier
serve-saved = Enregistré sous { $name }.
serve-go-on = Continuer avec ce fichier
serve-open-again = Rouvrir { $name }

serve-tried-name = { $name }, modifié
serve-figure = indicateur
serve-column-saved = enregistré
serve-column-tried = modifié
serve-column-difference = écart
serve-centre = Tout le centre
serve-target-of-answer = objectif { $share } en { $time }
serve-target-at-most = au plus { $limit }
serve-target-at-least = au moins { $limit }
serve-none-yet = Les premiers indicateurs arrivent dans un instant.
serve-progress = { $done } réplications sur { $all }
serve-progress-done = { $count ->
    [one] { $count } réplication
   *[other] les { $count } réplications
}
serve-judged = Les différences portent sur les mêmes clients, réplication par réplication ; « { $real } » veut dire : avec 95 % de confiance sur toutes les lignes ensemble{ $looks ->
    [one] .
   *[other] , aux { $looks } étapes qui mènent à toutes les réplications : on peut s’y fier dès que c’est affiché.
}

serve-changes = { $count ->
    [one] { $count } changement.
   *[other] { $count } changements.
}
serve-kept-none = Aucun objectif.
serve-kept-all = Objectifs tenus : tous les { $count }
serve-kept-some = Objectifs tenus : { $met } sur { $count } ({ $missed } manqués, { $open } incertains)
serve-kept-saved = { $kept }, enregistré { $met } sur { $count }.
serve-kept-alone = { $kept }.
serve-cost-changed = Coût { $difference }, { $judgement }.

serve-charts = Niveau de service au fil de la journée
serve-chart = Niveau de service au fil de la journée : { $name }
serve-chart-target = objectif { $share }
serve-chart-point = { $time } : { $figure }
serve-chart-points = { $time } : enregistré { $saved }, modifié { $tried }
