### 변경을 시험해 보는 로컬 페이지(`holdline serve`)

serve-title = ‘{ $name }’ 변경해 보기
serve-intro = 값을 바꾸면 같은 고객으로 센터를 다시 시뮬레이션하고 지표에 반영한다. 저장하기 전에는 아무것도 저장되지 않는다.
serve-what = { $file }, 시드 { $seed }
serve-no-scripts = 이 페이지에서 값을 바꾸려면 스크립트가 필요하다. 스크립트가 없으면 페이지를 불러온 때의 지표를 보여 준다.
serve-gone = holdline 실행이 끝나, 시험하고 저장하지 않은 내용은 사라졌다.
serve-controls = 변경
serve-results = 결과
serve-undo = 실행 취소
serve-redo = 다시 실행
serve-reset = 모두 초기화
serve-contacts = 문의
serve-agents = 상담원
serve-promise = 목표
serve-intervals = 구간별
serve-shifts = 근무조별 상담원 수
serve-roster = 이름이 적힌 근무표: 여기서는 지표를 보여 주고, 변경은 해당 파일에서 한다.
serve-days = { $hours }, 일부 날짜

serve-scale-arrivals = 인입량 ×
serve-scale-handle = 처리 시간 ×
serve-scale-patience = 인내 시간 ×
serve-target-answer = 응대
serve-target-within = 목표 시간
serve-target-abandon = 포기율 상한
serve-no-target = 없음
serve-agents-constant = 상담원 수
serve-plus = 모든 구간에 추가
serve-mean = 평균 { $time }

serve-wrong-plus = ‘{ $typed }’: 상담원 수에 더할 수 없다. -{ $most }에서 { $most } 사이의 정수를 쓴다. 두 명 늘리려면 2, 한 명 줄이려면 -1 값을 쓴다.
serve-wrong-agents = ‘{ $typed }’: 상담원 수가 아니다. 0에서 { $most } 사이의 정수를 쓴다(예: 12).
serve-wrong-factor = ‘{ $typed }’: 배수가 아니다. 0보다 크고 { $most } 이하인 수를 쓴다. { $more } 값은 10분의 1만큼 늘리고, 1은 그대로 둔다.
serve-wrong-share = ‘{ $typed }’: 비율이 아니다. { $percent } 또는 { $share } 값을 쓴다. 목표가 없으면 비워 둔다.
serve-wrong-duration = ‘{ $typed }’: 시간이 아니다. { $example } 형식이나 초 수를 쓴다.
serve-wrong-within = 이 시간 안에 응대하겠다는 비율이 없다. 응대할 비율을 쓰거나 시간을 원래대로 둔다.
serve-not-simulated = 지표는 사용할 수 없는 변경이 있기 전의 것이다.
serve-name-wrong = 글자나 숫자로 시작하고 .toml 확장자로 끝나는 파일 이름만 쓴다(예: more-agents.toml). 시나리오가 있는 폴더에 저장된다.
serve-name-served = { $name }: 지금 변경 중인 시나리오이거나 그 시나리오가 읽는 파일이다. 다른 이름을 쓴다.
serve-name-taken = { $name } 파일이 이미 있다. 다른 이름을 쓰거나 아래에서 덮어쓰기를 허용한다.
serve-name-unknown = 폴더에 시나리오 파일 { $name } 없음
serve-save-nothing = 변경한 것이 없어 저장할 내용이 없다.
serve-save-wrong = 위에 사용할 수 없는 값이 있다. 먼저 바로잡는다.
serve-save-outdated = { $name } 파일 또는 이 파일이 읽는 파일이 여기서 연 뒤에 변경되었다. 먼저 다시 연다.
serve-save-failed = { $name } 저장 실패: { $reason }

serve-save = 저장
serve-save-as = 저장할 이름
serve-save-why = 같은 폴더에 만드는 파일로, 변경한 것만 담고 나머지는 물려받는다. `holdline run` 명령과 이 페이지에서 쓴다.
serve-replace = 덮어쓸 파일:
serve-saved = { $name } 이름으로 저장됨
serve-go-on = 이 파일로 계속하기
serve-open-again = { $name } 다시 열기

serve-tried-name = { $name }, 변경
serve-figure = 지표
serve-column-saved = 저장본
serve-column-tried = 변경본
serve-column-difference = 차이
serve-centre = 센터 전체
serve-target-of-answer = 목표: { $time } 이내 { $share }
serve-target-at-most = { $limit } 이하
serve-target-at-least = { $limit } 이상
serve-none-yet = 곧 첫 지표가 나온다.
serve-progress = 반복 { $all }회 중 { $done }회
serve-progress-done = 반복 { $count }회 완료
serve-judged = 차이는 같은 고객에 대해 반복마다 짝지어 계산합니다. ‘{ $real }’은 { $looks ->
    [1] 모든 행을
   *[other] 모든 반복에 이르기까지 { $looks }번의 중간 결과와 모든 행을
} 통틀어 95 % 신뢰도로 차이가 난다는 뜻입니다.

serve-changes = 변경 { $count }건.
serve-kept-none = 목표가 없습니다.
serve-kept-all = 달성한 목표: { $count }개 모두
serve-kept-some = 달성한 목표: { $count }개 중 { $met }개(미달 { $missed }개, 미정 { $open }개)
serve-kept-saved = { $kept }, 저장본은 { $count }개 중 { $met }개.
serve-kept-alone = { $kept }.
serve-cost-changed = 비용 { $difference }, { $judgement }.

serve-charts = 하루 동안의 서비스 수준
serve-chart = 하루 동안의 서비스 수준: { $name }
serve-chart-target = 목표 { $share }
serve-chart-point = { $time }: { $figure }
serve-chart-points = { $time }: 저장본 { $saved }, 변경본 { $tried }
