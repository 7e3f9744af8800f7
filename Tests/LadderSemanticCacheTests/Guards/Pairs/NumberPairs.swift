extension QuestionPairs {
    static let numbers = QuestionPairs(
        "numbers",
        tuned: """
            Can I take 10 mg of loratadine? | Can I take 100 mg of loratadine?
            What is 15 times 12? | What is 15 times 13?
            How long do I bake a 2 kg turkey? | How long do I bake a 4 kg turkey?
            Hotels for two people in Rome | Hotels for three people in Rome
            What is the tax on 50,000 euros? | What is the tax on 80,000 euros?
            Can I use Python 3.8 for this? | Can I use Python 3.12 for this?
            Is 95 % humidity normal? | Is 45 % humidity normal?
            What does error 404 mean? | What does error 503 mean?
            Compare the iPhone 14 and the iPhone 15 | Compare the iPhone 13 and the iPhone 15
            What is the square root of 144? | What is the square root of 169?
            How do I split a bill between 4 friends? | How do I split a bill between 5 friends?
            Convert 30 celsius to fahrenheit | Convert 35 celsius to fahrenheit
            Room for 2 adults and 3 children | Room for 3 adults and 2 children
            What is -5 squared? | What is 5 squared?
            What fits in a 20 litre backpack? | What fits in a 40 litre backpack?
            """,
        heldOut: """
            How much is a loan of $5,000? | How much is a loan of $15,000?
            Which diet suits a 30 year old? | Which diet suits a 60 year old?
            Explain article 5 of the treaty | Explain article 7 of the treaty
            How do I run a marathon in four hours? | How do I run a marathon in three hours?
            What is 7 % of 200? | What is 9 % of 200?
            Is a blood pressure of 120 over 80 fine? | Is a blood pressure of 160 over 80 fine?
            Where is gate 12? | Where is gate 21?
            Does HTTP 2 support push? | Does HTTP 3 support push?
            How many calories are in one egg? | How many calories are in two eggs?
            Plan a trip of 10 days to Peru | Plan a trip of 14 days to Peru
            What is 100 divided by 8? | What is 8 divided by 100?
            Where can I buy a 65 inch TV? | Where can I buy a 55 inch TV?
            What is the third planet? | What is the fourth planet?
            Does vitamin B6 help against stress? | Does vitamin B12 help against stress?
            What changed in version 2.1.3? | What changed in version 2.1.4?
            """)
}
