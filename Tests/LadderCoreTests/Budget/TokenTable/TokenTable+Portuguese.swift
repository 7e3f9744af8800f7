extension TokenTable {
    static let portuguese = TokenTable(
        language: "Portuguese", script: "Latin", separator: " ",
        passages: [
            "Bom dia",
            "Muito obrigado!",
            "Onde está a minha encomenda?",
            "Quero cancelar a assinatura.",
            """
            A entrega chegou com dois dias de atraso e uma das caixas estava aberta; quero devolver a \
            lâmpada e ficar com o resto.
            """,
            """
            O escritório fecha nos feriados, mas a linha de emergência atende a qualquer hora e não custa \
            nada.
            """,
            """
            Quando o rio sobe na primavera, os agricultores levam as cabras para o prado de cima e \
            esperam que a água baixe.
            """,
            """
            Um orçamento é uma promessa sobre o futuro: diz quanto se pode gastar e o que acontece quando \
            o dinheiro acaba.
            """,
            """
            Desde a última atualização a impressora aparece na lista, mas todos os trabalhos ficam \
            parados na fila.
            """,
            """
            Misture a farinha com água morna, uma pitada de sal e um pouco de azeite e deixe a massa \
            descansar uma hora.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 2, cl100k: 3),
            Count(first: 1, passages: 1, o200k: 3, cl100k: 5),
            Count(first: 2, passages: 1, o200k: 7, cl100k: 9),
            Count(first: 3, passages: 1, o200k: 6, cl100k: 9),
            Count(first: 4, passages: 1, o200k: 27, cl100k: 37),
            Count(first: 5, passages: 1, o200k: 21, cl100k: 26),
            Count(first: 6, passages: 1, o200k: 28, cl100k: 36),
            Count(first: 7, passages: 1, o200k: 23, cl100k: 29),
            Count(first: 8, passages: 1, o200k: 21, cl100k: 25),
            Count(first: 9, passages: 1, o200k: 28, cl100k: 35),
            Count(first: 4, passages: 3, o200k: 76, cl100k: 97),
            Count(first: 0, passages: 5, o200k: 85, cl100k: 109),
            Count(first: 5, passages: 3, o200k: 72, cl100k: 89),
            Count(first: 1, passages: 5, o200k: 80, cl100k: 103),
        ])
}
