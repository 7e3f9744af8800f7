extension TokenTable {
    static let whitespace = TokenTable(
        language: "Whitespace", script: "Whitespace", separator: "\n",
        passages: [
            "     ",
            "\n\n\n",
            "a                                                                      b",
            "\t\tindented\n\t\t\ttwice\n",
            """
            item
                item
                    item
                        item
                            item
                                item
            item
                item
                    item
                        item
                            item
                                item
            item
                item
                    item
                        item
                            item
                                item
            item
                item
                    item
                        item
                            item
                                item
            item
                item
                    item
                        item
                            item
                                item
            item
                item
                    item
                        item
                            item
                                item
            item
                item
                    item
                        item
            """,
            """
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            row
            \trow
            \t\trow
            \t\t\trow
            \t\t\t\trow
            """,
            """
            one

            two


            three\r
            \r
            four
            one

            two


            three\r
            \r
            four
            one

            two


            three\r
            \r
            four
            one

            two


            three\r
            \r
            four

            """,
            """
            left      middle      right
            left      middle      right
            left      middle      right
            left      middle      right
            left      middle      right
            left      middle      right
            left      middle      right
            left      middle      right

            """,
            """
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}
            \u{20}

            """,
            """
            a b c d e f g h i j k l m n o p a b c d e f g h i j k l m n o p a b c d e f g h i j k l m n o \
            p a b c d e f g h i j k l m n o p\u{20}
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 1, cl100k: 1),
            Count(first: 1, passages: 1, o200k: 1, cl100k: 1),
            Count(first: 2, passages: 1, o200k: 3, cl100k: 3),
            Count(first: 3, passages: 1, o200k: 10, cl100k: 10),
            Count(first: 4, passages: 1, o200k: 112, cl100k: 112),
            Count(first: 5, passages: 1, o200k: 129, cl100k: 129),
            Count(first: 6, passages: 1, o200k: 32, cl100k: 32),
            Count(first: 7, passages: 1, o200k: 48, cl100k: 48),
            Count(first: 8, passages: 1, o200k: 30, cl100k: 30),
            Count(first: 9, passages: 1, o200k: 65, cl100k: 65),
            Count(first: 4, passages: 3, o200k: 175, cl100k: 175),
            Count(first: 0, passages: 5, o200k: 180, cl100k: 180),
            Count(first: 5, passages: 3, o200k: 243, cl100k: 243),
            Count(first: 1, passages: 5, o200k: 254, cl100k: 254),
        ])
}
