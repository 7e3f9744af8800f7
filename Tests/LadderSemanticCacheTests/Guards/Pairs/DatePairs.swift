extension QuestionPairs {
    static let dates = QuestionPairs(
        "dates",
        tuned: """
            Are you open on Monday? | Are you open on Sunday?
            What were the 2023 results? | What were the 2024 results?
            What is the weather like today? | What is the weather like tomorrow?
            Is the museum free in May? | Is the museum free in June?
            Tax deadlines for 2022 | Tax deadlines for 2023
            When is Easter 2025? | When is Easter 2026?
            Flights on 12 March | Flights on 13 March
            What happened on July 4, 1776? | What happened on July 4, 1876?
            Can I check in at 9 am? | Can I check in at 9 pm?
            Show my spending of last month | Show my spending of this month
            What is open in the morning? | What is open in the evening?
            Who ruled in the 1920s? | Who ruled in the 1930s?
            Which events are there this week? | Which events are there next week?
            Is there school at Christmas? | Is there school at Easter?
            When is the train at 14:30? | When is the train at 16:30?
            """,
        heldOut: """
            Meetings on Tuesday morning | Meetings on Thursday morning
            What did I order in january? | What did I order in february?
            Who won the cup in 1998? | Who won the cup in 2002?
            What is planned for tonight? | What is planned for tomorrow night?
            Do trains run on weekends? | Do trains run on weekdays?
            How hot does Seville get in summer? | How hot does Seville get in winter?
            Is the office closed on 2024-12-24? | Is the office closed on 2024-12-27?
            Book a table for 6 pm | Book a table for 8 pm
            What was the score yesterday? | What is the score today?
            Inflation in the third quarter | Inflation in the first quarter
            Report for Q1 | Report for Q2
            Which films came out in the eighties? | Which films came out in the nineties?
            Remind me on Friday | Remind me on Saturday
            Trends of the 19th century | Trends of the 20th century
            Opening hours at noon | Opening hours at midnight
            """)
}
