extension TokenTable {
    static let italian = TokenTable(
        language: "Italian", script: "Latin", separator: " ",
        passages: [
            "Buongiorno",
            "Grazie mille!",
            "Dov'è il mio ordine?",
            "Vorrei disdire l'abbonamento.",
            """
            La consegna è arrivata con due giorni di ritardo e una delle scatole era aperta: vorrei \
            restituire la lampada e tenere il resto.
            """,
            """
            L'ufficio è chiuso nei giorni festivi, ma il numero di emergenza risponde a ogni ora e non \
            costa nulla.
            """,
            """
            Quando il fiume cresce in primavera, i contadini portano le capre sul prato alto e aspettano \
            che l'acqua si ritiri.
            """,
            """
            Un bilancio è una promessa sul futuro: dice quanto si può spendere, chi può farlo e che cosa \
            succede quando il denaro finisce.
            """,
            """
            Dopo l'ultimo aggiornamento la stampante compare nell'elenco, ma ogni documento resta fermo \
            nella coda di stampa.
            """,
            """
            Mescolate la farina con acqua tiepida, un pizzico di sale e un filo d'olio, poi lasciate \
            riposare l'impasto per un'ora.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 4, cl100k: 4),
            Count(first: 1, passages: 1, o200k: 4, cl100k: 6),
            Count(first: 2, passages: 1, o200k: 7, cl100k: 9),
            Count(first: 3, passages: 1, o200k: 9, cl100k: 11),
            Count(first: 4, passages: 1, o200k: 35, cl100k: 36),
            Count(first: 5, passages: 1, o200k: 28, cl100k: 29),
            Count(first: 6, passages: 1, o200k: 31, cl100k: 40),
            Count(first: 7, passages: 1, o200k: 32, cl100k: 34),
            Count(first: 8, passages: 1, o200k: 27, cl100k: 30),
            Count(first: 9, passages: 1, o200k: 38, cl100k: 42),
            Count(first: 4, passages: 3, o200k: 92, cl100k: 105),
            Count(first: 0, passages: 5, o200k: 103, cl100k: 118),
            Count(first: 5, passages: 3, o200k: 98, cl100k: 105),
            Count(first: 1, passages: 5, o200k: 111, cl100k: 121),
        ])
}
