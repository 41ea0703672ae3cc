### Nombres et unités, listes de noms.

unit-percent = { $number } %
unit-points = { $number } pt
unit-s = { $number } s
unit-min = { $number } min
unit-h = { $number } h

replications = { $count ->
    [one] { $count } réplication
   *[other] { $count } réplications
}

list-two = { $first } et { $second }
list-three = { $first }, { $second } et { $third }
list-more = { $first }, { $second } et { $count } autres
