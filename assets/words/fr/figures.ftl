### Nombres et unités, listes de noms.
###
### Un mot pour une chose, dans tous les fichiers de cette langue :
### contact = contact ; contact type = type (de contact) ; issue = demande ; agent = conseiller ; agent group = groupe
### answered = pris en charge ; abandon = abandonner ; abandonment (share) = taux d’abandon
### blocked = bloqué ; closed (at closing time) = refusé à la fermeture ; call-back = rappel
### wait = attente ; time to answer = délai de réponse ; queue = file d’attente
### occupancy = taux d’occupation ; busy = occupé ; logged in = connecté ; slack = marge
### service level = niveau de service ; target = objectif ; promise = engagement ; miss = rester sous, manquer
### satisfied, content = satisfait ; flawless = sans accroc ; grade = appréciation (excellent, bon, mauvais, désastreux)
### the story = le cas décrit ; customers who leave = attrition ; money at risk = valeur client menacée
### scenario = scénario ; replication = réplication ; interval (of the day) = intervalle ; horizon = période
### confidence interval = intervalle de confiance ; bar = barre d’erreur ; noise, chance = hasard
### difference = écart ; real = avéré ; not distinguishable = non distinguable
### volume = volume ; handling time = durée de traitement ; patience = patience ; shift = vacation ; roster = planning ; seed = graine
### Apostrophe typographique (’) ; espace insécable devant : ; ? ! % et à l’intérieur des guillemets.

unit-percent = { $number } %
unit-points = { $number } pt
unit-s = { $number } s
unit-min = { $number } min
unit-h = { $number } h

replications = { $count ->
    [one] { $count } réplication
   *[other] { $count } réplications
}

replications-between = { $least } à { $most } réplications

named = { $name } : { $value }
list-two = { $first } et { $second }
list-three = { $first }, { $second } et { $third }
list-more = { $first }, { $second } et { $count } autres
list-apart = { " ; " }

## Noms des indicateurs.

figure-offered = présentés
figure-answered = pris en charge
figure-abandoned = abandonnés
figure-blocked = bloqués
figure-closed = refusés à la fermeture
figure-called_back = rappelés
figure-mean_wait_called_back = attente du rappel
figure-p_wait = part qui attend
figure-p_abandon = taux d’abandon
figure-p_blocked = part bloquée
figure-service_level = niveau de service
figure-mean_wait = attente moyenne
figure-mean_wait_answered = délai de réponse
figure-mean_wait_abandoned = attente moyenne avant abandon
figure-mean_queue = file d’attente moyenne
figure-days_met = jours où l’objectif est atteint
figure-occupancy = taux d’occupation
figure-logged_in_hours = heures connectées
figure-paid_hours = heures payées
figure-cost = coût
figure-csat = satisfaits (CSAT)
figure-nps = promoteurs moins détracteurs (NPS)
figure-effort = effort du client
figure-issues = demandes
figure-resolved = résolues
figure-gave_up = délaissées par le client
figure-escalated = escaladées
figure-open = encore ouvertes
figure-resolved_at_first = résolues au premier contact
figure-contacts_per_issue = contacts par demande
figure-time_to_resolution = délai de résolution
figure-time_on_contact = temps passé en contact
figure-agents_met = conseillers par demande
figure-longest_wait = attente la plus longue
figure-repetitions = explications répétées
figure-broken_promises = rappels promis non tenus
figure-churned = clients perdus
figure-churn_share = taux d’attrition
figure-money_at_risk = valeur client menacée
figure-story = demandes aussi graves que le cas décrit

label-in-time = { $figure } en { $time }
label-answered-within = { $share } des contacts pris en charge en
label-at-most = { $figure } : { $share } au plus
origin-fresh = nouveaux
origin-redial = rappels après abandon
origin-repeat = répétitions
origin-transfer = transferts
part-mean = moyenne
part-max = maximum
part-share = part
part-percentile = centile
