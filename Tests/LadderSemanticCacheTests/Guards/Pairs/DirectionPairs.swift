extension QuestionPairs {
    static let direction = QuestionPairs(
        "direction",
        tuned: """
            Flights from Paris to Rome | Flights from Rome to Paris
            Convert dollars to euros | Convert euros to dollars
            How many miles are in a kilometer? | How many kilometers are in a mile?
            Is Java faster than Go? | Is Go faster than Java?
            Translate this from German to English | Translate this from English to German
            Should I eat before swimming? | Should I swim before eating?
            Can cats eat dog food? | Can dogs eat cat food?
            Move money from savings to checking | Move money from checking to savings
            Migrate from MySQL to Postgres | Migrate from Postgres to MySQL
            Is Mars bigger than Venus? | Is Venus bigger than Mars?
            What is 10 minus 4? | What is 4 minus 10?
            celsius to fahrenheit formula | fahrenheit to celsius formula
            Take the tablet after the meal | Take the tablet before the meal
            Did Rome defeat Carthage? | Did Carthage defeat Rome?
            Turn a string into an array | Turn an array into a string
            """,
        heldOut: """
            Train to Vienna from Prague | Train to Prague from Vienna
            How do I convert a PDF to Word? | How do I convert Word to a PDF?
            Does the server call the client? | Does the client call the server?
            Is silver cheaper than copper? | Is copper cheaper than silver?
            What came before the Renaissance? | What came after the Renaissance?
            How many cups are in a liter? | How many liters are in a cup?
            Upgrade from basic to premium | Upgrade from premium to basic
            Walk from the hotel to the beach | Walk from the beach to the hotel
            Can I switch from Android to iOS? | Can I switch from iOS to Android?
            Does smoking cause stress? | Does stress cause smoking?
            Should I paint before sanding? | Should I sand before painting?
            100 usd in eur | 100 eur in usd
            What is the ratio of men to women? | What is the ratio of women to men?
            Send photos from my phone to my laptop | Send photos from my laptop to my phone
            Did Sweden invade Norway? | Did Norway invade Sweden?
            """)
}
