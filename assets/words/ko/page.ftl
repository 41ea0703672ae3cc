### 페이지: 경영진이 읽는 보고서

## 페이지의 구성

section-finding = 핵심 결과
section-targets = 시나리오별 목표 달성
section-notes = 신뢰하기 전에 확인할 점
section-waiting = 대기
section-abandonment = 포기
section-satisfaction = 만족도
section-staffing = 하루 동안의 배치 인원과 필요 인원
section-days = 날마다의 차이
section-money = 비용, 서비스, 만족도
section-journeys = 고객 여정
section-assumptions = 가정
section-again = 같은 수치를 다시 얻는 방법
page-named = ‘{ $name }’
page-subtitle = { $replications }; holdline { $version }
page-skip = 결과로 이동
page-choose = 차트를 볼 시나리오

## 표

page-scenario = 시나리오
page-contact-type = 문의 유형
page-targets-caption = 전체 반복의 평균, 그 아래는 목표
page-journeys-caption = 고객의 첫 문의부터 이슈의 종료까지; 건수와 금액은 반복 1회당
page-against = ‘{ $name }’ 대비
page-at-most = { $value } 이하
page-at-least = { $value } 이상
page-how-to-read = ± 값은 95% 신뢰구간 폭의 절반이다. 신뢰구간 전체가 목표의 한쪽에 있을 때만 달성 또는 미달성으로 본다. 그렇지 않으면 우연이 결과를 가를 수 있으므로 판단 불가이다. 목표는 전체 기간의 평균으로 판단하며, 목표 달성일 비율은 해당 유형의 모든 목표를 달성한 날의 비율이다.
page-how-real = ‘차이 있음’과 ‘확실한 차이’는 우연으로 볼 수 없는 차이를 뜻하며, 이 페이지의 모든 비교는 통틀어 95% 신뢰도로 옳다. 비교하는 시나리오는 작은 차이도 구별할 수 있도록 같은 우연을 공유하며, 시드가 같으면 고객 한 명 한 명까지 같다. 비용은 유급 시간 전체의 급여이며, 고객을 추적하는 경우 고객에게 쓴 돈도 포함한다.
verdict-met = 달성
verdict-missed = 미달성
verdict-open = 판단 불가
standing-kept = { $count ->
    [1] ✓ 목표 달성
   *[other] ✓ 목표 { $count }개 모두 달성
}
standing-missed = { $count ->
    [1] ✗ 목표 미달성
   *[other] ✗ 목표 { $count }개 중 { $missed }개 미달성
}
standing-open = { $count ->
    [1] ? 목표 달성 여부 판단 불가
   *[other] ? 목표 { $count }개 중 { $open }개 판단 불가
}
standing-unpromised = 목표 없음
page-difference = { $size } ({ $word })

## 차트

page-picture = { $heading } { $note } (값 { $count }개)
page-chart = 차트
page-hint = 화살표 키로 값을 하나씩 이동하고 Home 키와 End 키로 처음과 마지막 값으로 이동한다.
page-as-table = 표로 보기
page-hide-table = 표 숨기기
page-table-panel = 패널
page-table-words = 내용
page-table-value = 정확한 값

## 핵심 결과: 목표를 말로 나타내기

finding-answer = { $name }의 { $time } 이내 응대 비율 { $figure } (목표 { $target })
finding-abandon = { $name }의 포기율 { $figure } (목표 { $target } 이하)
finding-speed = { $name }의 응대까지 평균 대기 시간 { $figure } (목표 { $target } 이하)
finding-satisfaction = { $name }의 만족(CSAT) 비율 { $figure } (목표 { $target } 이상)
finding-days = { $name }의 모든 목표를 달성한 날의 비율 { $figure } (목표: 전체 날의 { $target })
finding-occupancy = { $name }의 점유율 { $figure } (목표 { $target } 이하)
finding-undefined = { $name }: 집계된 문의가 없어 수치가 없음
finding-remarks = ({ $remarks })
finding-remark-open = { $names } 시나리오{ $count ->
    [1] 도
   *[other] 들도
} 그런지는 판단할 수 없음
finding-remark-blocked = { $name } 문의 중 전 회선 통화 중이거나 대기열이 가득 찬 상태를 만난 비율 { $share }
finding-remark-blocked-by = ‘{ $scenario }’ 시나리오에서는 { $name } 문의 중 전 회선 통화 중이거나 대기열이 가득 찬 상태를 만난 비율 { $share }

