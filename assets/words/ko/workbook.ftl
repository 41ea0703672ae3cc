### 결과 통합 문서: 시트, 열, 그 안에 쓰이는 말. 페이지에 이미 있는 말은 그쪽 파일의 것을 쓴다.

## 시트: 31자 이하, []:*?/\ 문자 없음

book-sheet-scenarios = 시나리오
book-sheet-targets = 목표
book-sheet-charts = 차트
book-sheet-contacts = 문의
book-sheet-agents = 상담원
book-sheet-journeys = 고객 여정
book-sheet-types = 하루 동안의 문의 유형
book-sheet-groups = 하루 동안의 그룹
book-sheet-comparisons = 비교
book-sheet-days = 날마다의 차이
book-sheet-contacts-assumed = 문의 가정
book-sheet-agents-assumed = 상담원 가정
book-sheet-waits = 대기 시간
book-sheet-by-wait = 대기 시간별 만족도
book-sheet-per-issue = 이슈당 문의 건수
book-sheet-again = 다시 얻는 방법

## 여러 시트에 쓰이는 열

book-contact-type = 문의 유형
book-agent-group = 그룹
book-subject = 대상
book-figure = 지표
book-target = 목표
book-within = 기준 시간
book-replications = 반복 횟수
book-days = 일수
book-contacts = 문의 건수
book-error = { $figure }: 표준 오차
book-low = { $figure }: 95% 신뢰구간 하한
book-high = { $figure }: 95% 신뢰구간 상한

## 시나리오

book-file = 파일
book-seed = 시드
book-stop = 종료 사유
book-stop-replications = 반복 완료
book-stop-precision = 정밀도 도달
book-stop-imprecise = 정밀도 미도달
book-stop-interrupted = 중단됨
book-start = 시작일
book-hours = 시뮬레이션 기간
book-targets-met = 달성한 목표 수
book-targets-open = 판단 불가 목표 수
book-targets-missed = 미달성 목표 수
book-offered = 인입 건수
book-agent-hours = 상담원 로그인 시간

## 목표

book-promise = 목표 지표
book-simulated = 시뮬레이션 값
book-verdict = 판정

## 하루 동안

book-time = 시작 시각
book-staff = 배치 인원
book-need = 필요 인원
book-staff-title = { $scenario }: 배치 인원과 필요 인원(점선)
book-staff-needed = { $name }: 필요 인원

## 비교

book-against = 비교 대상
book-there = 비교 대상의 값
book-here = 시나리오의 값
book-difference = 차이
book-judgement = 우연과의 구별

## 날마다의 차이

book-day-figure = 하루의 지표
book-day-most = 이 값 이하인 날 { $share }
book-day-bin = { $from }~{ $to }인 날의 비율
book-day-kept = { $from }~{ $to }이고 목표를 모두 달성한 날의 비율

## 가정

book-channel = 채널
book-per-day = 하루 문의 건수
book-per-hour = 시간당 문의 건수
book-busy-factor = 날짜별 변동계수(CV)
book-open = 운영 시간(매일, 또는 월요일부터 요일별)
book-law = 분포
book-cv = 변동계수(CV)
book-wrap = 후처리
book-pace = 시간대별 처리 시간
book-pace-least = 최소 배수
book-pace-most = 최대 배수
book-balk = 대기해야 하면 바로 포기
book-priority = 우선순위
book-queue-limit = 최대 대기 건수
book-per = 적용 단위
book-interval = 구간
book-day = 하루
book-redial = 포기 후 재시도
book-redial-blocked = 차단 후 재시도
book-resolution = 첫 시도에 해결
book-repeat = 미해결 시 다시 문의
book-callback = 콜백 수락
book-between = { "; " }
book-skills = 담당 유형과 레벨
book-staffing = 배치 방식
book-cost-per-hour = 시간당 비용
book-absence = 결근율
book-not-ready = 미준비 비율(업무가 없을 때)
book-not-ready-mean = 미준비 평균 시간
book-max-occupancy = 최대 점유율
book-chats = 동시 채팅 수

## 대기 시간, 이슈당 문의

book-wait = 대기 시간
book-answered-within = 이 시간 이내 응대(응대 건 중 비율)
book-ending = 종료 구분
book-issue-share = 문의 건수가 이만큼인 이슈의 비율

## 다시 얻는 방법

book-what = 항목
book-value = 값
book-hash = SHA-256
book-version = holdline 버전
book-command = 명령
book-input = 입력 파일
