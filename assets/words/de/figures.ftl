### Zahlen mit ihren Einheiten, Listen von Namen.

unit-percent = { $number } %
unit-points = { $number } PP
unit-s = { $number } s
unit-min = { $number } min
unit-h = { $number } h

replications = { $count ->
    [one] { $count } Replikation
   *[other] { $count } Replikationen
}

list-two = { $first } und { $second }
list-three = { $first }, { $second } und { $third }
list-more = { $first }, { $second } und { $count } weitere