## 핵심 결과: 시나리오 하나

finding-one-kept = ‘{ $name }’ 시나리오는 평균적으로 모든 목표를 달성한다{ $remarks }.
finding-one-kept-cost = ‘{ $name }’ 시나리오는 평균적으로 모든 목표를 달성한다{ $remarks }. 비용: { $cost }.
finding-one-nearest = 각 목표의 달성은 95% 신뢰도로 확실하다. 가장 빠듯한 목표: { $promise }.
finding-one-nearest-days = 각 목표의 달성은 95% 신뢰도로 확실하다. 가장 빠듯한 목표: { $promise }. { $name }의 모든 목표를 달성한 날의 비율: { $days }.
finding-one-open = ‘{ $name }’ 시나리오가 모든 목표를 달성하는지는 아직 판단할 수 없다. 판단할 수 없는 목표: { $promise }.
finding-one-balance = { $kept ->
    [0] 아직 달성이 확실한 목표도 미달성이 확실한 목표도
   *[other] 목표 { $count }개 중 { $kept }개는 달성이 확실하고 미달성이 확실한 목표는
} 없다. 반복 횟수를 늘리면 판단할 수 있다.
finding-one-missed = { $count ->
    [1] ‘{ $name }’ 시나리오는 목표를 달성하지 못한다.
   *[other] ‘{ $name }’ 시나리오는 목표 { $count }개 중 1개를 달성하지 못한다.
} 달성하지 못한 목표: { $promise }.
finding-one-missed-more = ‘{ $name }’ 시나리오는 목표 { $count }개 중 { $missed }개를 달성하지 못한다. 미달성이 가장 뚜렷한 목표: { $promise }.
finding-one-certain = 이는 95% 신뢰도로 확실하다. 반복 횟수를 늘려도 달라지지 않으며, 인원 배치나 목표를 바꾸어야만 달라진다
finding-one-likely = 그 자체로는 95% 신뢰도로 확실하지만, 목표가 { $count }개이면 그중 하나는 우연히 그렇게 보일 수 있다
finding-one-single-days = { $sure }. { $name }의 모든 목표를 달성한 날의 비율: { $days }.
finding-one-no-days = { $sure }.
finding-once = 반복 1회로는 ‘{ $name }’ 시나리오의 목표 달성 여부를 판단할 수 없다.
finding-once-so = 아래 수치는 단 한 번의 실행에서 우연히 나온 값이므로, 결정하기 전에 최소 10회, 가급적 100회 반복한다.
finding-one-unpromised = ‘{ $name }’ 시나리오에는 목표가 없으므로 달성 여부를 따질 것이 없다.
finding-one-unpromised-cost = ‘{ $name }’ 시나리오에는 목표가 없으므로 달성 여부를 따질 것이 없다(비용: { $cost }).
finding-one-usual = 문의가 가장 많은 유형은 다음과 같다: { $name }, 응대까지 평균 대기 시간 { $wait }, 포기율 { $abandon }.
finding-one-nothing = 응대된 문의가 없어 말할 수 있는 것이 없다.

## 핵심 결과: 여러 시나리오

