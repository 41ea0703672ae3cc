### Numbers with their units, and lists of names.

unit-percent = { $number } %
unit-points = { $number } pt
unit-s = { $number } s
unit-min = { $number } min
unit-h = { $number } h

replications = { $count ->
    [one] { $count } replication
   *[other] { $count } replications
}

list-two = { $first } and { $second }
list-three = { $first }, { $second } and { $third }
list-more = { $first }, { $second } and { $count } more
