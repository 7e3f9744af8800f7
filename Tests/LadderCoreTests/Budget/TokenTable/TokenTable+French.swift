extension TokenTable {
    static let french = TokenTable(
        language: "French", script: "Latin", separator: " ",
        passages: [
            "Bonjour",
            "Merci beaucoup !",
            "Où est ma commande ?",
            "Je voudrais résilier mon abonnement.",
            """
            La livraison est arrivée avec deux jours de retard et l'un des cartons était ouvert ; je \
            souhaite rendre la lampe et garder le reste.
            """,
            """
            Nos bureaux sont fermés les jours fériés, mais le numéro d'urgence répond à toute heure et ne \
            coûte rien.
            """,
            """
            Quand la rivière monte au printemps, les fermiers mènent leurs chèvres dans le pré du haut et \
            attendent que l'eau se retire.
            """,
            """
            Un budget est une promesse sur l'avenir : il dit combien on peut dépenser, qui le peut, et ce \
            qui arrive une fois l'argent épuisé.
            """,
            """
            Le locataire doit prévenir le propriétaire par lettre recommandée au moins trois mois avant \
            son départ.
            """,
            """
            Mélangez la farine avec de l'eau tiède, une pincée de sel et un peu d'huile d'olive, puis \
            laissez reposer la pâte une heure.
            """,
            """
            Depuis la dernière mise à jour, l'imprimante s'affiche dans la liste, mais chaque document \
            reste bloqué dans la file d'attente.
            """,
            """
            Elle ouvrit la fenêtre, écouta un moment la pluie sur le toit de tôle et décida que la lettre \
            attendrait demain.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 1, cl100k: 1),
            Count(first: 1, passages: 1, o200k: 3, cl100k: 4),
            Count(first: 2, passages: 1, o200k: 6, cl100k: 6),
            Count(first: 3, passages: 1, o200k: 7, cl100k: 11),
            Count(first: 4, passages: 1, o200k: 27, cl100k: 34),
            Count(first: 5, passages: 1, o200k: 25, cl100k: 29),
            Count(first: 6, passages: 1, o200k: 30, cl100k: 38),
            Count(first: 7, passages: 1, o200k: 34, cl100k: 38),
            Count(first: 8, passages: 1, o200k: 19, cl100k: 22),
            Count(first: 9, passages: 1, o200k: 36, cl100k: 44),
            Count(first: 10, passages: 1, o200k: 31, cl100k: 33),
            Count(first: 11, passages: 1, o200k: 29, cl100k: 36),
            Count(first: 6, passages: 3, o200k: 80, cl100k: 93),
            Count(first: 0, passages: 6, o200k: 113, cl100k: 134),
            Count(first: 7, passages: 3, o200k: 98, cl100k: 117),
            Count(first: 1, passages: 6, o200k: 133, cl100k: 161),
        ])
}
