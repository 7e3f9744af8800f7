extension TokenTable {
    static let german = TokenTable(
        language: "German", script: "Latin", separator: " ",
        passages: [
            "Guten Morgen",
            "Vielen Dank!",
            "Wo bleibt meine Bestellung?",
            "Bitte kündigen Sie meinen Vertrag.",
            """
            Die Lieferung kam zwei Tage zu spät, und ein Karton war beschädigt; ich möchte die Lampe \
            zurückgeben und den Rest behalten.
            """,
            """
            An gesetzlichen Feiertagen ist das Büro geschlossen, die Notrufnummer ist jedoch rund um die \
            Uhr kostenlos erreichbar.
            """,
            """
            Wenn der Fluss im Frühling steigt, treiben die Bauern ihre Ziegen auf die obere Wiese und \
            warten, bis das Wasser abgelaufen ist.
            """,
            """
            Ein Haushaltsplan ist ein Versprechen über die Zukunft: Er legt fest, wie viel ausgegeben \
            werden darf und was danach geschieht.
            """,
            """
            Der Arbeitgeber darf die Überstundenvergütung nicht ohne schriftliche Vereinbarung kürzen, \
            sagt die Gewerkschaft.
            """,
            """
            Für den Teig mischt man Mehl mit lauwarmem Wasser, einer Prise Salz und etwas Olivenöl und \
            lässt ihn eine Stunde ruhen.
            """,
            """
            Seit der letzten Aktualisierung erscheint der Drucker zwar in der Liste, aber jeder Auftrag \
            bleibt in der Warteschlange hängen.
            """,
            """
            Die Wetterdienste erwarten am Wochenende kräftige Gewitter mit Hagel, örtlich auch Sturmböen \
            bis hundert Kilometer pro Stunde.
            """,
            """
            Das Museum öffnet um zehn Uhr; Gruppen mit mehr als acht Personen melden sich bitte vorher \
            an, Fotos ohne Blitz sind erlaubt.
            """,
            """
            Der Umsatz im zweiten Quartal betrug vier Millionen Euro, sechs Prozent mehr als im Vorjahr, \
            während die Versandkosten leicht sanken.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 3, cl100k: 4),
            Count(first: 1, passages: 1, o200k: 3, cl100k: 4),
            Count(first: 2, passages: 1, o200k: 5, cl100k: 6),
            Count(first: 3, passages: 1, o200k: 7, cl100k: 9),
            Count(first: 4, passages: 1, o200k: 28, cl100k: 33),
            Count(first: 5, passages: 1, o200k: 22, cl100k: 30),
            Count(first: 6, passages: 1, o200k: 31, cl100k: 39),
            Count(first: 7, passages: 1, o200k: 28, cl100k: 34),
            Count(first: 8, passages: 1, o200k: 23, cl100k: 32),
            Count(first: 9, passages: 1, o200k: 33, cl100k: 35),
            Count(first: 10, passages: 1, o200k: 25, cl100k: 35),
            Count(first: 11, passages: 1, o200k: 29, cl100k: 39),
            Count(first: 12, passages: 1, o200k: 26, cl100k: 35),
            Count(first: 13, passages: 1, o200k: 28, cl100k: 35),
            Count(first: 8, passages: 3, o200k: 74, cl100k: 101),
            Count(first: 0, passages: 7, o200k: 141, cl100k: 183),
            Count(first: 0, passages: 7, repeats: 6, o200k: 841, cl100k: 1098),
            Count(first: 9, passages: 3, o200k: 90, cl100k: 109),
            Count(first: 1, passages: 7, o200k: 150, cl100k: 186),
            Count(first: 1, passages: 7, repeats: 6, o200k: 900, cl100k: 1116),
        ])
}
