extension QuestionPairs {
    /// Questions with different answers that were written after the rules, to measure what users' own pairs meet. No
    /// rule was changed for them.
    static let fresh = QuestionPairs(
        "fresh",
        tuned: "",
        heldOut: """
            Does the plan include dental care? | Does the plan not include dental care?
            Which exits stay open in a fire? | Which exits don't stay open in a fire?
            My cat eats grass, is that normal? | My cat eats nothing, is that normal?
            Can I land with a passport? | Can I land without a passport?
            Why is this test deterministic? | Why is this test nondeterministic?
            Is the tenant responsible for repairs? | Is the tenant not responsible for repairs?
            How long do I roast a 5 pound chicken? | How long do I roast a 3 pound chicken?
            What is rule 34 of the code? | What is rule 43 of the code?
            Tell me about Boeing 737 | Tell me about Boeing 747
            How many legs do eight spiders have? | How many legs do six spiders have?
            Pension at 63 | Pension at 67
            Does port 443 need a certificate? | Does port 8443 need a certificate?
            Is 70 kg heavy for a dog? | Is 70 lb heavy for a dog?
            Rent a van for 4 hours | Rent a van for 4 days
            Is 2 watts enough for a lamp? | Is 2 kilowatts enough for a lamp?
            How many pints of milk do I need? | How many gallons of milk do I need?
            Set the timer to 15 seconds | Set the timer to 15 minutes
            Does a transfer of 500 pesos cost anything? | Does a transfer of 500 francs cost anything?
            Can I come by on Wednesday? | Can I come by on Thursday?
            What does a room cost in October? | What does a room cost in November?
            Who was pope in 1500? | Who was pope in 1600?
            Is there a ferry at dawn? | Is there a ferry at dusk?
            What is on TV tonight? | What was on TV last night?
            Birthdays in spring | Birthdays in autumn
            How do I get to Heathrow? | How do I get to Gatwick?
            What is the wingspan of an eagle? | What is the wingspan of a falcon?
            how do i deploy to vercel | how do i deploy to netlify
            Who directed Jaws? | Who directed Alien?
            Is oat milk healthy? | Is soy milk healthy?
            What is the anthem of Kenya? | What is the anthem of Ghana?
            Does the moon orbit the earth? | Does the earth orbit the moon?
            How do I change grams into cups? | How do I change cups into grams?
            Redirect from www to the bare domain | Redirect from the bare domain to www
            Should I brush my teeth before breakfast? | Should I have breakfast before I brush my teeth?
            Did Napoleon beat Wellington? | Did Wellington beat Napoleon?
            Is gold heavier than lead? | Is lead heavier than gold?
            Can I bring all my bags? | Can I bring one of my bags?
            What is the highest score? | What is the average score?
            Show the top ten songs | Show the bottom ten songs
            Meals with less salt | Meals with more salt
            Do both parents have to sign? | Does one parent have to sign?
            Is every exit locked? | Is some exit locked?
            How do I mute a call? | How do I unmute a call?
            How do I zoom in? | How do I zoom out?
            How do I hire staff? | How do I fire staff?
            Does salt attract moisture? | Does salt repel moisture?
            Attach the cable | Detach the cable
            Is it rude to tip? | Is it polite to tip?
            Where are the games held? | Where were the games held?
            Did it snow in Oslo? | Does it snow in Oslo?
            Will my parcel arrive by ship? | Did my parcel arrive by ship?
            Who hosted the show? | Who hosts the show?
            What have they promised? | What will they promise?
            Was the road safe? | Is the road safe?
            Sandals for men | Sandals for women
            Which streets are closed apart from the ring road? | Which streets are closed, including the ring road?
            Can I work from home? | Can I work from abroad?
            Do I pay tax on gifts? | Do I pay tax on lottery wins?
            Show logs with errors only | Show logs with errors
            Can I pause the course? | Can I pause the course during an exam?
            """)
}
