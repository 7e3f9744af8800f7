extension TokenTable {
    static let taiwanese = TokenTable(
        language: "Taiwanese", script: "Han", separator: " ",
        passages: [
            "早安",
            "非常感謝！",
            "我的訂單在哪裡？",
            "我想取消訂閱。",
            "包裹晚了兩天才送到，其中一個箱子還被打開過，所以我想退回檯燈，其他的留下。",
            "國定假日辦公室休息，但是緊急專線全天都有人接聽，而且不收費用。",
            "春天河水上漲時，農夫會把山羊趕到上面的草地，等水退了再回來。",
            "預算是對未來的承諾：可以花多少錢、誰可以花，以及錢用完之後會怎樣。",
            "請問這附近有沒有郵局？我想寄一個包裹到高雄，順便買幾張郵票。",
            "這家麵店的老闆很親切，牛肉麵份量大，湯頭濃郁，只是週末常常要排隊半個小時。",
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 2, cl100k: 3),
            Count(first: 1, passages: 1, o200k: 4, cl100k: 7),
            Count(first: 2, passages: 1, o200k: 7, cl100k: 11),
            Count(first: 3, passages: 1, o200k: 6, cl100k: 9),
            Count(first: 4, passages: 1, o200k: 34, cl100k: 49),
            Count(first: 5, passages: 1, o200k: 27, cl100k: 45),
            Count(first: 6, passages: 1, o200k: 31, cl100k: 41),
            Count(first: 7, passages: 1, o200k: 31, cl100k: 46),
            Count(first: 8, passages: 1, o200k: 30, cl100k: 47),
            Count(first: 9, passages: 1, o200k: 42, cl100k: 58),
            Count(first: 4, passages: 3, o200k: 97, cl100k: 137),
            Count(first: 0, passages: 5, o200k: 106, cl100k: 154),
            Count(first: 5, passages: 3, o200k: 102, cl100k: 151),
            Count(first: 1, passages: 5, o200k: 112, cl100k: 168),
        ])
}
