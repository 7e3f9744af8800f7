extension TokenTable {
    static let persian = TokenTable(
        language: "Persian", script: "Arabic", separator: " ",
        passages: [
            "سلام",
            "خیلی ممنون!",
            "سفارش من کجاست؟",
            "می\u{200C}خواهم اشتراکم را لغو کنم.",
            """
            بسته دو روز دیر رسید و یکی از جعبه\u{200C}ها باز بود؛ می\u{200C}خواهم چراغ را پس بدهم و بقیه \
            را نگه دارم.
            """,
            """
            دفتر ما در روزهای تعطیل بسته است، اما خط اضطراری در تمام شبانه\u{200C}روز پاسخ می\u{200C}دهد \
            و هزینه\u{200C}ای ندارد.
            """,
            """
            وقتی رودخانه در بهار بالا می\u{200C}آید، کشاورزان بزهایشان را به چراگاه بالا می\u{200C}برند و \
            منتظر می\u{200C}مانند تا آب فرو بنشیند.
            """,
            """
            بودجه قولی درباره\u{200C}ی آینده است: می\u{200C}گوید چقدر می\u{200C}توان خرج کرد و وقتی پول \
            تمام شد چه می\u{200C}شود.
            """,
            """
            موزه ساعت ده صبح باز می\u{200C}شود؛ گروه\u{200C}های بیش از هشت نفر لطفا از پیش وقت بگیرند و \
            عکاسی بدون فلاش آزاد است.
            """,
            """
            درآمد سه\u{200C}ماهه\u{200C}ی دوم چهار میلیون یورو بود، شش درصد بیشتر از سال گذشته، و \
            هزینه\u{200C}ی حمل اندکی کاهش یافت.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 1, cl100k: 3),
            Count(first: 1, passages: 1, o200k: 5, cl100k: 10),
            Count(first: 2, passages: 1, o200k: 8, cl100k: 11),
            Count(first: 3, passages: 1, o200k: 12, cl100k: 24),
            Count(first: 4, passages: 1, o200k: 36, cl100k: 68),
            Count(first: 5, passages: 1, o200k: 29, cl100k: 64),
            Count(first: 6, passages: 1, o200k: 41, cl100k: 79),
            Count(first: 7, passages: 1, o200k: 28, cl100k: 65),
            Count(first: 8, passages: 1, o200k: 34, cl100k: 75),
            Count(first: 9, passages: 1, o200k: 31, cl100k: 81),
            Count(first: 4, passages: 3, o200k: 110, cl100k: 222),
            Count(first: 0, passages: 5, o200k: 116, cl100k: 236),
            Count(first: 5, passages: 3, o200k: 87, cl100k: 209),
            Count(first: 1, passages: 5, o200k: 103, cl100k: 243),
        ])
}
