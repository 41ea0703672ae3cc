### 차트

## 여러 차트에 쓰이는 말

chart-axis-agents = 상담원 수
chart-axis-answered = 응대
chart-axis-arrival = 인입 시각
chart-axis-contacts = 문의 건수
chart-axis-day = 시각
chart-axis-issues = 이슈
chart-axis-share = 비율
chart-axis-wait = 대기 시간
chart-axis-wait-until = 응대 또는 포기까지 대기 시간
chart-at-once = 즉시
chart-all = 전체
chart-one-in = { $many }건 중 1건
chart-none-seen = 관찰되지 않음
chart-promise = { $time } 이내 { $share }
chart-target = 목표
chart-target-at = 목표 { $share }
chart-flawless-at = 이상적 응대 { $share }
chart-certainty-none = 반복 1회이므로 신뢰구간 없음
chart-certainty = 음영: 평균의 95% 신뢰구간, { $replications }
chart-most-types = (전체 { $count }개 유형 중 문의가 많은 { $shown }개)
chart-first-types = (전체 { $count }개 유형 중 처음 { $shown }개)
chart-first-groups = (전체 { $count }개 그룹 중 처음 { $shown }개)
chart-subtitle = { $scenario }: { $what }{ $some }; { $certainty }
chart-custom = { $chart }; { $scenario }, 프로그램 코드로 지정: { $parts }
chart-a-replication = 반복 1회당

## 하루 동안의 서비스 수준, 포기율, 만족도

chart-service-level = 인입 시각별 목표 시간 내 응대 비율
chart-abandonment = 인입 시각별 포기율
chart-satisfaction = 인입 시각별 만족 고객 비율(CSAT)
chart-key-by-interval = 인입 구간별
chart-key-flawless = 이상적 응대: 즉시 응대, 아무 문제 없음
chart-key-missed = 95% 신뢰도로 목표를 지키지 못한 구간
chart-miss-level = { $name }: { $span } 목표({ $promise }) 미달, { $time }에 최저 { $value }
chart-miss-abandonment = { $name }: { $span } 포기율 { $promise } 초과, { $time }에 최고 { $value }
chart-miss-once-level = { $name }: { $time }에 목표({ $promise }) 미달, { $value }
chart-miss-once-abandonment = { $name }: { $time }에 포기율 { $promise } 초과, { $value }
chart-span-all = 하루 종일
chart-span-between = { $from }~{ $to }
chart-span-some = { $count }개 구간 중 { $missed }개 구간에서
chart-also-one = { $finding }; { $name } 유형도 마찬가지
chart-also-many = { $finding }; 다른 { $count }개 유형도 마찬가지
chart-doubt-once-level = 반복 1회로는 미달과 우연을 구별할 수 없음: { $name }, { $time }에 최저 { $value }
chart-doubt-once-abandonment = 반복 1회로는 초과와 우연을 구별할 수 없음: { $name }, { $time }에 최고 { $value }
chart-doubt = 확실한 목표 미달성은 없음; 가장 근접한 경우: { $time }의 { $name }, { $value } (목표 { $promise })
chart-kept-one-level = { $name }: 하루 종일 목표({ $promise }) 달성
chart-kept-one-abandonment = { $name }: 하루 종일 포기율 { $promise } 이하
chart-kept-all-level = 모든 유형이 하루 종일 목표를 달성함
chart-kept-all-abandonment = 모든 유형의 포기율이 하루 종일 목표 이내임
chart-kept-promised-level = 목표가 있는 모든 유형이 하루 종일 목표를 달성함
chart-kept-promised-abandonment = 포기율 목표가 있는 모든 유형이 하루 종일 목표 이내임
chart-extreme-level = 서비스 수준이 가장 낮은 경우: { $time }의 { $name }, { $value }
chart-extreme-abandonment = 포기율이 가장 높은 경우: { $time }의 { $name }, { $value }
chart-no-abandonment = 하루 중 어느 시각에도 포기된 문의 없음
chart-weeks = 인입 주별 목표 시간 내 응대 비율
chart-key-by-week = 주별
chart-key-week-missed = 95% 신뢰도로 목표를 지키지 못한 주
chart-axis-week = 주
chart-weeks-offered = 주당 문의 { $number }건
chart-weeks-missed = { $name }: { $count }주 중 { $missed }주에 목표({ $promise }) 미달, { $week }에 최저 { $value }
chart-weeks-doubt = 확실히 미달인 주는 없음; 가장 근접한 경우: { $week }의 { $name }, { $value } (목표 { $promise })
chart-weeks-kept = 모든 주에 모든 목표를 달성함; 가장 낮은 경우: { $week }의 { $name }, { $value } (목표 { $promise })
chart-weeks-lowest = 서비스 수준이 가장 낮은 경우: { $week }의 { $name }, { $value }
chart-satisfaction-unknown = 고객 만족 여부를 알 수 있는 문의 없음
chart-satisfaction-of = ({ $name })
chart-satisfaction-all = 하루 중 어느 시각에도 거의 모든 고객이 만족함
chart-satisfaction-once = 반복 1회로는 하락과 우연을 구별할 수 없음: CSAT{ $of }, { $time }에 최저 { $value }
chart-satisfaction-level = 만족도는 하루 동안 거의 변하지 않음: CSAT{ $of }, { $time }에 최저 { $value }
chart-satisfaction-until = 고객{ $of } 만족은 { $until }까지 유지: { $time }에 CSAT { $value } 수준으로 하락
chart-satisfaction-falls = 고객{ $of } 만족이 가장 낮은 시각 { $time }: CSAT { $value } 수준으로 하락

