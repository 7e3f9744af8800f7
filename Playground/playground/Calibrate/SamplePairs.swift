/// Pairs of questions to a shop, a bank and an app: the same answer, or another one that looks alike.
enum SamplePairs {
    static let csv = """
        first,second,same
        How do I reset my password?,How can I reset my password?,yes
        How do I reset my password?,I forgot my password,yes
        What is the capital of France?,Tell me France's capital city,yes
        What is photosynthesis?,Explain photosynthesis,yes
        Where is my parcel?,Where is my package?,yes
        Where is my parcel?,Track my parcel please,yes
        When do I get my refund?,When will my refund arrive?,yes
        When do I get my refund?,How long does the refund take?,yes
        Can I pay by card?,Is it possible to pay by card?,yes
        Can I pay by card?,Do you accept cards?,yes
        How do I cancel my order?,"Please cancel my order, how do I do it?",yes
        How do I cancel my order?,I want to cancel my order,yes
        Do you ship to Norway?,Do you deliver to Norway?,yes
        Do you ship to Norway?,Is shipping to Norway possible?,yes
        What are your opening hours?,When are you open?,yes
        What are your opening hours?,opening hours,yes
        How do I delete my account?,How can I remove my account?,yes
        How do I delete my account?,Delete my account,yes
        How do I turn on dark mode?,How do I switch on dark mode?,yes
        How do I turn on dark mode?,Enable dark mode,yes
        Why was my card declined?,What is the reason my card was declined?,yes
        Why was my card declined?,My card got declined why,yes
        How do I change my address?,How can I update my address?,yes
        How do I change my address?,change address,yes
        Is there a student discount?,Do students get a discount?,yes
        Is there a student discount?,student discount?,yes
        How do I export my data?,How can I download my data?,yes
        How do I export my data?,Is there a way to export all my data?,yes
        What does shipping cost?,How much is shipping?,yes
        What does shipping cost?,What are the shipping costs?,yes
        How do I contact support?,How can I reach support?,yes
        How do I contact support?,contact support,yes
        Can I change my seat?,Is it possible to change my seat?,yes
        How do I boil an egg?,What is the way to boil an egg?,yes
        How do I bake bread?,Explain how to bake bread,yes
        What is a mortgage?,Explain what a mortgage is,yes
        What is inflation?,Tell me what inflation is,yes
        How do I print on both sides?,How can I print double-sided?,yes
        Does the app work offline?,Can I use the app offline?,yes
        Does the app work offline?,Can the app be used without internet?,yes
        How long is the warranty?,What is the length of the warranty?,yes
        How long is the warranty?,warranty period,yes
        How do I invite a colleague?,How can I invite a co-worker?,yes
        How do I add a user?,Add a user,yes
        Which browsers do you support?,What browsers are supported?,yes
        How do I update the app?,How can I get the app updated?,yes
        Can I return shoes?,Can shoes be returned?,yes
        Can I return shoes?,I would like to return shoes,yes
        Where can I see my invoices?,Where do I find my invoices?,yes
        Where can I see my invoices?,Show me my invoices,yes
        Is my money safe?,How safe is my money?,yes
        What is two-factor login?,Explain two-factor login,yes
        How do I turn on dark mode?,How do I turn off dark mode?,no
        How do I fly from Paris to Rome?,How do I fly from Rome to Paris?,no
        Is 10 mg of ibuprofen enough?,Is 100 mg of ibuprofen enough?,no
        Is it good with sugar?,Is it good without sugar?,no
        What were the 2023 results?,What were the 2024 results?,no
        Who founded Apple?,Who founded Google?,no
        How do I increase the volume?,How do I decrease the volume?,no
        Can I eat before the surgery?,Can I eat after the surgery?,no
        Delete all files,Delete some files,no
        Do you ship to Norway?,Do you ship to Sweden?,no
        What is the capital of France?,What is the capital of Finland?,no
        What is photosynthesis?,How does photosynthesis work?,no
        How do I cancel my order?,How do I cancel my subscription?,no
        How do I cancel my order?,How do I change my order?,no
        How do I create an account?,How do I delete an account?,no
        How do I reset my password?,How do I reset my phone?,no
        Is there a student discount?,Is there a senior discount?,no
        What does shipping cost?,What does a return cost?,no
        How do I add a user?,How do I remove a user?,no
        How long is the warranty?,How long is the delivery?,no
        Can I pay by card?,Can I pay by invoice?,no
        Can I pay by card?,Can I not pay by card?,no
        Are you open on Monday?,Are you open on Sunday?,no
        Are you open today?,Are you open at Easter?,no
        How do I export my data?,How do I import my data?,no
        How do I enable notifications?,How do I disable notifications?,no
        Why was my card declined?,Why was my card delivered late?,no
        Where is my parcel?,Where is my card?,no
        When do I get my refund?,When do I get my invoice?,no
        How do I boil an egg?,How do I fry an egg?,no
        Convert 5 miles to kilometres,Convert 5 kilometres to miles,no
        What is 5 % of 200?,What is 15 % of 200?,no
        Is the train late?,Was the train late?,no
        Which plan has the most storage?,Which plan has the least storage?,no
        What is the maximum upload size?,What is the minimum upload size?,no
        How do I lock my card?,How do I unlock my card?,no
        Can minors open an account?,Can companies open an account?,no
        Does it work with Windows 10?,Does it work with Windows 11?,no
        How do I write a letter in German?,How do I write a letter in French?,no
        What is a mortgage?,What is a mortgage rate?,no
        What is inflation?,What was inflation in 1990?,no
        Can I return shoes?,Can I exchange shoes?,no
        How do I book a seat?,How do I cancel a seat?,no
        Who won the first match?,Who won the last match?,no
        Send me the invoice,Do not send me the invoice,no
        Is parking free?,Is parking allowed?,no
        Can dogs eat grapes?,Can cats eat grapes?,no
        How hot is it in summer?,How cold is it in winter?,no
        What is the tax in Texas?,What is the tax in Ohio?,no
        Is milk included?,Is milk excluded?,no
        How do I log in?,How do I log out?,no
        Do I need a visa for Japan?,Do I need a vaccine for Japan?,no
        Which doctor should I see?,Which film should I see?,no
        """
}