finding-only = 평균적으로 모든 목표를 달성하는 시나리오는 ‘{ $name }’뿐이다{ $remarks }.
finding-only-cost = 평균적으로 모든 목표를 달성하는 시나리오는 ‘{ $name }’뿐이다{ $remarks }. 비용: { $cost }.
finding-sure = 평균적으로 모든 목표를 확실히 달성하는 시나리오는 ‘{ $name }’뿐이다{ $remarks }.
finding-sure-cost = 평균적으로 모든 목표를 확실히 달성하는 시나리오는 ‘{ $name }’뿐이다{ $remarks }. 비용: { $cost }.
finding-cheapest = ‘{ $name }’ 시나리오는 가장 적은 비용으로 평균적으로 모든 목표를 달성한다{ $remarks }. 비용: { $cost }.
finding-same-cost = { $names } 시나리오는 같은 비용으로 평균적으로 모든 목표를 달성한다{ $remarks }. 비용: { $cost }.
finding-not-clearly = ‘{ $name }’ 시나리오는 평균적으로 모든 목표를 달성하고 비용도 가장 적지만(비용: { $cost }), { $names } 시나리오와의 비용 차이는 우연과 구별할 수 없다{ $remarks }.
finding-kept-costless = { $names } 시나리오는 평균적으로 모든 목표를 달성하지만{ $remarks }, 모든 비용을 알고 비교할 수 있는 것이 아니어서 어느 것이 가장 저렴한지는 말할 수 없다.
finding-undecided = 모든 목표를 확실히 달성하는 시나리오는 없으나 ‘{ $name }’ 시나리오는 달성할 가능성이 있다. 판단할 수 없는 목표: { $promise }.
finding-nobody = 모든 목표를 달성하는 시나리오는 없으며 확실히 가장 가까운 시나리오도 없다. ‘{ $name }’ 시나리오는 목표 { $count }개 중 { $missed }개를 달성하지 못한다. { $missed ->
    [1] 달성하지 못한 목표
   *[other] 미달성이 가장 뚜렷한 목표
}: { $promise }.
finding-nobody-nearest = 모든 목표를 달성하는 시나리오는 없다. 가장 가까운 ‘{ $name }’ 시나리오는 목표 { $count }개 중 { $missed }개를 달성하지 못한다. { $missed ->
    [1] 달성하지 못한 목표
   *[other] 미달성이 가장 뚜렷한 목표
}: { $promise }.
finding-nobody-else = ‘{ $name }’ 시나리오는 목표 { $count }개 중 { $missed }개를 달성하지 못하고, 다른 시나리오에는 목표가 없다. { $missed ->
    [1] 달성하지 못한 목표
   *[other] 미달성이 가장 뚜렷한 목표
}: { $promise }.
finding-several-once = 반복 1회로는 목표 달성 여부도, 어느 시나리오가 더 나은지도 판단할 수 없다.
finding-joined = { $first }. { $second }.
finding-cost-more = ‘{ $name }’ 시나리오는 ‘{ $other }’ 시나리오보다 비용이 { $size } 더 들며, 이 차이는 확실하다
finding-cost-less = ‘{ $name }’ 시나리오는 ‘{ $other }’ 시나리오보다 비용이 { $size } 덜 들며, 이 차이는 확실하다
finding-cost-noise = ‘{ $name }’ 시나리오와 ‘{ $other }’ 시나리오의 비용은 구별할 수 없다({ $difference })
finding-cost-same = ‘{ $name }’ 시나리오와 ‘{ $other }’ 시나리오의 비용은 같다
finding-bought-rises = ‘{ $name }’ 시나리오에서 { $subject }의 { $figure } { $size } 상승
finding-bought-falls = ‘{ $name }’ 시나리오에서 { $subject }의 { $figure } { $size } 하락
finding-stands-kept = ‘{ $name }’ 시나리오는 평균적으로 모든 목표를 달성한다
finding-stands-open = ‘{ $name }’ 시나리오의 목표 달성 여부는 판단할 수 없다: { $promise }
finding-stands-missed = ‘{ $name }’ 시나리오는 다음 목표를 달성하지 못한다: { $promise }
finding-stands-missed-more = ‘{ $name }’ 시나리오는 목표 { $count }개 중 { $missed }개를 달성하지 못하며, 미달성이 가장 뚜렷한 목표는 다음과 같다: { $promise }
finding-stands-unpromised = ‘{ $name }’ 시나리오에는 목표가 없다
finding-unpromised = 목표가 있는 시나리오도, 비용이 확실히 가장 적은 시나리오도 없다. 평균 비용은 ‘{ $name }’ 시나리오가 가장 적다(비용: { $cost }).
finding-unpromised-cheapest = 목표가 있는 시나리오는 없다. 비용은 ‘{ $name }’ 시나리오가 가장 적으며({ $cost }), 이 차이는 확실하다.
finding-unpromised-costless = 목표가 있는 시나리오가 없고 비용도 모두에 있지는 않아, 그 자체로 더 나은 시나리오는 없다.
finding-noise = 고객이 겪는 것에서 우연과 구별되는 차이는 없다.
finding-outcome-rises = 가장 뚜렷하고 확실한 차이: ‘{ $name }’ 시나리오에서 { $subject }의 { $figure } { $size } 상승.
finding-outcome-falls = 가장 뚜렷하고 확실한 차이: ‘{ $name }’ 시나리오에서 { $subject }의 { $figure } { $size } 하락.

