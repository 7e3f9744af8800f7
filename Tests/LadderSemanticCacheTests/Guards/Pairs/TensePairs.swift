extension QuestionPairs {
    static let tense = QuestionPairs(
        "tense",
        tuned: """
            Who is the CEO of the company? | Who was the CEO of the company?
            What did the bank announce? | What will the bank announce?
            Is it raining in Bergen? | Will it rain in Bergen?
            Did you ship my parcel? | Will you ship my parcel?
            Who won the final? | Who will win the final?
            What was the price of oil? | What is the price of oil?
            Do they offer a discount? | Did they offer a discount?
            Has the update been released? | Will the update be released?
            Where did they live? | Where do they live?
            Who used to own the club? | Who owns the club?
            What am I going to pay? | What did I pay?
            When did the store open? | When will the store open?
            Are trains on strike? | Were trains on strike?
            Which teams played in the cup? | Which teams will play in the cup?
            Who is the former chancellor? | Who is the current chancellor?
            """,
        heldOut: """
            Who was the manager of the team? | Who will be the manager of the team?
            Does the museum charge a fee? | Did the museum charge a fee?
            What is the boss saying? | What did the boss say?
            Will the bridge be closed? | Was the bridge closed?
            How did people pay for this? | How will people pay for this?
            Where is the festival? | Where was the festival?
            Have they fixed the bug? | Will they fix the bug?
            Why do ships use sails? | Why did ships use sails?
            Who is going to lead the project? | Who led the project?
            What are the rules for visitors? | What were the rules for visitors?
            Is my mother covered? | Was my mother covered?
            Who sings this song live? | Who sang this song live?
            Which phones had a keyboard? | Which phones have a keyboard?
            Did the market crash? | Is the market going to crash?
            Who is the next host? | Who is the previous host?
            """)
}
