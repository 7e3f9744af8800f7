extension TokenTable {
    static let english = TokenTable(
        language: "English", script: "English", separator: " ",
        passages: [
            "Hello",
            "Thanks!",
            "Where is my order?",
            "Cancel the subscription, please.",
            """
            The delivery arrived two days late and one of the boxes was open, so I would like to return \
            the lamp and keep the rest.
            """,
            """
            Our office is closed on public holidays, but the emergency line answers around the clock and \
            costs nothing.
            """,
            """
            When the river rises in spring, the farmers move their goats to the upper meadow and wait \
            until the water has gone.
            """,
            """
            A budget is a promise about the future: it says how much may be spent, by whom, and what \
            happens when the money is gone.
            """,
            """
            Please summarise the following report in three sentences, mention the quarterly revenue, and \
            do not speculate about causes.
            """,
            """
            She opened the window, listened to the rain on the tin roof for a while, and decided that the \
            letter could wait until tomorrow.
            """,
            """
            To change your password, open Settings, choose Security, confirm with the code we send by \
            text message, and pick at least twelve characters.
            """,
            """
            The committee recommends postponing the vote because several members have not yet received \
            the revised agreement.
            """,
            """
            Mix the flour with lukewarm water, a pinch of salt and a spoon of olive oil; let the dough \
            rest for an hour under a damp cloth.
            """,
            """
            Photosynthesis converts carbon dioxide and water into sugar and oxygen; chlorophyll absorbs \
            mostly red and blue light.
            """,
            """
            You are a careful assistant for a travel agency. Answer only questions about bookings. If you \
            don't know the answer, say so and offer to call a colleague.
            """,
            """
            I can't connect to the printer since the last update: it's listed, it's online, but every job \
            stays in the queue and nothing comes out.
            """,
            """
            The patient reports mild headaches in the evening, no fever, and has been taking ibuprofen \
            irregularly for about two weeks.
            """,
            """
            Whether a tenant may sublet part of the apartment depends on the contract; without a clause, \
            the landlord's written consent is required.
            """,
            """
            Nobody expected the old clock to strike again, yet at a quarter past nine it did, eleven \
            times, and the whole village heard it.
            """,
            """
            Distributed systems fail in partial ways: a request may time out although its work was done, \
            so every retry needs an idempotency key.
            """,
            """
            The museum opens at ten; groups of more than eight people should book ahead, and photography \
            without flash is welcome.
            """,
            """
            Our second quarter closed with revenue of 4.2 million euros, up 6 % on the year, while \
            shipping costs fell slightly.
            """,
            """
            "Leave the lantern by the door," said the old keeper, "or the moths will follow you all the \
            way up the stairs."
            """,
            """
            Select a region close to your users, enable automatic backups, and restrict network access \
            before you import production data.
            """,
            """
            If the kettle doesn't switch off, unplug it, let it cool down, and remove the limescale with \
            vinegar or citric acid.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 1, cl100k: 1),
            Count(first: 1, passages: 1, o200k: 2, cl100k: 2),
            Count(first: 2, passages: 1, o200k: 5, cl100k: 5),
            Count(first: 3, passages: 1, o200k: 6, cl100k: 6),
            Count(first: 4, passages: 1, o200k: 27, cl100k: 27),
            Count(first: 5, passages: 1, o200k: 20, cl100k: 20),
            Count(first: 6, passages: 1, o200k: 24, cl100k: 25),
            Count(first: 7, passages: 1, o200k: 29, cl100k: 29),
            Count(first: 8, passages: 1, o200k: 22, cl100k: 22),
            Count(first: 9, passages: 1, o200k: 27, cl100k: 27),
            Count(first: 10, passages: 1, o200k: 28, cl100k: 28),
            Count(first: 11, passages: 1, o200k: 18, cl100k: 18),
            Count(first: 12, passages: 1, o200k: 32, cl100k: 32),
            Count(first: 13, passages: 1, o200k: 21, cl100k: 22),
            Count(first: 14, passages: 1, o200k: 32, cl100k: 33),
            Count(first: 15, passages: 1, o200k: 29, cl100k: 32),
            Count(first: 16, passages: 1, o200k: 25, cl100k: 26),
            Count(first: 17, passages: 1, o200k: 27, cl100k: 27),
            Count(first: 18, passages: 1, o200k: 28, cl100k: 28),
            Count(first: 19, passages: 1, o200k: 28, cl100k: 30),
            Count(first: 20, passages: 1, o200k: 23, cl100k: 23),
            Count(first: 21, passages: 1, o200k: 28, cl100k: 28),
            Count(first: 22, passages: 1, o200k: 28, cl100k: 28),
            Count(first: 23, passages: 1, o200k: 22, cl100k: 22),
            Count(first: 24, passages: 1, o200k: 28, cl100k: 30),
            Count(first: 20, passages: 3, o200k: 79, cl100k: 81),
            Count(first: 0, passages: 13, o200k: 303, cl100k: 308),
            Count(first: 0, passages: 13, repeats: 3, o200k: 909, cl100k: 924),
            Count(first: 19, passages: 3, o200k: 78, cl100k: 80),
            Count(first: 1, passages: 12, o200k: 257, cl100k: 262),
            Count(first: 1, passages: 12, repeats: 3, o200k: 771, cl100k: 786),
        ])
}