## 하루 동안의 상담원

chart-agents = 로그인한 상담원 수와 업무 중인 상담원 수
chart-agents-note = 상담원 수; 점유율 { $occupancy }
chart-agents-point = { $time }: 상담원 { $staff }명, 점유율 { $occupancy }
chart-agents-key-staff = 로그인
chart-agents-key-busy = 업무 중
chart-agents-key-need = 목표 달성에 필요한 인원(공식 기준)
chart-agents-key-cap = 계획이 허용하는 최대 점유율에서 업무 중인 인원
chart-agents-key-full = 점유율 90% 초과
chart-agents-idle = 어느 시각에도 업무 중인 상담원 없음
chart-agents-busiest = { $name } 그룹이 가장 바쁜 시각은 { $time }: 점유율 { $value }
chart-agents-full-once = { $name } 그룹, { $time }에 여유 없음: 점유율 { $value }
chart-agents-full = { $name } 그룹, { $count }개 구간에서 여유 없음: { $time }에 점유율 최고 { $value }
chart-agents-full-groups = { $count }개 그룹이 피크에 여유 없음; 가장 심한 그룹 { $name }: { $time }에 점유율 { $value }

## 문의의 대기 시간

chart-waiting = { $scenario }: 응대 및 포기된 문의 중 주어진 시간 내에 응대된 비율{ $some }; { $replications } 전체
chart-waiting-point = { $time } 이내 응대 { $share }
chart-waiting-label = { $name }: { $time } 이내 { $level }
chart-waiting-label-target = { $name }: { $time } 이내 { $level } (목표 { $target })
chart-waiting-key-this = 해당 유형
chart-waiting-key-others = 다른 유형
chart-waiting-key-target = 목표: 선이 이 점을 지나거나 그 위에 있어야 함
chart-waiting-open = { $name }: 목표({ $promise }) 달성 여부 판단 불가, { $level }
chart-waiting-kept = { $name }: 평균적으로 목표({ $promise }) 달성, { $level }
chart-waiting-all-kept = 모든 유형이 평균적으로 목표를 달성함
chart-waiting-promised-kept = 목표가 있는 모든 유형이 평균적으로 목표를 달성함
chart-waiting-missed = { $name }: { $time } 이내 응대 { $level }, 목표 { $target } 미달
chart-waiting-others = { $finding }; 다른 { $count }개 유형도 목표 미달
chart-waiting-slowest = { $name }: 응대된 문의의 90%는 대기 시간 { $wait } 이하
chart-waiting-none = 거의 모든 문의가 즉시 응대됨

## 대기 시간별 만족도

