extension QuestionPairs {
    static let quantity = QuestionPairs(
        "quantity",
        tuned: """
            Do all birds fly? | Do some birds fly?
            What is the minimum age? | What is the maximum age?
            What is the largest city in Canada? | What is the smallest city in Canada?
            Show the first ten rows | Show the last ten rows
            Do I need at least 8 characters? | Do I need at most 8 characters?
            Which model uses more power? | Which model uses less power?
            Delete all my photos | Delete one of my photos
            Who scored the most goals? | Who scored the fewest goals?
            Is it always cold there? | Is it sometimes cold there?
            Orders above 100 euros | Orders below 100 euros
            Does every student pass? | Does any student pass?
            Cheapest flight to Oslo | Most expensive flight to Oslo
            Are both shops open? | Are neither of the shops open?
            Countries with high taxes | Countries with low taxes
            What is the longest river? | What is the shortest river?
            """,
        heldOut: """
            Find the highest value in a list | Find the lowest value in a list
            Can I take several bags? | Can I take a single bag?
            Are most mushrooms edible? | Are all mushrooms edible?
            Contracts of over two years | Contracts of under two years
            Which is the oldest university? | Which is the newest university?
            How do I eat fewer carbs? | How do I eat more carbs?
            Does it rain often in Lima? | Does it rain rarely in Lima?
            Select the first user | Select every user
            How do I read a whole file? | How do I read half of a file?
            What is the upper limit? | What is the lower limit?
            Which car is the fastest? | Which car is the slowest?
            Do none of the seats recline? | Do all of the seats recline?
            Can I apply once? | Can I apply twice?
            Are many of the rooms free? | Are few of the rooms free?
            Large dogs for a flat | Small dogs for a flat
            """)
}
