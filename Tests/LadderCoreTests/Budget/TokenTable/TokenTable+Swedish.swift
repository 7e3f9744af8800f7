extension TokenTable {
    static let swedish = TokenTable(
        language: "Swedish", script: "Latin", separator: " ",
        passages: [
            "God morgon",
            "Tack så mycket!",
            "Var är min beställning?",
            "Jag vill säga upp prenumerationen.",
            """
            Leveransen kom två dagar för sent och en av lådorna var öppen; jag vill lämna tillbaka lampan \
            och behålla resten.
            """,
            "Kontoret är stängt på helgdagar, men jourtelefonen svarar dygnet runt och kostar ingenting.",
            """
            När floden stiger på våren flyttar bönderna sina getter till den övre ängen och väntar tills \
            vattnet har sjunkit undan.
            """,
            """
            En budget är ett löfte om framtiden: den säger hur mycket som får användas och vad som händer \
            när pengarna är slut.
            """,
            "Sedan den senaste uppdateringen syns skrivaren i listan, men varje utskrift blir liggande i kön.",
            """
            Blanda mjölet med ljummet vatten, en nypa salt och lite olivolja och låt degen vila en timme \
            under en fuktig duk.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 3, cl100k: 4),
            Count(first: 1, passages: 1, o200k: 5, cl100k: 5),
            Count(first: 2, passages: 1, o200k: 7, cl100k: 7),
            Count(first: 3, passages: 1, o200k: 8, cl100k: 11),
            Count(first: 4, passages: 1, o200k: 30, cl100k: 38),
            Count(first: 5, passages: 1, o200k: 27, cl100k: 31),
            Count(first: 6, passages: 1, o200k: 34, cl100k: 39),
            Count(first: 7, passages: 1, o200k: 28, cl100k: 31),
            Count(first: 8, passages: 1, o200k: 26, cl100k: 32),
            Count(first: 9, passages: 1, o200k: 36, cl100k: 40),
            Count(first: 4, passages: 3, o200k: 89, cl100k: 108),
            Count(first: 0, passages: 5, o200k: 99, cl100k: 118),
            Count(first: 5, passages: 3, o200k: 91, cl100k: 102),
            Count(first: 1, passages: 5, o200k: 104, cl100k: 116),
        ])
}