chart-wait = { $scenario }: 대기 시간별 만족 고객 비율(CSAT){ $some }; { $replications }
chart-wait-expected = 기대: { $wait }
chart-wait-note = 기대보다 오래 대기 { $share }
chart-wait-note-short = { $wait } 초과 대기 { $share }
chart-wait-point-answered = { $wait } 후 응대: 만족 { $csat }
chart-wait-point-abandoned = { $wait } 후 포기: 만족 { $csat }
chart-wait-key-answered = 응대된 문의의 CSAT
chart-wait-key-answered-error = 응대된 문의의 CSAT(오차 막대: 95% 신뢰구간)
chart-wait-key-abandoned = 포기된 문의의 CSAT
chart-wait-key-model = 모형: 대기 외에는 문제 없음
chart-wait-key-expected = 고객이 기대하는 대기 시간
chart-wait-key-share = 해당 시간만큼 대기한 문의 비율
chart-wait-rare = 고객이 기대하는 만큼 대기하는 문의는 거의 없음
chart-wait-too-long = { $name }: 기대({ $expected })보다 오래 대기한 비율 { $share }; 이들의 CSAT { $csat }, 나머지 { $others }

## 평가 등급

grade-ultimate = 최상
grade-good = 양호
grade-bad = 나쁨
grade-ugly = 최악
chart-satisfied = 만족 { $csat }
chart-whole-issues = 이슈 전체
chart-grades = { $scenario }: 고객 평가 등급별 문의 및 이슈 전체의 비율{ $some }; { $replications }
chart-grades-key-csat = 만족(CSAT): 최상과 양호의 합
chart-grades-key-csat-error = 만족(CSAT): 최상과 양호의 합, 95% 신뢰구간 포함
chart-grades-key-flawless = 이상적 응대: 아무 문제 없을 때 만족 { $share }
chart-grades-issues = 나쁨 또는 최악으로 끝난 이슈: { $share }
chart-grades-issues-at-best = 나쁨 또는 최악으로 끝난 이슈: { $share } (이상적 응대 시 { $best })
chart-grades-type = { $name }: 나쁨 또는 최악으로 끝난 문의 { $share }
chart-grades-worst = { $finding }; 문의 중에서는 { $name } 유형이 가장 나쁨: { $share }

## 이슈당 문의

chart-issues = { $scenario }: 이슈당 고객 문의 건수, { $replications } 동안의 이슈 { $issues }건
chart-issues-by-contacts = 문의 건수별 이슈
chart-issues-mean = 평균 { $mean }
chart-issues-tail = 해당 건수 이상 문의한 이슈
chart-issues-point = 문의 { $count }건: 이슈의 { $share }
chart-issues-point-or-more = 문의 { $count }건 이상: 이슈의 { $share }
chart-issues-tail-point = 문의 { $count }건 이상: { $often }
chart-issues-key-90 = 이슈 열 건 중 아홉 건: 최대 { $count }건
chart-issues-key-99 = 백 건 중 99건: 최대 { $count }건
chart-issues-key-story = 기준 사례의 문의 { $count }건 이상: { $often }
chart-issues-again = 두 번 이상 문의한 이슈 { $again }; 평균 { $mean }건
chart-issues-far = 두 번 이상 문의한 이슈 { $again }, { $count }건 이상은 백 건 중 한 건; 평균 { $mean }건
chart-story-none = 기준 사례만큼 나쁜 이슈는 없음
chart-story-fewer = 기준 사례만큼 나쁜 이슈는 없음: { $many }건 중 1건 미만
chart-story-one-in = 이슈 { $many }건 중 1건은 기준 사례만큼 나쁨
chart-story-share = 기준 사례만큼 나쁜 이슈: { $share }

## 시나리오 비교

