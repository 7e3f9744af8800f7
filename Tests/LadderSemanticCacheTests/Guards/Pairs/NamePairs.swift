extension QuestionPairs {
    static let names = QuestionPairs(
        "names",
        tuned: """
            Who founded Apple? | Who founded Google?
            What is the capital of France? | What is the capital of Spain?
            how do i install docker on ubuntu | how do i install docker on fedora
            Is Lisbon worth a visit? | Is Porto worth a visit?
            What is the best phone of Samsung? | What is the best phone of Xiaomi?
            who wrote hamlet | who wrote faust
            Can I freeze rice? | Can I freeze pasta?
            What does ibuprofen do? | What does paracetamol do?
            Explain inheritance in Java | Explain inheritance in Python
            Does Netflix have this film? | Does Hulu have this film?
            Where was Einstein born? | Where was Newton born?
            Is a tomato a fruit? | Is a cucumber a fruit?
            Weather in Berlin | Weather in Hamburg
            How old is the president of Brazil? | How old is the president of Chile?
            convert a list to a set in rust | convert a list to a set in go
            """,
        heldOut: """
            How do I cancel Spotify? | How do I cancel Disney Plus?
            What are the symptoms of measles? | What are the symptoms of mumps?
            Should I invest in gold? | Should I invest in silver?
            how big is jupiter | how big is saturn
            Which museums are there in Austria? | Which museums are there in Australia?
            Tell me about Marie Curie | Tell me about Rosalind Franklin
            Can dogs eat grapes? | Can dogs eat carrots?
            How do I use async in Swift? | How do I use async in Kotlin?
            What does PayPal charge? | What does Stripe charge?
            Does Emma work here? | Does Olivia work here?
            Is the bank in the main street open? | Is the pharmacy in the main street open?
            How do I clean a carpet? | How do I clean a sofa?
            best restaurants in lyon | best restaurants in nice
            Is Vitamin C good for the skin? | Is Vitamin E good for the skin?
            Where does the Danube begin? | Where does the Rhine begin?
            """)
}
