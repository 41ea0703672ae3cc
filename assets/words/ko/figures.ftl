### 단위와 목록
###
### 용어집: 이 언어의 모든 파일에서 한 가지를 한 가지 말로 부른다.
### contact = 문의; contact type = 유형(문의 유형); issue = 이슈; agent = 상담원; agent group = 그룹
### answered = 응대; abandon = 포기; abandonment (share) = 포기율; offered = 인입
### blocked = 차단; closed (at closing time) = 마감 거절; call-back = 콜백
### wait = 대기, 대기 시간; time to answer = 응대까지 대기 시간; queue = 대기열
### occupancy = 점유율; busy = 업무 중; logged in = 로그인; slack = 여유
### service level = 서비스 수준; target, promise = 목표; miss = 미달(서비스 수준), 초과(포기율), 미달성(둘 다)
### satisfied, content = 만족; flawless = 이상적 응대; grade = 평가(최상, 양호, 나쁨, 최악)
### the story = 기준 사례; customers who leave = 이탈; money at risk = 손실 위험 금액
### scenario = 시나리오; replication = 반복; interval (of the day) = 구간; horizon = 시뮬레이션 기간
### confidence interval = 신뢰구간; bar = 오차 막대; noise, chance = 우연
### real = 차이 있음; not distinguishable = 구별 불가
### volume = 인입량; handling time = 처리 시간; patience = 인내 시간; shift = 근무조; roster = 근무표; seed = 시드
### 변수 바로 뒤에는 받침에 따라 달라지는 조사를 쓰지 않는다.

unit-percent = { $number }%
unit-points = { $number }%p
unit-s = { $number }초
unit-min = { $number }분
unit-h = { $number }시간

replications = 반복 { $count }회

replications-between = 반복 { $least }~{ $most }회

named = { $name }: { $value }
list-two = { $first }, { $second }
list-three = { $first }, { $second }, { $third }
list-more = { $first }, { $second } 외 { $count }개
list-apart = { "; " }

## 지표의 이름

figure-offered = 인입
figure-answered = 응대
figure-abandoned = 포기
figure-blocked = 차단
figure-closed = 마감 거절
figure-called_back = 콜백
figure-mean_wait_called_back = 콜백까지 대기 시간
figure-p_wait = 대기 발생 비율
figure-p_abandon = 포기율
figure-p_blocked = 차단율
figure-service_level = 서비스 수준
figure-mean_wait = 평균 대기 시간
figure-mean_wait_answered = 응대까지 대기 시간
figure-mean_wait_abandoned = 포기까지 평균 대기 시간
figure-mean_queue = 평균 대기열
figure-days_met = 목표 달성일 비율
figure-occupancy = 점유율
figure-logged_in_hours = 로그인 시간
figure-paid_hours = 유급 시간
figure-cost = 비용
figure-csat = 만족(CSAT)
figure-nps = 순추천지수(NPS)
figure-effort = 고객 노력 지수
figure-issues = 이슈
figure-resolved = 해결
figure-gave_up = 고객 단념
figure-escalated = 외부 제기
figure-open = 미결
figure-resolved_at_first = 최초 문의 해결률
figure-contacts_per_issue = 이슈당 문의 건수
figure-time_to_resolution = 해결까지 걸린 시간
figure-time_on_contact = 문의에 쓴 시간
figure-agents_met = 이슈당 상담원 수
figure-longest_wait = 최장 대기 시간
figure-repetitions = 재설명 횟수
figure-broken_promises = 지켜지지 않은 콜백 약속
figure-churned = 이탈 고객 수
figure-churn_share = 고객 이탈률
figure-money_at_risk = 손실 위험 금액
figure-story = 기준 사례만큼 나쁜 이슈

label-in-time = { $figure } ({ $time } 이내)
label-answered-within = 응대 건의 { $share } 대기 시간
label-at-most = { $figure }: { $share } 상한
origin-fresh = 신규
origin-redial = 재시도
origin-repeat = 반복
origin-transfer = 이관
part-mean = 평균
part-max = 최대
part-share = 비율
part-percentile = 백분위
