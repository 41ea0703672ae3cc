### 수치를 믿기 전에 알아야 할 점: 무엇이 보였는지, 왜 중요한지, 무엇을 해 볼지

warning-custom = 이 센터의 일부는 프로그램 코드로 주어짐: { $parts }
warning-custom-matters = 시나리오만으로는 다른 수치가 나온다.
warning-custom-remedy = 해당 프로그램을 함께 밝힌다. 같은 수치는 그 프로그램으로만 다시 얻을 수 있다.
custom-routing = 라우팅({ $name })
custom-patience = { $contact }의 인내 시간({ $name })

warning-interrupted = 반복 { $count }회 후 중단됨
warning-interrupted-matters = 수치는 올바르나 계획보다 정밀도가 낮다.
warning-interrupted-remedy = 끝까지 다시 실행하면 요청한 신뢰구간을 얻을 수 있다.

warning-imprecise = 반복 { $count }회로는 요청한 정밀도에 도달하지 못함
warning-imprecise-matters = 신뢰구간이 아직 원하는 것보다 넓다.
warning-imprecise-remedy = 반복 횟수를 더 허용하거나 요청 정밀도를 낮춘다.

warning-single = 반복 1회뿐임
warning-single-matters = 우연이 수치를 얼마나 움직였는지 알 수 없다.
warning-single-remedy = 최소 10회, 가급적 100회 반복한다: `--replications 100`.

warning-few = 반복 { $count }회뿐임
warning-few-matters = 신뢰구간이 넓고 그 자체도 불확실하다.
warning-few-remedy = 최소 10회, 가급적 100회 반복한다: `--replications 100`.

warning-no-contact = 인입된 문의 없음: { $names }
warning-no-contact-matters = 문의가 없으면 지표가 정의되지 않는다.
warning-no-contact-remedy = 인입량과 운영 시간을 확인한다.

warning-rough = 서비스 수준을 대략적으로만 알 수 있음: { $names }
warning-rough-matters = 위아래 2%p를 넘는 오차는 상담원 한 명 이상의 차이를 가린다.
warning-rough-remedy = 반복 횟수를 늘린다. 네 배로 늘리면 신뢰구간이 절반이 된다.

warning-noise = 목표 미달이나 우연만으로도 생길 수 있는 결과임: { $names }
warning-noise-level = { $level }, 목표 { $target }; 판별에는 약 { $times }배의 반복 필요
warning-noise-matters = 이 때문에 인원을 늘려도 우연에 대응하는 데 그칠 수 있다.
warning-noise-remedy = 결정하기 전에 반복 횟수를 늘린다.

warning-bad-days = 평균은 목표를 달성하나 미달인 날이 많음: { $names }
warning-bad-days-share = 달성일 { $share }
warning-bad-days-matters = 고객이 겪는 것은 평균이 아니라 하루하루이다.
warning-bad-days-remedy = 더 바쁜 날에 맞추어 인원을 배치하거나 목표를 낮춘다.

warning-blocked = 많은 문의가 전 회선 통화 중이거나 대기열이 가득 찬 상태를 만남: { $names }
warning-blocked-matters = 서비스 수준에 포함되지 않아 실제 서비스보다 좋아 보인다.
warning-blocked-remedy = 회선을 늘리거나 `queue_limit` 값을 올리거나, 서비스 수준을 `offered` 기준으로 보고한다.

warning-closed = 마감 시각에 거절된 문의가 있음: { $names }
warning-closed-number = 반복 1회당 { $number }건
warning-closed-matters = 마감 거절로 집계되며 서비스 수준에 포함되지 않는다.
warning-closed-remedy = 마감 후에도 상담원을 남기거나 `at_close = "serve"` 설정을 쓴다.

warning-busy = 상담원 점유율이 90%를 넘음: { $names }
warning-busy-matters = 이 수준부터 대기 시간이 가파르게 늘고 사람도 지친다.
warning-busy-remedy = 상담원을 늘리거나 여유 있는 그룹에 문의를 넘긴다.

warning-cap = 상담원 점유율이 `max_occupancy` 한도를 넘음: { $names }
warning-cap-occupancy = { $occupancy }, 상한 { $cap }
warning-cap-matters = 계획이 상담원에게 약속한 것보다 더 일하고 있다.
warning-cap-remedy = 상담원을 늘리거나 `max_occupancy` 값을 올린다.

warning-open = 시뮬레이션 기간이 끝날 때 이슈의 { $share } 미결
warning-open-matters = 미해결로 집계되며, 실제로 필요했을 것보다 적은 문의 건수로 계산된다.
warning-open-remedy = 더 많은 날을 시뮬레이션하면 미결 이슈의 비중이 줄어든다.

warning-endless = 아무리 오래 기다려도 아무도 끊지 않음: { $names }
warning-endless-wait = 평균 대기 시간 { $wait }
warning-endless-matters = 실제 고객은 포기한다. 포기가 없으면 대기열이 현실보다 길어지고, 필요해 보이는 인원도 많아진다.
warning-endless-remedy = `patience` 값을 지정한다. 자체 통화 기록에서 구하거나, 한 은행에서 측정된 대로 약 6분으로 한다.

warning-unasked = 설문에서 물어본 것보다 오래 기다리는 고객이 많음: { $names }
warning-unasked-share = { $wait } 초과 대기 { $share }
warning-unasked-matters = 만족도 모형은 이 구간에서 아무도 수치를 갖고 있지 않은 곡선을 이어 그린다.
warning-unasked-remedy = 이 값은 시나리오 비교에만 쓰고 수준 자체는 인용하지 않는다. `[satisfaction]` 설정은 자체 설문에 맞춘다.
