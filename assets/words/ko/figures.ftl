### 단위와 목록

unit-percent = { $number }%
unit-points = { $number }%p
unit-s = { $number }초
unit-min = { $number }분
unit-h = { $number }시간

replications = 반복 { $count }회

list-two = { $first }, { $second }
list-three = { $first }, { $second }, { $third }
list-more = { $first }, { $second } 외 { $count }개
