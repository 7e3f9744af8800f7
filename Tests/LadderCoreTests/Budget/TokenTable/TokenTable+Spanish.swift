extension TokenTable {
    static let spanish = TokenTable(
        language: "Spanish", script: "Latin", separator: " ",
        passages: [
            "Buenos días",
            "¡Muchas gracias!",
            "¿Dónde está mi pedido?",
            "Quiero cancelar la suscripción.",
            """
            El envío llegó con dos días de retraso y una de las cajas estaba abierta; quiero devolver la \
            lámpara y quedarme con lo demás.
            """,
            """
            La oficina cierra los días festivos, pero el teléfono de emergencias atiende a cualquier hora \
            y es gratuito.
            """,
            """
            Cuando el río crece en primavera, los campesinos llevan sus cabras al prado alto y esperan a \
            que baje el agua.
            """,
            """
            Un presupuesto es una promesa sobre el futuro: dice cuánto se puede gastar, quién puede \
            hacerlo y qué pasa cuando se acaba el dinero.
            """,
            """
            El inquilino debe avisar por escrito al dueño con al menos treinta días de antelación antes \
            de dejar el piso.
            """,
            """
            Mezcla la harina con agua tibia, una pizca de sal y un poco de aceite de oliva, y deja \
            reposar la masa una hora.
            """,
            """
            Desde la última actualización la impresora aparece en la lista, pero cada trabajo se queda en \
            la cola y no sale nada.
            """,
            """
            Abrió la ventana, escuchó un rato la lluvia sobre el tejado de chapa y decidió que la carta \
            podía esperar hasta mañana.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 2, cl100k: 4),
            Count(first: 1, passages: 1, o200k: 4, cl100k: 5),
            Count(first: 2, passages: 1, o200k: 6, cl100k: 8),
            Count(first: 3, passages: 1, o200k: 7, cl100k: 9),
            Count(first: 4, passages: 1, o200k: 29, cl100k: 38),
            Count(first: 5, passages: 1, o200k: 24, cl100k: 27),
            Count(first: 6, passages: 1, o200k: 28, cl100k: 35),
            Count(first: 7, passages: 1, o200k: 28, cl100k: 35),
            Count(first: 8, passages: 1, o200k: 26, cl100k: 30),
            Count(first: 9, passages: 1, o200k: 32, cl100k: 36),
            Count(first: 10, passages: 1, o200k: 25, cl100k: 27),
            Count(first: 11, passages: 1, o200k: 27, cl100k: 36),
            Count(first: 6, passages: 3, o200k: 79, cl100k: 92),
            Count(first: 0, passages: 6, o200k: 116, cl100k: 141),
            Count(first: 7, passages: 3, o200k: 86, cl100k: 107),
            Count(first: 1, passages: 6, o200k: 121, cl100k: 148),
        ])
}
