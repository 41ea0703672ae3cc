### 직접 바꾸어 보는 로컬 페이지(`holdline serve`).

## 페이지.

serve-title = { $name } 바꾸어 보기
serve-intro = 무엇이든 바꾸면 같은 고객으로 센터를 다시 시뮬레이션하고 수치가 따라 바뀝니다. 저장하기 전에는 아무것도 저장되지 않습니다.
serve-what = { $file }, 시드 { $seed }
serve-no-scripts = 값을 바꾸려면 스크립트가 필요합니다. 스크립트가 없으면 페이지를 연 시점의 수치를 보여 줍니다.
serve-gone = holdline이 종료되어 저장하지 않은 변경은 사라졌습니다.
serve-controls = 변경
serve-results = 결과
serve-undo = 실행 취소
serve-redo = 다시 실행
serve-reset = 모두 되돌리기
serve-contacts = 문의
serve-agents = 상담원
serve-promise = 목표
serve-intervals = 구간별 인원
serve-shifts = 근무조별 상담원
serve-roster = 이름이 정해진 근무표입니다. 여기서는 수치로만 보이고, 변경은 해당 파일에서 합니다.
serve-days = { $hours }, 일부 요일

## 입력란.

serve-scale-arrivals = 문의량 ×
serve-scale-handle = 처리 시간 ×
serve-scale-patience = 인내 시간 ×
serve-target-answer = 응답률
serve-target-within = 제한 시간
serve-target-abandon = 최대 포기율
serve-agents-constant = 상담원
serve-plus = 모든 구간에 추가
serve-mean = 평균 { $time }

## 잘못된 입력.

serve-wrong-plus = -100000에서 100000 사이의 정수가 아닙니다. 두 명을 늘리려면 2, 한 명을 줄이려면 -1을 쓰십시오
serve-not-simulated = 지금 수치는 사용할 수 없는 변경을 하기 전의 것입니다.
serve-name-wrong = more-agents.toml처럼 .toml로 끝나는 파일 이름만 쓰십시오. 시나리오와 같은 폴더에 저장됩니다
serve-name-served = { $name } 파일은 지금 바꾸고 있는 시나리오이거나 그것이 읽는 파일입니다. 다른 이름을 쓰십시오
serve-name-taken = { $name } 파일이 이미 있습니다. 다른 이름을 쓰거나 아래에서 바꾸어도 된다고 표시하십시오
serve-name-unknown = 폴더에 { $name } 시나리오 파일이 없습니다
serve-save-nothing = 바뀐 것이 없어 저장할 것이 없습니다
serve-save-wrong = 위에 사용할 수 없는 값이 있습니다. 먼저 고치십시오
serve-save-outdated = { $name } 또는 그것이 읽는 파일이 여기서 연 뒤에 바뀌었습니다. 먼저 다시 여십시오
serve-save-failed = { $name } 파일을 쓰지 못했습니다: { $reason }

## 저장.

serve-save = 저장
serve-save-as = 파일 이름
serve-save-why = 바뀐 것만 적고 나머지는 물려받는 같은 폴더의 파일입니다. `holdline run`과 이 페이지에서 쓸 수 있습니다.
serve-replace = 이미 있는 파일을 바꾸기
serve-saved = { $name } 파일로 저장했습니다.
serve-go-on = 저장한 파일로 계속하기
serve-open-again = { $name } 다시 열기

## 수치.

serve-tried-name = { $name }, 변경
serve-figure = 지표
serve-column-saved = 저장본
serve-column-tried = 변경
serve-column-difference = 차이
serve-centre = 센터 전체
serve-target-of-answer = 목표 { $time } 안에 { $share }
serve-target-at-most = { $limit } 이하
serve-target-at-least = { $limit } 이상
serve-none-yet = 곧 첫 수치가 나옵니다.
serve-progress = 반복 { $all }회 중 { $done }회
serve-progress-done = 반복 { $count }회 모두
serve-judged = 차이는 같은 고객에 대해 반복마다 짝지어 계산합니다. ‘{ $real }’은 모든 행을 통틀어 95 % 신뢰도로 차이가 난다는 뜻입니다.

## 한 문장으로.

serve-changes = 변경 { $count }건.
serve-kept-none = 목표가 없습니다.
serve-kept-all = 달성한 목표: { $count }개 모두
serve-kept-some = 달성한 목표: { $count }개 중 { $met }개(미달 { $missed }개, 미정 { $open }개)
serve-kept-saved = { $kept }, 저장본은 { $count }개 중 { $met }개.
serve-kept-alone = { $kept }.
serve-cost-changed = 비용 { $difference }, { $judgement }.

## 그림.

serve-charts = 하루 동안의 서비스 수준
serve-chart = 하루 동안의 서비스 수준: { $name }
serve-chart-target = 목표 { $share }
serve-chart-point = { $time }: { $figure }
serve-chart-points = { $time }: 저장본 { $saved }, 변경 { $tried }
