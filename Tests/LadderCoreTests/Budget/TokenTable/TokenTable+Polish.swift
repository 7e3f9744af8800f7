extension TokenTable {
    static let polish = TokenTable(
        language: "Polish", script: "Latin", separator: " ",
        passages: [
            "Dzień dobry",
            "Bardzo dziękuję!",
            "Gdzie jest moje zamówienie?",
            "Chcę zrezygnować z abonamentu.",
            """
            Przesyłka dotarła z dwudniowym opóźnieniem, a jedno z pudełek było otwarte; chcę zwrócić \
            lampę i zatrzymać resztę.
            """,
            """
            W dni świąteczne biuro jest zamknięte, ale telefon alarmowy działa przez całą dobę i nic nie \
            kosztuje.
            """,
            """
            Kiedy wiosną rzeka wzbiera, gospodarze przeganiają kozy na górną łąkę i czekają, aż woda \
            opadnie.
            """,
            """
            Budżet to obietnica dotycząca przyszłości: mówi, ile wolno wydać, komu i co się stanie, gdy \
            pieniądze się skończą.
            """,
            """
            Od ostatniej aktualizacji drukarka jest widoczna na liście, lecz każde zadanie zostaje w \
            kolejce i nic się nie drukuje.
            """,
            """
            Wymieszaj mąkę z letnią wodą, szczyptą soli i odrobiną oliwy, a potem odstaw ciasto na \
            godzinę pod wilgotną ściereczką.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 5, cl100k: 5),
            Count(first: 1, passages: 1, o200k: 8, cl100k: 8),
            Count(first: 2, passages: 1, o200k: 8, cl100k: 10),
            Count(first: 3, passages: 1, o200k: 12, cl100k: 15),
            Count(first: 4, passages: 1, o200k: 44, cl100k: 53),
            Count(first: 5, passages: 1, o200k: 30, cl100k: 34),
            Count(first: 6, passages: 1, o200k: 38, cl100k: 43),
            Count(first: 7, passages: 1, o200k: 36, cl100k: 49),
            Count(first: 8, passages: 1, o200k: 31, cl100k: 37),
            Count(first: 9, passages: 1, o200k: 45, cl100k: 51),
            Count(first: 4, passages: 3, o200k: 113, cl100k: 133),
            Count(first: 0, passages: 5, o200k: 126, cl100k: 148),
            Count(first: 5, passages: 3, o200k: 111, cl100k: 133),
            Count(first: 1, passages: 5, o200k: 131, cl100k: 156),
        ])
}
