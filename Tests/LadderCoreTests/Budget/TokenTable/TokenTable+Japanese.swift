extension TokenTable {
    static let japanese = TokenTable(
        language: "Japanese", script: "Kana", separator: " ",
        passages: [
            "こんにちは",
            "ありがとう！",
            "注文した商品はどこですか。",
            "定期購読を解約したいです。",
            "荷物が二日遅れて届き、箱の一つが開いていたので、ランプを返品して残りは受け取りたいと思います。",
            "祝日は事務所がお休みですが、緊急の電話は二十四時間つながり、料金はかかりません。",
            "春になって川の水かさが増すと、農家の人たちはヤギを上の草地に移し、水が引くのを待ちます。",
            """
            予算とは将来についての約束です。いくら使ってよいか、誰が使ってよいか、お金がなくなったらどうな\
            るかを決めます。
            """,
            "次の報告書を三つの文で要約し、四半期の売上に触れ、原因については推測しないでください。",
            "彼女は窓を開けて、トタン屋根に落ちる雨の音をしばらく聞き、手紙は明日でもよいと決めた。",
            """
            前回のアップデート以降、プリンターは一覧に表示されますが、ジョブがすべて待ち行列に残って印刷さ\
            れません。
            """,
            "小麦粉にぬるま湯と塩ひとつまみ、オリーブオイルを混ぜ、ぬれた布をかけて一時間休ませます。",
            "借主は、部屋を出る少なくとも三十日前までに、書面で大家さんに知らせなければなりません。",
            "患者は夕方に軽い頭痛を訴えているが、熱はなく、二週間ほど前から鎮痛剤を服用している。",
            "分散システムは部分的に故障するので、リクエストがタイムアウトしても、処理は終わっていることがある。",
            "サーバーのメンテナンスは土曜日の夜に行われ、その間ログインやダウンロードは利用できません。",
            """
            美術館は午前十時に開館します。八名以上の団体は事前に予約してください。フラッシュなしの撮影は可\
            能です。
            """,
            "第二四半期の売上高は四百二十万ユーロで、前年同期比六パーセント増、輸送費はわずかに減少した。",
            "「ランタンは戸口に置いていきなさい」と老いた番人は言った。「でないと蛾が階段の上までついてくるよ。」",
            """
            利用者に近いリージョンを選び、自動バックアップを有効にし、本番データを取り込む前にネットワーク\
            を制限します。
            """,
            "やかんの電源が切れないときは、プラグを抜いて冷まし、酢かクエン酸で水あかを取り除いてください。",
            """
            あなたは旅行会社のアシスタントです。予約に関する質問だけに答え、分からないときは正直にそう伝え\
            てください。
            """,
            "この携帯は画面がきれいで電池も長持ちするけど、充電すると少し熱くなるし、夜の写真はぼやけてしまう。",
            "明日は昼過ぎから晴れますが、夜には小雨が降るでしょう。気温は十二度から十九度の予想です。",
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 1, cl100k: 1),
            Count(first: 1, passages: 1, o200k: 2, cl100k: 2),
            Count(first: 2, passages: 1, o200k: 9, cl100k: 10),
            Count(first: 3, passages: 1, o200k: 11, cl100k: 13),
            Count(first: 4, passages: 1, o200k: 36, cl100k: 49),
            Count(first: 5, passages: 1, o200k: 30, cl100k: 45),
            Count(first: 6, passages: 1, o200k: 39, cl100k: 48),
            Count(first: 7, passages: 1, o200k: 41, cl100k: 55),
            Count(first: 8, passages: 1, o200k: 35, cl100k: 46),
            Count(first: 9, passages: 1, o200k: 42, cl100k: 51),
            Count(first: 10, passages: 1, o200k: 38, cl100k: 52),
            Count(first: 11, passages: 1, o200k: 43, cl100k: 53),
            Count(first: 12, passages: 1, o200k: 32, cl100k: 45),
            Count(first: 13, passages: 1, o200k: 35, cl100k: 58),
            Count(first: 14, passages: 1, o200k: 36, cl100k: 50),
            Count(first: 15, passages: 1, o200k: 30, cl100k: 43),
            Count(first: 16, passages: 1, o200k: 37, cl100k: 52),
            Count(first: 17, passages: 1, o200k: 41, cl100k: 55),
            Count(first: 18, passages: 1, o200k: 39, cl100k: 50),
            Count(first: 19, passages: 1, o200k: 38, cl100k: 56),
            Count(first: 20, passages: 1, o200k: 41, cl100k: 52),
            Count(first: 21, passages: 1, o200k: 35, cl100k: 52),
            Count(first: 22, passages: 1, o200k: 42, cl100k: 58),
            Count(first: 23, passages: 1, o200k: 33, cl100k: 52),
            Count(first: 18, passages: 3, o200k: 123, cl100k: 162),
            Count(first: 0, passages: 12, o200k: 389, cl100k: 523),
            Count(first: 0, passages: 12, repeats: 8, o200k: 3119, cl100k: 4191),
            Count(first: 19, passages: 3, o200k: 107, cl100k: 162),
            Count(first: 1, passages: 12, o200k: 388, cl100k: 543),
            Count(first: 1, passages: 12, repeats: 8, o200k: 3111, cl100k: 4351),
        ])
}
