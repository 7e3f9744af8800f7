extension TokenTable {
    static let marathi = TokenTable(
        language: "Marathi", script: "Devanagari", separator: " ",
        passages: [
            "माझी ऑर्डर कुठे आहे?",
            "मला सदस्यत्व रद्द करायचे आहे.",
            """
            पार्सल दोन दिवस उशिरा आले आणि एक खोका उघडा होता, म्हणून मला दिवा परत करायचा आहे आणि बाकीचे \
            ठेवायचे आहे.
            """,
            """
            सुट्टीच्या दिवशी कार्यालय बंद असते, पण आपत्कालीन क्रमांक चोवीस तास सुरू असतो आणि त्यासाठी \
            पैसे लागत नाहीत.
            """,
            "वसंत ऋतूत नदीला पूर आला की शेतकरी शेळ्या वरच्या कुरणात नेतात आणि पाणी ओसरण्याची वाट पाहतात.",
            """
            अंदाजपत्रक म्हणजे भविष्याबद्दलचे वचन: किती खर्च करता येईल आणि पैसे संपल्यावर काय होईल हे ते \
            सांगते.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 11, cl100k: 20),
            Count(first: 1, passages: 1, o200k: 11, cl100k: 30),
            Count(first: 2, passages: 1, o200k: 38, cl100k: 108),
            Count(first: 3, passages: 1, o200k: 35, cl100k: 110),
            Count(first: 4, passages: 1, o200k: 37, cl100k: 94),
            Count(first: 5, passages: 1, o200k: 33, cl100k: 101),
            Count(first: 0, passages: 3, o200k: 85, cl100k: 222),
            Count(first: 1, passages: 3, o200k: 78, cl100k: 241),
        ])
}
