extension QuestionPairs {
    /// True rephrasings about accounts, orders, payments and money.
    static let supportRephrasings = QuestionPairs(
        "support and finance",
        tuned: """
            How do I reset my password? | I forgot my password, how can I change it?
            Where is my order? | Can you tell me where my order is?
            How can I cancel my subscription? | Please cancel my subscription, how does that work?
            What are your opening hours? | When are you open?
            How do I change my email address? | I want to update my e-mail address
            how do i delete my account | Delete my account please
            My card was declined, why? | Why was my card declined?
            I can't log in | I am unable to log in
            How long does shipping take? | What is the delivery time?
            Can I get a refund? | Is it possible to get my money back?
            How much does the premium plan cost? | What is the price of the premium plan?
            How do I contact support? | how can i reach customer support
            Do you ship to Canada? | Is shipping to Canada possible?
            Why is my internet so slow? | My internet is very slow, what is the reason?
            How do I turn off notifications? | How can I disable notifications?
            where can i download my invoice | Where do I find the invoice to download?
            I want to return an item | How do I return an item?
            How do I set up two-factor authentication? | Setting up two factor authentication
            My package has not arrived | My package didn't arrive
            can i chnage my delivery adress | Can I change my delivery address?
            How do I open a savings account? | I'd like to open a savings account, what do I have to do?
            What is compound interest? | Explain compound interest
            How is my credit score calculated? | How do you calculate my credit score?
            Which documents do I need for a mortgage? | What documents are required for a mortgage?
            How do I freeze my card? | Hi, could you please tell me how to freeze my card?
            What's the exchange rate of the dollar? | dollar exchange rate
            How do I file my taxes online? | What is the way to file taxes online?
            Can I pay in instalments? | Is paying in instalments possible?
            I was charged twice | You charged me twice
            What is an ETF? | What does ETF mean?
            How do I close my bank account? | I would like to close my bank account, how does it work?
            Are there fees for transfers? | Do you charge fees for transfers?
            How do I upgrade my plan? | What are the steps to upgrade my plan?
            where do i enter a coupon code | Where can I enter my coupon code?
            """,
        heldOut: """
            How do I change my phone number? | I have a new phone number, how do I update it?
            Can I speak to a human? | I want to talk to a real person
            How do I track my parcel? | Track my package
            Do you offer student discounts? | Is there a discount for students?
            The app keeps crashing | My app crashes all the time
            How do I stop emails from you? | How can I unsubscribe from your mails?
            Which payment methods do you accept? | How can I pay?
            I got the wrong item | You sent me a wrong item
            Where can I see my bills? | Where do I find my bills?
            How can I make a complaint? | I'd like to complain, how do I do that?
            What's your return policy? | Tell me about your return policy
            How do I sign up? | How can I create an account?
            Can I cancel my order? | Is it possible to cancel an order?
            I lost my card | My card is lost
            how do i activte my new card | How do I activate my new card?
            What is the minimum deposit? | How much do I have to deposit at least?
            How do I apply for a loan? | Applying for a loan, how does it work?
            How long does a transfer take? | How much time does a transfer need?
            Why is my account locked? | My account got locked, why?
            Is my money insured? | Is my money protected by insurance?
            What is inflation? | What is meant by inflation?
            How can I save on taxes? | Ways to save on taxes
            How do I get my tax refund? | What must I do to get a tax refund?
            What's a good credit score? | Which credit score is good?
            Can I use my card abroad? | Does my card work abroad?
            Do I need an account to buy something? | Is an account needed to buy something?
            How do I merge two accounts? | Could you explain how to merge two accounts?
            please send me a copy of my contract | I need a copy of my contract
            How can I lower my monthly fee? | How do I reduce my monthly fee?
            What happens when I miss a payment? | What are the consequences of a missed payment?
            How do I redeem a gift card? | How can I use a gift card?
            What's the difference between debit and credit? | Difference between credit and debit
            Where is the nearest branch? | Where can I find the closest branch?
            """)
}
