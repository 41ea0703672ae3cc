### Le classeur des résultats : ses feuilles, ses colonnes et leurs mots. Ce que la page sait nommer se trouve là-bas.

## Feuilles : au plus 31 caractères, aucun de []:*?/\

book-sheet-scenarios = scénarios
book-sheet-targets = objectifs
book-sheet-charts = graphiques
book-sheet-contacts = contacts
book-sheet-agents = conseillers
book-sheet-journeys = parcours des clients
book-sheet-types = journée par type de contact
book-sheet-groups = journée par groupe
book-sheet-comparisons = comparaisons
book-sheet-days = d’un jour à l’autre
book-sheet-contacts-assumed = hypothèses contacts
book-sheet-agents-assumed = hypothèses conseillers
book-sheet-waits = attentes
book-sheet-by-wait = satisfaction selon l’attente
book-sheet-per-issue = contacts par demande
book-sheet-again = reproduire

## Colonnes de plusieurs feuilles.

book-contact-type = type de contact
book-agent-group = groupe
book-subject = concerne
book-figure = indicateur
book-target = objectif
book-within = dans un délai de
book-replications = réplications
book-days = jours
book-contacts = contacts
book-error = { $figure } : erreur type
book-low = { $figure } : 95 %, borne basse
book-high = { $figure } : 95 %, borne haute

## Scénarios.

book-file = fichier
book-seed = graine
book-stop = fin du calcul
book-stop-replications = toutes les réplications faites
book-stop-precision = précision atteinte
book-stop-imprecise = précision non atteinte
book-stop-interrupted = interrompu
book-start = début
book-hours = durée de l’étude
book-targets-met = objectifs atteints
book-targets-open = objectifs indécis
book-targets-missed = objectifs manqués
book-offered = contacts présentés
book-agent-hours = heures de conseillers

## Objectifs.

book-promise = engagement
book-simulated = simulé
book-verdict = constat

## Au fil de la journée.

book-time = à partir de
book-staff = conseillers présents
book-need = conseillers nécessaires
book-staff-title = { $scenario } : conseillers présents et nécessaires (tirets)
book-staff-needed = { $name } : nécessaires

## Comparaisons.

book-against = scénario de comparaison
book-there = valeur de comparaison
book-here = valeur du scénario
book-difference = écart
book-judgement = distinct du hasard

## Comment les jours diffèrent.

book-day-figure = indicateur du jour
book-day-most = { $share } des jours ont au plus
book-day-bin = jours de { $from } à { $to }
book-day-kept = jours de { $from } à { $to } qui tiennent tous les engagements

## Hypothèses retenues.

book-channel = canal
book-per-day = contacts par jour
book-per-hour = contacts par heure
book-busy-factor = dispersion des jours (CV)
book-open = ouverture (tous les jours, ou chacun à partir du lundi)
book-law = loi
book-cv = dispersion (CV)
book-wrap = post-traitement
book-pace = traitement selon l’heure
book-pace-least = facteur minimal
book-pace-most = facteur maximal
book-balk = partent aussitôt s’il faut attendre
book-priority = priorité
book-queue-limit = au plus en attente
book-per = vaut par
book-interval = intervalle
book-day = jour
book-redial = nouvel essai après abandon
book-redial-blocked = nouvel essai après blocage
book-resolution = résolus au premier essai
book-repeat = nouveau contact si non résolu
book-callback = acceptent un rappel
book-between = { " ; " }
book-skills = types de contact et niveaux
book-staffing = effectifs
book-cost-per-hour = coût horaire
book-absence = ne viennent pas
book-not-ready = pas prêts, sans contact en cours
book-not-ready-mean = pas prêts, durée moyenne
book-max-occupancy = taux d’occupation maximal
book-chats = chats à la fois

## Attentes, et contacts d’une demande.

book-wait = attente
book-answered-within = pris en charge dans ce délai, parmi les contacts pris en charge
book-ending = issue du contact
book-issue-share = part des demandes avec autant de contacts

## Comment les retrouver.

book-what = élément
book-value = valeur
book-hash = SHA-256
book-version = version de holdline
book-command = commande
book-input = fichier lu