## 핵심 결과: 공통점이 없는 시나리오

finding-many = 시나리오 { $scenarios }개는 { $families }개 묶음으로 나뉘며 같은 묶음 안에서만 비교한다. { $kept ->
    [0] 모든 목표를 확실히 달성하는 시나리오가 있는 묶음은 없다.
   *[other] 그중 { $kept }개 묶음에 모든 목표를 확실히 달성하는 시나리오가 있다.
}
finding-many-changes = 비교 { $pairs }건 중 { $changes }이며, 모두 확실한 차이이다.
finding-many-happier = 고객 만족이 높아진 것이 { $count }건
finding-many-sadder = 고객 만족이 낮아진 것이 { $count }건
finding-many-cheaper = 비용이 줄어든 것이 { $count }건
finding-many-dearer = 비용이 늘어난 것이 { $count }건
finding-many-nothing = 묶음 안에서 만족도와 비용의 차이는 우연과 구별되지 않는다.
finding-many-apart = 서로 비교할 수 있는 것이 없으므로 어느 시나리오도 다른 것보다 낫거나 못하지 않다.
finding-many-inside = 각 묶음 안의 차이는 아래 표에 있다.

## 가정

assumed-days = { $count }일
assumed-cost = { $time } 동안 { $cost }
assumed-cost-day = 하루 { $cost }
assumed-horizon = { $time }, { $step } 단위
assumed-horizon-from = { $start }부터 { $time }, { $step } 단위
assumed-warm-up = 처음 { $time } 동안 인입된 문의는 집계하지 않는다.
assumed-service-level-default = 서비스 수준: 응대 및 포기된 문의 중 목표 시간 내 응대 비율
assumed-service-level-offered = 서비스 수준: 인입된 모든 문의 중 목표 시간 내 응대 비율; 차단과 마감 거절은 미달로 집계
assumed-service-level-answered-only = 서비스 수준: 응대된 문의 중 목표 시간 내 응대 비율
assumed-service-level-ignore-short-abandons = 서비스 수준: 응대 및 포기된 문의 중 목표 시간 내 응대 비율; 목표 시간 내 포기는 제외
assumed-service-level-credit-short-abandons = 서비스 수준: 응대 및 포기된 문의 중 목표 시간 내 응대 비율; 목표 시간 내 포기는 달성으로 집계
assumed-lines = 회선 { $count }개
assumed-satisfaction = 고객 만족은 설문이 아니라 고객이 겪은 일을 바탕으로 모형이 계산한 것이다.
assumed-contacts-caption = 문의와 고객
assumed-demand = 인입량
assumed-open = 운영 시간
assumed-handling = 처리 시간
assumed-patience = 인내 시간
assumed-customers = 고객
assumed-per-day = 하루 { $number }건
assumed-per-hour = 시간당 { $number }건
assumed-busy-factor = 날짜별 변동 ± { $share }
assumed-always = 상시
assumed-closed = 휴무
assumed-law-spread = { $law }, 변동계수 { $share }
assumed-talk = 상담 { $mean }, { $law }
assumed-wrap = 후처리 { $mean }, { $law }
assumed-handle-profile = 시간대에 따라 { $least }~{ $most }배
assumed-patient = 포기하는 고객 없음
assumed-balk = 대기해야 하면 바로 포기 { $share }
assumed-redial = 포기 후 재시도 { $share }
assumed-resolution = 첫 시도에 해결 { $share }
assumed-repeat = 미해결 고객 중 다시 문의 { $share }
assumed-callback = 콜백 수락 { $share }
assumed-queue-limit = 대기 최대 { $count }건
assumed-agents-caption = 상담원
assumed-group = 그룹
assumed-skills = 담당 유형
assumed-level = { $name } (레벨 { $level })
assumed-most = 최대 동시 인원
assumed-hours = 하루 근무 시간 합계
assumed-pay = 시간당 급여
assumed-away = 유급 비업무 시간(shrinkage)
assumed-more = 기타
assumed-staff-constant = 항상 같은 인원
assumed-staff-per-interval = 구간별
assumed-staff-shifts = 근무조별
assumed-absence = 결근 { $share }
assumed-not-ready = 업무가 없을 때 { $share } 미준비, 매번 평균 { $time }
assumed-cap = 점유율 최대 { $share }
assumed-chats = 동시 채팅 { $count }건
channel-voice = 전화
channel-chat = 채팅
channel-email = 이메일
channel-social = 소셜 메시지
channel-self-service = 셀프서비스
channel-chatbot = 챗봇
law-constant = 항상 일정
law-exponential = 지수 분포
law-lognormal = 로그 정규 분포
law-gamma = 감마 분포
law-erlang = 얼랑 분포
law-weibull = 와이블 분포
law-uniform = 균등 분포
law-hyperexponential = 초지수 분포
law-empirical = 실측 분포
law-custom = 프로그램 코드로 지정
day-1 = 월
day-2 = 화
day-3 = 수
day-4 = 목
day-5 = 금
day-6 = 토
day-7 = 일
further-carry = 바쁜 날의 일부가 다음 날로 이어짐
further-calendar = 주, 휴일, 캠페인이 있는 달력
further-modulated = 인입량이 무작위로 오르내림
further-route = 별도의 라우팅
further-head_start = 대기열에서 먼저 출발
further-slowdown = 여러 채팅을 동시에 처리하면 느려짐
further-transfer = 다른 유형으로 전환
further-history = 문의 내용을 다시 설명함
further-owner = 가능하면 같은 상담원이 응대
further-escalate = 일부는 공개 채널이나 감독 기관에 제기
further-promise = 콜백 약속이 항상 지켜지지는 않음
further-out_of_hours = 운영 시간 외에는 일부가 다시 시도하거나 메시지를 남김
further-recovery = 보상
further-handle = 별도의 처리 시간
further-reserve = 일부 상담원을 비워 둠
further-resolution = 별도의 해결률
further-conduct = 별도의 응대 태도
further-quality = 품질 관리
further-training = 교육
further-people = 입사하고 배우고 퇴사하는 사람들

## 다시 얻는 방법

again-how = 같은 버전과 같은 파일로 같은 명령을 실행하면 어느 컴퓨터에서나 마지막 자리까지 같은 수치가 나온다.
again-seed = { $name }: 시드 { $seed }, { $replications }
again-inputs = 읽은 파일과 SHA-256:
