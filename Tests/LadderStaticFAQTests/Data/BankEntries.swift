import LadderStaticFAQ

/// Questions to a bank.
let bankEntries: [FAQEntry] = [
    faq(
        "bank.block-card", answer: "Block it in the app under Cards, or call the emergency line at any hour.",
        phrasings: [
            "I lost my debit card", "How do I block my card?", "My card was stolen, what should I do?",
            "Freeze my bank card immediately", "How can I report a missing card?",
        ]),
    faq(
        "bank.unblock-card", answer: "Unblock it in the app under Cards if you found it again.",
        phrasings: [
            "How do I unblock my card?", "I found my lost card again", "My card is blocked, how can I reactivate it?",
            "Unfreeze my bank card", "I entered the wrong PIN three times and now my card is locked",
        ]),
    faq(
        "bank.new-card", answer: "A replacement card comes by post within five working days.",
        phrasings: [
            "How do I order a replacement card?", "My debit card expires soon, will I get a new one?",
            "How long until the new card arrives?",
            "My card is damaged and I need another one", "When does my new bank card come?",
        ]),
    faq(
        "bank.activate-card", answer: "Pay once with chip and PIN and the card is active.",
        phrasings: [
            "How do I activate my new card?", "My new card does not work yet",
            "What must I do before using a new credit card?",
            "Card activation", "Do I need to enable my debit card first?",
        ]),
    faq(
        "bank.pin-forgotten", answer: "See it in the app under Cards, Show PIN.",
        phrasings: [
            "I forgot my PIN", "How can I see my card PIN?", "What do I do if I don't remember the PIN?",
            "Request a new PIN for my card", "Where do I find the secret number of my card?",
        ]),
    faq(
        "bank.pin-change", answer: "Change it at any of our cash machines.",
        phrasings: [
            "How do I change my PIN?", "Can I choose my own PIN?", "I want a different PIN for my debit card",
            "Where can I set a new PIN myself?", "Is it possible to modify the card PIN at the ATM?",
        ]),
    faq(
        "bank.open-account", answer: "Open it online in ten minutes with your passport.",
        phrasings: [
            "How do I open a bank account?", "What documents do I need for a new account?",
            "Can I open a current account online?",
            "I would like to become a customer", "Opening a checking account",
        ]),
    faq(
        "bank.close-account", answer: "Sign the closing form; we move your standing orders for you.",
        phrasings: [
            "How do I close my bank account?", "I want to terminate my current account",
            "How can I end my relationship with the bank?",
            "What happens to the balance when I close the account?", "Please cancel my checking account",
        ]),
    faq(
        "bank.joint", answer: "Both owners sign once, online or in a branch.",
        phrasings: [
            "Can I open a joint account?", "How do I add my wife to my account?", "Shared account for couples",
            "My partner and I want one account together", "Is it possible to have two account holders?",
        ]),
    faq(
        "bank.child", answer: "Children get a free account from the age of seven.",
        phrasings: [
            "Do you have accounts for children?", "From which age can my son have a bank account?",
            "I want to open an account for my daughter",
            "Is there a pocket money account for kids?", "Can minors get a debit card?",
        ]),
    faq(
        "bank.fees", answer: "The current account costs 4.90 € a month, free from 1,000 € income.",
        phrasings: [
            "How much does the account cost?", "What are the monthly account fees?", "Is the current account free?",
            "Which charges apply to a bank account?", "Why did you charge an account maintenance fee?",
        ]),
    faq(
        "bank.transfer-time", answer: "A transfer takes one working day, an instant one ten seconds.",
        phrasings: [
            "How long does a bank transfer take?", "When will my transfer arrive?", "How fast is a SEPA payment?",
            "The money I sent has not arrived yet", "How many days does it take to transfer money to another bank?",
        ]),
    faq(
        "bank.transfer-recall", answer: "Ask for a recall within ten days; the receiver has to agree.",
        phrasings: [
            "I transferred money to the wrong account", "Can I recall a transfer?",
            "How do I undo a payment I sent by mistake?",
            "I made a typo in the IBAN", "Is it possible to reverse a bank transfer?",
        ]),
    faq(
        "bank.transfer-limit", answer: "The daily limit is 5,000 € and can be raised in the app.",
        phrasings: [
            "What is the transfer limit?", "How do I raise my daily transfer limit?",
            "I need to send more than the limit allows",
            "How much money can I transfer per day?", "Change the online banking limit",
        ]),
    faq(
        "bank.instant", answer: "Tick Instant on the transfer form; it costs nothing.",
        phrasings: [
            "How do I make an instant transfer?", "Are real time payments available?",
            "What does an instant payment cost?",
            "Can I send money within seconds?", "My instant transfer was rejected",
        ]),
    faq(
        "bank.standing-order", answer: "Set it up under Payments, Standing orders.",
        phrasings: [
            "How do I set up a standing order?", "I want to pay my rent automatically every month",
            "How can I change a standing order?",
            "Delete a recurring transfer", "Create a regular payment",
        ]),
    faq(
        "bank.direct-debit-return", answer: "Direct debits can be returned for eight weeks.",
        phrasings: [
            "How do I return a direct debit?", "A company took money I did not agree to",
            "Can I dispute a direct debit?",
            "How long can I get a debit reversed?", "An unauthorised withdrawal was made by a merchant",
        ]),
    faq(
        "bank.unknown-transaction", answer: "Check the shop's full name in the app, then dispute it there.",
        phrasings: [
            "I don't recognise a card transaction", "There is a strange charge on my statement",
            "How do I dispute a card payment?",
            "Unknown booking on my credit card", "Somebody used my card without permission",
        ]),
    faq(
        "bank.statement", answer: "Statements are in the mailbox of online banking.",
        phrasings: [
            "Where do I find my account statements?", "How can I download a bank statement?",
            "I need a statement from last year",
            "Can I get my statements by post?", "Print my account statement",
        ]),
    faq(
        "bank.iban", answer: "Your IBAN is on your card and at the top of your account.",
        phrasings: [
            "What is my IBAN?", "Where can I find my account number?", "How do I look up the BIC?",
            "I need my bank details", "Where is the IBAN written?",
        ]),
    faq(
        "bank.login-problem", answer: "Reset your access with card and PIN on the login page.",
        phrasings: [
            "I cannot log in to online banking", "My online banking access is blocked",
            "I forgot my online banking password",
            "How do I reset my banking login?", "The bank app does not let me sign in",
        ]),
    faq(
        "bank.new-phone", answer: "Install the app on the new phone and scan the letter's code.",
        phrasings: [
            "I have a new phone, how do I set up the banking app?", "Transfer the TAN app to another device",
            "My old phone is broken and I can't approve payments",
            "How do I register a new device for banking?", "Move my banking app to a new smartphone",
        ]),
    faq(
        "bank.tan", answer: "Approve payments in the app; no code has to be typed.",
        phrasings: [
            "What is a TAN?", "I don't receive a TAN", "How do I approve an online payment?",
            "Which security procedures do you offer for payments?",
            "The approval for my transfer does not arrive on the phone",
        ]),
    faq(
        "bank.phishing", answer: "Do not press the link; forward the mail to abuse@example.com.",
        phrasings: [
            "I got a suspicious email from your bank", "Is this message really from you?",
            "I clicked on a phishing link",
            "How do I report a fraud attempt?", "Somebody called me and asked for my TAN",
        ]),
    faq(
        "bank.overdraft", answer: "Ask for an overdraft in the app; the rate is 9.9 %.",
        phrasings: [
            "How do I get an overdraft?", "What is the overdraft interest rate?", "Can I go below zero on my account?",
            "Raise my overdraft limit", "How much does it cost when my account is in the red?",
        ]),
    faq(
        "bank.loan", answer: "Loans from 1,000 € to 50,000 € are decided online in minutes.",
        phrasings: [
            "How do I apply for a loan?", "I want to borrow money for a car",
            "What interest do you charge on personal loans?",
            "How much credit can I get?", "Am I eligible for a consumer loan?",
        ]),
    faq(
        "bank.loan-early", answer: "You can repay at any time for a fee of at most 1 %.",
        phrasings: [
            "Can I repay my loan early?", "What does it cost to pay off a loan ahead of time?",
            "I want to make an extra repayment",
            "Early settlement of my credit", "Is there a penalty for paying the loan back sooner?",
        ]),
    faq(
        "bank.loan-pause", answer: "One rate a year can be paused; write to us before it is due.",
        phrasings: [
            "Can I pause my loan payments?", "I can't pay my loan rate this month",
            "Is it possible to skip an instalment?",
            "I lost my job and cannot repay my credit", "Defer a loan rate",
        ]),
    faq(
        "bank.mortgage", answer: "Book a meeting with our mortgage advisers online.",
        phrasings: [
            "How do I get a mortgage?", "I want to finance a house", "What are your mortgage rates?",
            "How much deposit do I need to buy a flat?", "Can you calculate a home loan for me?",
        ]),
    faq(
        "bank.savings", answer: "The savings account pays 2.1 % and can be emptied any day.",
        phrasings: [
            "What interest do I get on savings?", "Do you offer a savings account?", "How can I save money with you?",
            "What is the interest rate on the savings account?", "Can I take out my savings at any time?",
        ]),
    faq(
        "bank.fixed-deposit", answer: "Fixed deposits run for 6, 12 or 24 months.",
        phrasings: [
            "Do you have fixed term deposits?", "How long is my money locked in a fixed deposit?",
            "Can I break a term deposit before it ends?",
            "What is the rate for a one year deposit?", "My fixed deposit matures soon, what happens then?",
        ]),
    faq(
        "bank.securities", answer: "Open a securities account in the app; a trade costs 5 €.",
        phrasings: [
            "How do I buy shares?", "Can I trade stocks with you?", "What does a securities account cost?",
            "I want to invest in an ETF", "How can I open a brokerage account?",
        ]),
    faq(
        "bank.tax-certificate", answer: "The yearly tax certificate is in your mailbox from March.",
        phrasings: [
            "Where is my tax certificate?", "I need a document of my interest income for the tax office",
            "When do you send the annual tax statement?",
            "How do I set an exemption order?", "Tax report for my investments",
        ]),
    faq(
        "bank.atm", answer: "Find our machines in the app; cash is free there.",
        phrasings: [
            "Where can I withdraw cash for free?", "Is there an ATM near me?", "Which cash machines can I use?",
            "What does it cost to get cash from another bank's ATM?", "Find a cash dispenser nearby",
        ]),
    faq(
        "bank.atm-limit", answer: "You can draw 1,000 € a day at machines.",
        phrasings: [
            "How much cash can I withdraw?", "What is the daily cash limit?", "Raise my ATM limit",
            "I need to take out more cash than allowed", "What's the maximum withdrawal at a cash machine?",
        ]),
    faq(
        "bank.atm-swallowed", answer: "The machine's owner sends the card back; order a new one in the app.",
        phrasings: [
            "The ATM swallowed my card", "The cash machine kept my card", "The machine did not give my card back",
            "My card got stuck in the ATM", "Card retained by a cash dispenser",
        ]),
    faq(
        "bank.cash-deposit", answer: "Pay in cash at the machines marked Deposit.",
        phrasings: [
            "How do I deposit cash?", "Where can I pay in money?", "Can I pay coins into my account?",
            "Is there a fee for a cash deposit?", "Pay banknotes into my account at the machine",
        ]),
    faq(
        "bank.abroad", answer: "The card works worldwide; outside the euro zone 1.5 % is added.",
        phrasings: [
            "Can I use my card abroad?", "What are the fees for paying in foreign currency?",
            "Do I need to tell you before I travel?",
            "Does my debit card work in the USA?", "Foreign transaction charges",
        ]),
    faq(
        "bank.foreign-transfer", answer: "Transfers outside Europe take two to four days and cost 12 €.",
        phrasings: [
            "How do I send money abroad?", "What does an international transfer cost?",
            "Transfer to an account outside Europe",
            "Which details do I need for a SWIFT payment?", "How long does a transfer to America take?",
        ]),
    faq(
        "bank.currency", answer: "Order foreign cash in a branch two days ahead.",
        phrasings: [
            "Can I order foreign currency?", "Where do I exchange euros for dollars?", "Do you sell Swiss francs?",
            "I need cash in pounds for my holiday", "What is today's exchange rate for cash?",
        ]),
    faq(
        "bank.apple-pay", answer: "Add the card in Wallet, or in our app under Cards.",
        phrasings: [
            "Do you support Apple Pay?", "How do I add my card to Google Pay?", "Can I pay with my phone?",
            "Set up mobile payment", "Why does paying with my smartwatch fail?",
        ]),
    faq(
        "bank.contactless", answer: "Contactless works up to 50 € without PIN and can be switched off in the app.",
        phrasings: [
            "How does contactless payment work?", "Up to what amount do I not need a PIN?",
            "Can I disable contactless on my card?",
            "Tap to pay does not work", "Why must I type my PIN although I pay contactless?",
        ]),
    faq(
        "bank.credit-card", answer: "Apply in the app; the card costs 39 € a year.",
        phrasings: [
            "How do I get a credit card?", "What does a credit card cost per year?", "I want to apply for a Visa card",
            "Which credit cards do you offer?", "Requirements for getting a credit card",
        ]),
    faq(
        "bank.credit-limit", answer: "Ask for a new limit in the app; we answer within a day.",
        phrasings: [
            "How do I increase my credit card limit?", "What is my credit limit?", "My credit card limit is too low",
            "Can I have a higher spending limit?", "Lower the limit of my credit card",
        ]),
    faq(
        "bank.credit-bill", answer: "The bill is booked on the 5th of each month.",
        phrasings: [
            "When is my credit card bill due?", "How do I pay my credit card balance?",
            "When is the card bill taken from my account?",
            "Can I pay the credit card statement in parts?", "What day do you collect the card balance?",
        ]),
    faq(
        "bank.address", answer: "Change it in the app under Profile; confirm with TAN.",
        phrasings: [
            "How do I change my address at the bank?", "I have moved, how do I tell the bank?",
            "Update my personal details",
            "My phone number has changed", "New home address for bank letters",
        ]),
    faq(
        "bank.name", answer: "Send us a copy of the certificate and we print new cards.",
        phrasings: [
            "I got married and changed my name", "How do I change my surname on the account?",
            "New last name on my bank card",
            "What papers do you need for a name change?", "My name is spelled wrong on the card",
        ]),
    faq(
        "bank.death", answer: "Send us the death certificate; our estate desk will call you.",
        phrasings: [
            "What happens to an account when someone dies?", "My father passed away, what do I do about his account?",
            "How do I report a death to the bank?",
            "Access the account of a deceased relative", "Which documents do heirs need?",
        ]),
    faq(
        "bank.power-of-attorney", answer: "Both come to a branch or sign the form online.",
        phrasings: [
            "How do I give someone power of attorney?", "Can my son manage my account?",
            "Authorise another person for my account",
            "I want to revoke a power of attorney", "Somebody else should be able to use my account",
        ]),
    faq(
        "bank.branch", answer: "Our branches are open on weekdays from 9 to 16; book a meeting online.",
        phrasings: [
            "When is the branch open?", "I would like an appointment with an adviser", "Where is the nearest branch?",
            "Can I talk to a bank employee in person?", "Branch opening times",
        ]),
]
