import LadderStaticFAQ

/// Questions software makers, health insurers, telephone and energy companies hear.
let serviceEntries: [FAQEntry] = [
    faq(
        "app.password", answer: "Press Forgot password on the login page.",
        phrasings: [
            "I forgot my password", "How do I reset my password?", "I can't remember my login details",
            "Send me a new password", "The password reset mail does not come",
        ]),
    faq(
        "app.two-factor", answer: "Settings, Security, Two-factor authentication.",
        phrasings: [
            "How do I turn on two-factor authentication?", "Enable 2FA",
            "I want to protect my account with a second factor",
            "Set up an authenticator app", "How can I make my login more secure?",
        ]),
    faq(
        "app.two-factor-off", answer: "Settings, Security; confirm with a code.",
        phrasings: [
            "How do I turn off two-factor authentication?", "Disable 2FA", "Remove the second factor from my login",
            "I no longer want to enter a code when signing in", "Deactivate the authenticator",
        ]),
    faq(
        "app.two-factor-lost", answer: "Use a recovery code, or write to support with your ID.",
        phrasings: [
            "I lost my authenticator device", "I don't have access to my 2FA codes any more",
            "How do I log in without my second factor?",
            "My recovery codes are gone", "New phone and the authenticator app is empty",
        ]),
    faq(
        "app.email", answer: "Settings, Profile, E-mail; confirm from the new address.",
        phrasings: [
            "How do I change my email address?", "I want to use a different email for my account",
            "Update the mail address I log in with",
            "My old email no longer exists", "Replace the email on my profile",
        ]),
    faq(
        "app.username", answer: "Settings, Profile; once every 30 days.",
        phrasings: [
            "How do I change my username?", "Can I pick another display name?", "I don't like my nickname",
            "Rename my profile", "Edit the name other people see",
        ]),
    faq(
        "app.crash", answer: "Update the app, restart the phone, then send us the log.",
        phrasings: [
            "The app keeps crashing", "Your app closes right after opening", "The program freezes all the time",
            "What do I do when the app won't start?", "It crashes whenever I open a file",
        ]),
    faq(
        "app.slow", answer: "Clear the cache under Settings, Storage.",
        phrasings: [
            "The app is very slow", "Everything takes ages to load", "How can I make the software faster?",
            "Why is the page so sluggish?", "Performance is terrible since the update",
        ]),
    faq(
        "app.update", answer: "Help, Check for updates.",
        phrasings: [
            "How do I update the app?", "How can I install the latest version?", "Is there a newer release?",
            "Which version do I have?", "The update fails to install",
        ]),
    faq(
        "app.requirements", answer: "macOS 14, Windows 11 or iOS 17 and newer.",
        phrasings: [
            "What are the system requirements?", "Does it run on Windows?", "Is my phone supported?",
            "Do you have a Linux version?", "Which operating systems do you support?",
        ]),
    faq(
        "app.offline", answer: "Open a project once online, then it works offline.",
        phrasings: [
            "Does the app work offline?", "Can I use it without internet?", "Working on the plane with no connection",
            "How do I make files available offline?", "Do I need to be online all the time?",
        ]),
    faq(
        "app.sync", answer: "Sign in with the same account and press Sync now.",
        phrasings: [
            "My devices do not sync", "Changes on my laptop don't show up on the phone",
            "How does synchronisation work?",
            "Why are my notes missing on the tablet?", "Sync is stuck",
        ]),
    faq(
        "app.restore", answer: "Deleted files stay in the bin for 30 days.",
        phrasings: [
            "How do I restore a deleted file?", "I deleted a document by accident", "Where is the trash?",
            "Can you bring back my lost project?", "Undelete something I removed last week",
        ]),
    faq(
        "app.version-history", answer: "File, Version history; pick a day.",
        phrasings: [
            "How do I go back to an older version of a document?", "Is there a version history?",
            "See earlier changes of a file",
            "Somebody overwrote my text, can I revert it?", "How far back do revisions go?",
        ]),
    faq(
        "app.export", answer: "File, Export; PDF, CSV and JSON.",
        phrasings: [
            "How do I export my data?", "Can I save as PDF?", "Download everything I have stored",
            "Which formats can I export to?", "Get a CSV of my table",
        ]),
    faq(
        "app.import", answer: "File, Import; CSV, XLSX and Markdown.",
        phrasings: [
            "How do I import data?", "Can I upload a spreadsheet?", "Bring in my notes from another program",
            "Which file types can be imported?", "The import of my CSV stops with an error",
        ]),
    faq(
        "app.share", answer: "Press Share and enter an address.",
        phrasings: [
            "How do I share a document?", "Can I invite somebody to my project?", "Let a colleague see my file",
            "Create a public link to a page", "How can others view my work?",
        ]),
    faq(
        "app.permissions", answer: "Press Share and choose view, comment or edit.",
        phrasings: [
            "How do I make a file read only for others?", "Change what a collaborator may do",
            "Revoke access to a shared document",
            "How do I set editing rights?", "Stop sharing with a person",
        ]),
    faq(
        "app.team-add", answer: "Admin, Members, Invite.",
        phrasings: [
            "How do I add a team member?", "Invite a new user to our workspace", "How can I give my coworker a seat?",
            "Add people to our team", "We hired someone, how does she get access?",
        ]),
    faq(
        "app.team-remove", answer: "Admin, Members, Remove; files go to the admin.",
        phrasings: [
            "How do I remove a team member?", "Delete a user from the workspace",
            "An employee has left the company, how do I take away access?",
            "Kick somebody out of our team", "What happens to files when a user is removed?",
        ]),
    faq(
        "app.plan-upgrade", answer: "Billing, Change plan; it is active at once.",
        phrasings: [
            "How do I upgrade my plan?", "I want to switch to the Pro version", "Get more features for my subscription",
            "Move from free to paid", "What do I gain from the business plan?",
        ]),
    faq(
        "app.plan-downgrade", answer: "Billing, Change plan; it changes at the end of the period.",
        phrasings: [
            "How do I downgrade my plan?", "I want to go back to the free version", "Switch to a cheaper subscription",
            "We need fewer seats", "Can I move to a smaller plan?",
        ]),
    faq(
        "app.plan-cancel", answer: "Billing, Cancel; you keep access until the period ends.",
        phrasings: [
            "How do I cancel my subscription?", "I want to stop the automatic renewal", "End my membership",
            "Unsubscribe from the paid plan", "Please don't renew my licence",
        ]),
    faq(
        "app.trial", answer: "The trial lasts 14 days and needs no card.",
        phrasings: [
            "Is there a free trial?", "How long can I test the software?", "Do I need a credit card for the trial?",
            "What happens when my trial ends?", "Can you extend my test period?",
        ]),
    faq(
        "app.price", answer: "Pro costs 8 € a month, Team 12 € per seat.",
        phrasings: [
            "How much does the software cost?", "What is the price of a licence?", "Are there yearly subscriptions?",
            "Where can I see your pricing?", "Is it cheaper if I pay annually?",
        ]),
    faq(
        "app.language", answer: "Settings, Language.",
        phrasings: [
            "How do I change the language of the app?", "Can I switch the interface to German?",
            "The menu is in English, how do I get Spanish?",
            "Which languages are available?", "Set the display language",
        ]),
    faq(
        "app.dark-mode", answer: "Settings, Appearance, Dark.",
        phrasings: [
            "How do I turn on dark mode?", "Is there a night theme?", "The screen is too bright for me",
            "Switch to a dark background", "Enable the black design",
        ]),
    faq(
        "app.notifications-off", answer: "Settings, Notifications; switch off what you do not want.",
        phrasings: [
            "How do I turn off notifications?", "Stop the push messages", "Your app disturbs me all the time",
            "Mute alerts at night", "I get too many notifications",
        ]),
    faq(
        "app.api-key", answer: "Settings, Developers, New key.",
        phrasings: [
            "Where do I find my API key?", "How do I create an access token?", "Do you have a REST API?",
            "My API key was leaked, how do I revoke it?", "Documentation for developers",
        ]),
    faq(
        "app.security", answer: "Data is encrypted at rest and in transit, in the EU.",
        phrasings: [
            "Where is my data stored?", "Is my data encrypted?", "Are you GDPR compliant?",
            "Can your employees read my documents?", "How safe are my files with you?",
        ]),
    faq(
        "health.card", answer: "Upload a photo in the app; the card comes in two weeks.",
        phrasings: [
            "I need a new health insurance card", "My insurance card is lost",
            "How do I order an electronic health card?",
            "My health card has expired", "Upload a photo for my insurance card",
        ]),
    faq(
        "health.dentist", answer: "We pay 80 % of crowns with a bonus book.",
        phrasings: [
            "What do you pay for dental treatment?", "Is teeth cleaning covered?",
            "How much is reimbursed for a crown?",
            "Do you cover braces for my child?", "I need a dental bridge, what will it cost me?",
        ]),
    faq(
        "health.glasses", answer: "Up to 60 € every two years for lenses.",
        phrasings: [
            "Do you pay for glasses?", "Are contact lenses covered?", "How much do I get for new spectacles?",
            "Subsidy for eyewear", "Does the insurance cover an eye test?",
        ]),
    faq(
        "health.claim", answer: "Photograph the bill in the app and send it.",
        phrasings: [
            "How do I submit a medical bill?", "Send in a doctor's invoice", "How do I get reimbursed for a treatment?",
            "Where do I hand in receipts for medicine?", "Upload a claim in the app",
        ]),
    faq(
        "health.claim-status", answer: "The app shows each bill; we need ten working days.",
        phrasings: [
            "When will my medical bill be paid?", "What is the status of my claim?",
            "How long does reimbursement take?",
            "I sent a doctor's invoice weeks ago and heard nothing", "Has my claim been processed?",
        ]),
    faq(
        "health.abroad", answer: "Your card works in the EU; elsewhere take travel cover.",
        phrasings: [
            "Am I insured when I travel?", "Does my health insurance work abroad?", "I need to see a doctor on holiday",
            "Do I need extra travel health cover?", "Medical treatment in a foreign country",
        ]),
    faq(
        "health.family", answer: "Spouses and children without income are insured free.",
        phrasings: [
            "Can my family be insured with me?", "How do I register my newborn for insurance?",
            "Is my husband covered by my policy?",
            "Until what age are children covered?", "Add a dependant to my health insurance",
        ]),
    faq(
        "health.sick-note", answer: "The doctor sends it to us; tell your employer yourself.",
        phrasings: [
            "How do I hand in a sick note?", "Do I have to send you my certificate of illness?",
            "I'm ill and can't work, what do I do?",
            "Where does the doctor's certificate go?", "Does my employer get my sick leave slip automatically?",
        ]),
    faq(
        "health.sick-pay", answer: "We pay 70 % of your wage from the seventh week.",
        phrasings: [
            "When do I get sick pay?", "How much sickness benefit is paid?",
            "I have been ill for six weeks, who pays my wage?",
            "Apply for sickness allowance", "How long is sick pay granted?",
        ]),
    faq(
        "health.preventive", answer: "Check-ups are free from 35, every three years.",
        phrasings: [
            "Which check-ups are free?", "Do you pay for cancer screening?",
            "How often can I have a preventive examination?",
            "Is a skin check covered?", "Am I entitled to a health check?",
        ]),
    faq(
        "phone.roaming-on", answer: "Settings, Mobile data, Roaming; it is free in the EU.",
        phrasings: [
            "How do I activate roaming?", "I have no internet on holiday", "Turn on data roaming",
            "Use my mobile plan in another country", "How can I enable mobile data abroad?",
        ]),
    faq(
        "phone.roaming-cost", answer: "Free in the EU; 5 € a day in the rest of the world.",
        phrasings: [
            "What does roaming cost?", "How much are calls from abroad?", "Is surfing in Turkey expensive?",
            "Are EU countries included in my tariff?", "Roaming charges outside Europe",
        ]),
    faq(
        "phone.sim-lost", answer: "Block the SIM in the app; the new one is free.",
        phrasings: [
            "I lost my SIM card", "My phone was stolen, block my number", "How do I get a replacement SIM?",
            "Block my SIM", "My SIM is defective",
        ]),
    faq(
        "phone.esim", answer: "Order an eSIM in the app and scan the code.",
        phrasings: [
            "Do you support eSIM?", "How do I activate an eSIM?", "Switch from a plastic SIM to eSIM",
            "Move my eSIM to a new phone", "The eSIM QR code does not work",
        ]),
    faq(
        "phone.keep-number", answer: "Give us your old contract and we port it in a week.",
        phrasings: [
            "Can I keep my phone number?", "How do I bring my number from another provider?", "Number porting",
            "I switch to you and want the same mobile number", "How long does it take to transfer my number?",
        ]),
    faq(
        "phone.data-used-up", answer: "Buy 2 GB for 5 € in the app.",
        phrasings: [
            "My data is used up", "How can I buy more data volume?", "The mobile internet is throttled",
            "How much data do I have left?", "Book additional gigabytes",
        ]),
    faq(
        "phone.router", answer: "Pull the plug for a minute; then call us.",
        phrasings: [
            "My internet is not working", "The router has no connection", "The wifi at home is down",
            "Red light on the router", "How do I restart my modem?",
        ]),
    faq(
        "phone.slow", answer: "Measure by cable and send us the result.",
        phrasings: [
            "My internet connection is slow", "I don't get the speed I pay for", "How do I test my bandwidth?",
            "Videos buffer all evening", "Download rate is much lower than promised",
        ]),
    faq(
        "energy.meter", answer: "Send the reading in the app with a photo.",
        phrasings: [
            "How do I submit my meter reading?", "Where do I enter the electricity meter number?",
            "When do I have to read the meter?",
            "I sent the wrong meter value", "Report gas meter figures",
        ]),
    faq(
        "energy.instalment", answer: "Change the monthly payment in the app by up to 30 %.",
        phrasings: [
            "Can I change my monthly electricity payment?", "Why did my energy instalment go up?",
            "My power bill is too high",
            "Lower my advance payment for gas", "How is the monthly energy amount calculated?",
        ]),
]
