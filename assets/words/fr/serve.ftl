### La page locale pour faire des essais (`holdline serve`).

## La page.

serve-title = Essais sur { $name }
serve-intro = Changez quelque chose : le centre est simulé de nouveau avec les mêmes clients, et ses chiffres suivent. Rien n’est enregistré avant que vous ne le demandiez.
serve-what = { $file }, graine { $seed }
serve-no-scripts = Cette page a besoin de scripts pour changer quoi que ce soit ; sans eux, elle montre les chiffres du moment où elle a été chargée.
serve-gone = holdline s’est arrêté ; ce qui n’était pas enregistré est perdu.
serve-controls = Changements
serve-results = Résultats
serve-undo = Annuler
serve-redo = Rétablir
serve-reset = Tout remettre
serve-contacts = Contacts
serve-agents = Agents
serve-promise = Objectif
serve-intervals = Chaque intervalle
serve-shifts = Agents de chaque vacation
serve-roster = Un planning nominatif : il se voit à ses chiffres et se change dans son fichier.
serve-days = { $hours }, certains jours

## Les champs.

serve-scale-arrivals = Volume ×
serve-scale-handle = Traitement ×
serve-scale-patience = Patience ×
serve-target-answer = Répondus
serve-target-within = en moins de
serve-target-abandon = Abandon au plus
serve-agents-constant = Agents
serve-plus = Ajoutés à chaque intervalle
serve-mean = en moyenne { $time }

## Ce qui ne va pas.

serve-wrong-plus = ce n’est pas un nombre entier entre -100000 et 100000 ; écrivez 2 pour deux agents de plus, -1 pour un de moins
serve-not-simulated = Les chiffres sont ceux d’avant le changement qui ne peut pas être utilisé.
serve-name-wrong = écrivez un simple nom de fichier qui finit par .toml, comme plus-agents.toml ; il est enregistré dans le dossier du scénario
serve-name-served = { $name } est le scénario que l’on change ici, ou un fichier qu’il lit ; écrivez un autre nom
serve-name-taken = le fichier { $name } existe déjà ; écrivez un autre nom, ou dites ci-dessous qu’il peut être remplacé
serve-name-unknown = il n’y a pas de fichier de scénario { $name } dans le dossier
serve-save-nothing = rien n’est changé, il n’y a donc rien à enregistrer
serve-save-wrong = quelque chose ci-dessus ne peut pas être utilisé ; corrigez-le d’abord
serve-save-outdated = { $name }, ou un fichier qu’il lit, a changé depuis qu’il a été ouvert ici ; ouvrez-le d’abord de nouveau
serve-save-failed = { $name } n’a pas été écrit : { $reason }

## Enregistrer.

serve-save = Enregistrer
serve-save-as = Enregistrer sous
serve-save-why = Un fichier du même dossier qui ne dit que ce qui change et hérite du reste, pour `holdline run` et pour cette page.
serve-replace = Remplacer le fichier existant
serve-saved = Enregistré sous { $name }.
serve-go-on = Continuer à partir de là
serve-open-again = Ouvrir { $name } de nouveau

## Les chiffres.

serve-tried-name = { $name }, changé
serve-figure = chiffre
serve-column-saved = enregistré
serve-column-tried = changé
serve-column-difference = différence
serve-centre = Tout le centre
serve-target-of-answer = objectif { $share } en { $time }
serve-target-at-most = au plus { $limit }
serve-target-at-least = au moins { $limit }
serve-none-yet = Les premiers chiffres arrivent dans un instant.
serve-progress = { $done } réplications sur { $all }
serve-progress-done = { $count ->
    [one] { $count } réplication
   *[other] toutes les { $count } réplications
}
serve-judged = Les différences portent sur les mêmes clients, réplication par réplication ; « { $real } » veut dire : avec 95 % de confiance sur toutes les lignes ensemble.

## En une phrase.

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

## Le graphique.

serve-charts = Niveau de service au fil de la journée
serve-chart = Niveau de service au fil de la journée : { $name }
serve-chart-target = objectif { $share }
serve-chart-point = { $time } : { $figure }
serve-chart-points = { $time } : enregistré { $saved }, changé { $tried }