the-centre = 센터 전체
difference-real = 차이 있음
difference-same = 동일
difference-negligible = 미미함
difference-in-doubt = 구별 불가
chart-comparison = 시나리오 { $count }개, 첫 번째는 ‘{ $first }’; 오차 막대: 평균의 95% 신뢰구간, { $replications }
chart-comparison-key-hollow = 빈 표식: 비교 대상과 구별 불가
chart-comparison-noise = 시나리오 간의 차이를 우연과 구별할 수 없음
chart-comparison-rises = ‘{ $scenario }’: { $subject }의 { $figure } 상승, { $first } → { $this }
chart-comparison-falls = ‘{ $scenario }’: { $subject }의 { $figure } 하락, { $first } → { $this }
chart-csat-of-issues = 이슈 CSAT
chart-csat-of = { $name } CSAT
chart-customers = 같은 고객에 대한 ‘{ $other }’ 대비 차이; 오차 막대: 평균 차이의 95% 신뢰구간, 짝지은 반복 { $count }회; 금액은 반복 1회당
chart-customers-extended = 같은 고객에 대한, 각 시나리오가 확장한 시나리오 대비 차이; 오차 막대: 평균 차이의 95% 신뢰구간, 짝지은 반복 { $count }회; 금액은 반복 1회당
chart-customers-before = 이전: { $value }
chart-customers-key-hollow = 빈 표식: 비교 대상과 구별 불가
chart-customers-noise = 고객에게 생기는 차이를 우연과 구별할 수 없음
chart-customers-rises = ‘{ $scenario }’: { $figure } { $size } 상승
chart-customers-falls = ‘{ $scenario }’: { $figure } { $size } 하락

## 날마다의 차이.

chart-axis-days = 일수 비율
chart-axis-of-day = 하루의 { $figure }
chart-days = { $scenario }: 결과별 시뮬레이션 일수 비율{ $some }; { $days }일
chart-days-note = 목표 달성일 { $share }
chart-days-point = { $from }–{ $to }: 전체 일수의 { $share }
chart-days-point-missed = { $from }–{ $to }: 전체 일수의 { $share }, 이 중 목표 미달성 { $missed }
chart-days-key-days = 모든 목표를 달성한 날
chart-days-key-missed = 목표 하나 이상을 달성하지 못한 날
chart-days-all = 모든 유형의 목표 달성일: { $share } 이상
chart-days-worst = { $name }: 모든 목표를 달성한 날의 비율 { $share }
chart-days-worst-level = { $name }: 목표 달성일 { $share }; 20일 중 하루는 제때 응대 { $low } 이하
chart-days-worst-abandonment = { $name }: 목표 달성일 { $share }; 20일 중 하루는 포기율 { $low } 이상

## 비용의 효과.

chart-axis-cost = 비용
chart-tradeoff = 시나리오 { $count }개; 막대: 95% 신뢰구간, { $replications }; 가는 선: 각 시나리오와 비교 대상
chart-tradeoff-service = 제때 응대
chart-tradeoff-point = { $scenario }: { $figure } { $value }, 비용 { $cost }
chart-tradeoff-better-cheaper = ‘{ $against }’ 대비 ‘{ $scenario }’: 더 적은 비용으로 더 나은 서비스 (제때 응대 { $service }, 비용 { $cost })
chart-tradeoff-better-dearer = ‘{ $against }’ 대비 ‘{ $scenario }’: 더 많은 비용으로 더 나은 서비스 (제때 응대 { $service }, 비용 { $cost })
chart-tradeoff-worse-cheaper = ‘{ $against }’ 대비 ‘{ $scenario }’: 비용 절감, 서비스 저하 (제때 응대 { $service }, 비용 { $cost })
chart-tradeoff-worse-dearer = ‘{ $against }’ 대비 ‘{ $scenario }’: 더 많은 비용에도 서비스 저하 (제때 응대 { $service }, 비용 { $cost })
chart-tradeoff-cheaper = ‘{ $against }’ 대비 ‘{ $scenario }’: 비용 감소, 서비스 차이 불확실 (비용 { $cost })
chart-tradeoff-dearer = ‘{ $against }’ 대비 ‘{ $scenario }’: 비용 증가, 서비스 차이 불확실 (비용 { $cost })
chart-tradeoff-better = ‘{ $against }’ 대비 ‘{ $scenario }’: 서비스 개선, 비용 차이 불확실 (제때 응대 { $service })
chart-tradeoff-worse = ‘{ $against }’ 대비 ‘{ $scenario }’: 서비스 저하, 비용 차이 불확실 (제때 응대 { $service })
chart-tradeoff-many = 시나리오 { $count }개 중 { $better }개: 비교 대상보다 적은 비용으로 더 나은 서비스
chart-tradeoff-noise = 비교 대상과 비용이나 서비스에서 확실히 다른 시나리오 없음
chart-tradeoff-unknown = 비용과 서비스 수준: 두 가지 모두로 비교할 수 있는 시나리오 쌍 없음
