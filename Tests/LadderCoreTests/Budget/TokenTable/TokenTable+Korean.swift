extension TokenTable {
    static let korean = TokenTable(
        language: "Korean", script: "Hangul", separator: " ",
        passages: [
            "안녕하세요",
            "감사합니다!",
            "제 주문은 어디에 있나요?",
            "구독을 취소하고 싶습니다.",
            "배송이 이틀 늦게 도착했고 상자 하나가 열려 있어서, 램프는 반품하고 나머지는 그대로 두고 싶습니다.",
            "공휴일에는 사무실이 문을 닫지만 긴급 전화는 하루 종일 연결되며 요금이 들지 않습니다.",
            "봄에 강물이 불어나면 농부들은 염소를 위쪽 풀밭으로 옮기고 물이 빠질 때까지 기다립니다.",
            """
            예산은 미래에 대한 약속입니다. 얼마를 쓸 수 있는지, 누가 쓸 수 있는지, 돈이 떨어지면 어떻게 \
            되는지를 정합니다.
            """,
            "다음 보고서를 세 문장으로 요약하고 분기 매출을 언급하되 원인은 추측하지 마세요.",
            "그녀는 창문을 열고 양철 지붕 위로 떨어지는 빗소리를 한동안 듣다가 편지는 내일 써도 된다고 생각했다.",
            """
            지난 업데이트 이후 프린터가 목록에는 보이지만 모든 작업이 대기열에 남아 있고 아무것도 \
            인쇄되지 않습니다.
            """,
            "밀가루에 미지근한 물과 소금 한 꼬집, 올리브유를 섞고 젖은 천을 덮어 반죽을 한 시간 동안 두세요.",
            "세입자는 집을 비우기 최소 삼십 일 전에 집주인에게 서면으로 알려야 합니다.",
            "환자는 저녁에 가벼운 두통을 호소하며 열은 없고 두 주 전부터 진통제를 먹고 있다.",
            "분산 시스템은 부분적으로 고장 나므로, 요청이 시간을 초과해도 작업은 이미 끝났을 수 있습니다.",
            "위원회는 몇몇 위원이 아직 수정된 합의서를 받지 못했으므로 표결을 미루자고 권고합니다.",
            """
            박물관은 오전 열 시에 문을 엽니다. 여덟 명 이상의 단체는 미리 예약해 주시고, 플래시 없는 \
            촬영은 가능합니다.
            """,
            "이 분기 매출은 사백이십만 유로로 지난해보다 육 퍼센트 늘었고, 운송 비용은 조금 줄었습니다.",
            "늙은 문지기가 말했다. \"등불은 문 옆에 두고 가게. 아니면 나방이 계단 끝까지 따라올 걸세.\"",
            """
            사용자와 가까운 지역을 선택하고 자동 백업을 켠 뒤, 운영 데이터를 가져오기 전에 네트워크 \
            접근을 제한하세요.
            """,
            "주전자 전원이 꺼지지 않으면 플러그를 뽑고 식힌 다음 식초나 구연산으로 물때를 제거하세요.",
            "당신은 여행사의 상담원입니다. 예약에 관한 질문에만 답하고, 답을 모르면 모른다고 말하세요.",
            "이 휴대폰은 화면이 선명하고 배터리도 오래가지만 충전할 때 조금 뜨거워지고 야간 사진은 흐릿해요.",
            "내일은 낮에 구름이 많다가 맑아지고 밤에는 비가 조금 오겠으며 기온은 십이 도에서 십구 도 사이입니다.",
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 2, cl100k: 5),
            Count(first: 1, passages: 1, o200k: 4, cl100k: 5),
            Count(first: 2, passages: 1, o200k: 8, cl100k: 12),
            Count(first: 3, passages: 1, o200k: 9, cl100k: 13),
            Count(first: 4, passages: 1, o200k: 34, cl100k: 62),
            Count(first: 5, passages: 1, o200k: 30, cl100k: 46),
            Count(first: 6, passages: 1, o200k: 34, cl100k: 58),
            Count(first: 7, passages: 1, o200k: 37, cl100k: 62),
            Count(first: 8, passages: 1, o200k: 28, cl100k: 41),
            Count(first: 9, passages: 1, o200k: 37, cl100k: 62),
            Count(first: 10, passages: 1, o200k: 30, cl100k: 55),
            Count(first: 11, passages: 1, o200k: 42, cl100k: 65),
            Count(first: 12, passages: 1, o200k: 24, cl100k: 37),
            Count(first: 13, passages: 1, o200k: 30, cl100k: 45),
            Count(first: 14, passages: 1, o200k: 27, cl100k: 46),
            Count(first: 15, passages: 1, o200k: 30, cl100k: 49),
            Count(first: 16, passages: 1, o200k: 39, cl100k: 60),
            Count(first: 17, passages: 1, o200k: 32, cl100k: 55),
            Count(first: 18, passages: 1, o200k: 35, cl100k: 54),
            Count(first: 19, passages: 1, o200k: 30, cl100k: 55),
            Count(first: 20, passages: 1, o200k: 34, cl100k: 50),
            Count(first: 21, passages: 1, o200k: 28, cl100k: 45),
            Count(first: 22, passages: 1, o200k: 36, cl100k: 57),
            Count(first: 23, passages: 1, o200k: 37, cl100k: 52),
            Count(first: 18, passages: 3, o200k: 105, cl100k: 161),
            Count(first: 0, passages: 12, o200k: 330, cl100k: 539),
            Count(first: 0, passages: 12, repeats: 7, o200k: 2310, cl100k: 3767),
            Count(first: 19, passages: 3, o200k: 94, cl100k: 153),
            Count(first: 1, passages: 12, o200k: 344, cl100k: 555),
            Count(first: 1, passages: 12, repeats: 7, o200k: 2396, cl100k: 3885),
        ])
}
