import LadderStaticFAQ

/// Questions airlines, railways, hotels and car rentals hear.
let travelEntries: [FAQEntry] = [
    faq(
        "travel.checkin", answer: "Check in online from 24 hours before departure.",
        phrasings: [
            "How do I check in online?", "When does online check-in open?", "Can I check in with the app?",
            "How early can I check in for my flight?", "Where do I get my boarding pass?",
        ]),
    faq(
        "travel.baggage", answer: "One cabin bag of 8 kg and one suitcase of 23 kg are included.",
        phrasings: [
            "How much luggage can I take?", "What is the baggage allowance?", "How heavy may my suitcase be?",
            "How many bags are included in my ticket?", "Weight limit for checked luggage",
        ]),
    faq(
        "travel.cabin-bag", answer: "A cabin bag may measure 55 × 40 × 23 cm.",
        phrasings: [
            "How big can my hand luggage be?", "What are the dimensions of a carry-on?",
            "Is a backpack allowed as cabin baggage?",
            "Size of the cabin bag", "May I take a handbag and a small trolley on board?",
        ]),
    faq(
        "travel.extra-bag", answer: "Add a bag in your booking; it is dearer at the airport.",
        phrasings: [
            "How do I add an extra bag?", "What does excess baggage cost?", "I need to take a second suitcase",
            "My luggage is too heavy, how much do I pay?", "Can I buy additional luggage?",
        ]),
    faq(
        "travel.lost-baggage", answer: "Report it at the baggage desk before you leave the airport.",
        phrasings: [
            "My suitcase did not arrive", "The airline lost my luggage",
            "What do I do if my bag is missing at the airport?",
            "How can I trace delayed baggage?", "My bag never came out on the belt",
        ]),
    faq(
        "travel.damaged-baggage", answer: "Report damage within seven days with photos.",
        phrasings: [
            "My suitcase was damaged on the flight", "Who pays for a broken bag?",
            "The wheel of my suitcase broke off during transport",
            "How do I claim for damaged luggage?", "Report damage to baggage",
        ]),
    faq(
        "travel.liquids", answer: "Liquids up to 100 ml in a clear one-litre bag.",
        phrasings: [
            "Which liquids can I take on board?", "How much liquid is allowed in hand luggage?",
            "Can I bring a water bottle through security?",
            "May I pack perfume in my carry-on?", "Rules about fluids in the cabin",
        ]),
    faq(
        "travel.sports", answer: "Skis, bikes and boards need a booking 48 hours ahead.",
        phrasings: [
            "Can I take my bike on the plane?", "How much does it cost to transport skis?", "Flying with a surfboard",
            "How do I register sports equipment?", "Is golf luggage included?",
        ]),
    faq(
        "travel.pet", answer: "Small animals up to 8 kg travel in the cabin for 60 €.",
        phrasings: [
            "Can I bring my dog on the flight?", "How do I travel with a cat?", "Are pets allowed in the cabin?",
            "What does it cost to fly with an animal?", "Register a pet for my trip",
        ]),
    faq(
        "travel.infant", answer: "Under two years on your lap for 10 % of the fare.",
        phrasings: [
            "Does my baby need a ticket?", "How do I book a flight with an infant?", "Can I bring a pram?",
            "Do toddlers fly for free?", "Travelling with a newborn",
        ]),
    faq(
        "travel.unaccompanied", answer: "Children from 5 to 11 fly alone with our escort service.",
        phrasings: [
            "Can my child fly alone?", "Do you look after unaccompanied minors?",
            "From what age may kids travel by themselves?",
            "What does the escort service for children cost?", "My ten year old wants to visit grandma without us",
        ]),
    faq(
        "travel.change-flight", answer: "Change date and time in your booking up to two hours before.",
        phrasings: [
            "How do I change my flight?", "Can I move my booking to another date?", "I need a later departure",
            "What does rebooking cost?", "I want to fly on a different day",
        ]),
    faq(
        "travel.cancel-flight", answer: "Cancel in your booking; flex fares are refunded in full.",
        phrasings: [
            "How do I cancel my flight?", "Do I get a refund if I cancel my ticket?",
            "I can't travel and want my money back for the flight",
            "What are the cancellation fees?", "Annul my booking",
        ]),
    faq(
        "travel.airline-cancelled", answer: "You choose a new flight or the full price back.",
        phrasings: [
            "My flight was cancelled by the airline", "What are my rights when you cancel a flight?",
            "You cancelled my flight, what now?",
            "Will I be rebooked after a cancellation?", "Do you pay a hotel when the flight does not leave?",
        ]),
    faq(
        "travel.delay", answer: "From three hours late you may claim 250 to 600 €.",
        phrasings: [
            "My flight is delayed", "Do I get compensation for a late flight?", "How do I claim money for a delay?",
            "We landed four hours late", "What am I entitled to if departure is postponed?",
        ]),
    faq(
        "travel.missed", answer: "Call us before departure; later the ticket is lost.",
        phrasings: [
            "I missed my flight", "What happens if I am late at the gate?", "I overslept and my plane is gone",
            "Is my ticket still valid after a no show?", "I won't make it to the airport in time",
        ]),
    faq(
        "travel.connection", answer: "On one booking we carry you on the next connection.",
        phrasings: [
            "I missed my connecting flight", "How much time do I need to change planes?",
            "Do I have to collect my bags at the stopover?",
            "My transfer time is too short", "What is the minimum connection time?",
        ]),
    faq(
        "travel.seat", answer: "Choose seats in the booking from 8 €.",
        phrasings: [
            "How do I reserve a seat?", "Can we sit together?", "What does a window seat cost?",
            "I want more legroom", "Change my seat on the plane",
        ]),
    faq(
        "travel.meal", answer: "Order special meals up to 24 hours before departure.",
        phrasings: [
            "Can I order a vegetarian meal?", "Do you serve food on board?", "I have a nut allergy, what about meals?",
            "How do I request a special meal?", "Is breakfast served during the flight?",
        ]),
    faq(
        "travel.wifi", answer: "Wifi on board costs 5 € per flight.",
        phrasings: [
            "Is there wifi on the plane?", "Can I use the internet during the flight?",
            "How much does onboard internet cost?",
            "Is there wireless on board?", "Will I be online in the air?",
        ]),
    faq(
        "travel.name", answer: "Up to three letters are free; more needs a new ticket.",
        phrasings: [
            "My name is misspelled on the ticket", "Can I transfer my ticket to someone else?",
            "Correct the passenger name",
            "I booked under my maiden name", "How do I fix a spelling mistake in my booking?",
        ]),
    faq(
        "travel.passport", answer: "Check the entry rules on the foreign ministry's page.",
        phrasings: [
            "Do I need a passport?", "Is an identity card enough to fly?", "Do I need a visa for my destination?",
            "My passport has expired, can I still fly?", "Which travel documents are required?",
        ]),
    faq(
        "travel.confirmation", answer: "Look in your spam, or resend it under My booking.",
        phrasings: [
            "I didn't receive a booking confirmation", "Where is my e-ticket?", "Send my itinerary again",
            "No mail after I booked", "How do I know my reservation went through?",
        ]),
    faq(
        "travel.miles", answer: "Enter your number in the booking; late miles up to six months.",
        phrasings: [
            "How do I collect miles?", "My miles are missing", "Can I use miles to pay for a flight?",
            "When do frequent flyer miles expire?", "How do I join the frequent flyer programme?",
        ]),
    faq(
        "travel.upgrade", answer: "Bid for an upgrade, or pay with miles.",
        phrasings: [
            "How do I upgrade to business class?", "What does an upgrade cost?", "Can I switch from economy to first?",
            "I would like a better class", "Do you offer last minute upgrades?",
        ]),
    faq(
        "travel.lounge", answer: "Lounges open to business class, or for 35 €.",
        phrasings: [
            "Can I use the lounge?", "How do I get into the airport lounge?", "What does lounge access cost?",
            "Is there a place to relax before departure?", "May I bring a guest to the lounge?",
        ]),
    faq(
        "travel.wheelchair", answer: "Tell us 48 hours before and we bring you to the seat.",
        phrasings: [
            "I need a wheelchair at the airport", "Assistance for disabled passengers",
            "How do I book help for reduced mobility?",
            "My mother can't walk far, can you help her to the gate?", "Can I take my own electric wheelchair?",
        ]),
    faq(
        "travel.pregnant", answer: "You may fly until the 36th week; from the 28th with a note.",
        phrasings: [
            "Can I fly while pregnant?", "Until which week of pregnancy may I travel?",
            "Do I need a doctor's note when expecting a baby?",
            "Is flying safe in the third trimester?", "Rules for pregnant passengers",
        ]),
    faq(
        "travel.parking", answer: "Book airport parking with us from 6 € a day.",
        phrasings: [
            "Where can I park at the airport?", "How much is airport parking?",
            "Can I leave my car at the terminal for a week?",
            "Reserve a parking space", "Is there long term parking?",
        ]),
    faq(
        "travel.hotel-checkin", answer: "Rooms are ready from 15:00.",
        phrasings: [
            "What time can I check in at the hotel?", "When is my room ready?", "Is early check-in possible?",
            "We arrive in the morning, can we get into the room?", "From what hour can I move into my room?",
        ]),
    faq(
        "travel.hotel-checkout", answer: "Please leave by 11:00; late check-out costs 20 €.",
        phrasings: [
            "When do I have to check out?", "Can we get a late checkout?", "Until what time may I keep the room?",
            "What is the latest I have to leave my room?", "Checkout time of the hotel",
        ]),
    faq(
        "travel.hotel-cancel", answer: "Free until 18:00 on the day before arrival.",
        phrasings: [
            "How do I cancel my hotel reservation?", "Until when can I cancel my room for free?",
            "We can't come to the hotel after all",
            "Is my hotel booking refundable?", "What do I pay if I cancel the room on short notice?",
        ]),
    faq(
        "travel.hotel-breakfast", answer: "Breakfast is served from 6:30 to 10:30 and costs 18 €.",
        phrasings: [
            "Is breakfast included?", "When is breakfast served?", "How much does the breakfast buffet cost?",
            "Do you have gluten free breakfast?", "Can I add breakfast to my room?",
        ]),
    faq(
        "travel.hotel-pets", answer: "Dogs are welcome for 15 € a night.",
        phrasings: [
            "Are dogs allowed in the hotel?", "Can I bring my pet to the room?", "Is the hotel animal friendly?",
            "What do you charge for a dog per night?", "Do you accept cats in the rooms?",
        ]),
    faq(
        "travel.hotel-pool", answer: "Pool and sauna are open from 7 to 22 and free for guests.",
        phrasings: [
            "Does the hotel have a pool?", "When is the swimming pool open?", "Is the spa free for guests?",
            "Do you have a sauna?", "Are children allowed in the pool?",
        ]),
    faq(
        "travel.hotel-extra-bed", answer: "An extra bed costs 25 €, a cot nothing.",
        phrasings: [
            "Can I get an extra bed?", "Do you have a cot for our baby?", "We are three, is there a third bed?",
            "How much is an additional bed in the room?", "Family rooms with space for kids",
        ]),
    faq(
        "travel.hotel-shuttle", answer: "The shuttle leaves every half hour and costs 5 €.",
        phrasings: [
            "Is there a shuttle from the airport to the hotel?", "How do I get to the hotel?",
            "Do you offer airport transfers?",
            "Can someone pick me up at the station?", "What does the hotel bus cost?",
        ]),
    faq(
        "travel.car-age", answer: "Drivers must be 21 and have a licence for a year.",
        phrasings: [
            "How old must I be to rent a car?", "Can a 20 year old hire a car?", "Is there a fee for young drivers?",
            "What is the minimum age for car rental?", "Do I need to have my licence for a certain time?",
        ]),
    faq(
        "travel.car-deposit", answer: "300 € are held on a credit card and released at return.",
        phrasings: [
            "How high is the deposit for a rental car?", "Do I need a credit card to rent a car?",
            "When do I get my car deposit back?",
            "Can I leave the security for the rental in cash?", "Why is there a hold on my card for the rental?",
        ]),
    faq(
        "travel.car-fuel", answer: "Bring it back full, or pay 2.50 € a litre.",
        phrasings: [
            "Do I have to refuel the rental car?", "What is your fuel policy?",
            "Should I return the hire car with a full tank?",
            "What if I don't fill up before returning the car?", "How much do you charge for missing petrol?",
        ]),
    faq(
        "travel.car-accident", answer: "Call the police, then the number on the key ring.",
        phrasings: [
            "I had an accident with the rental car", "The hire car has broken down",
            "Who do I call if there is damage to the rental?",
            "I scratched the car I rented", "Flat tyre on my rental",
        ]),
    faq(
        "travel.car-insurance", answer: "Full cover without excess costs 15 € a day.",
        phrasings: [
            "Is insurance included in the car rental?", "Do I need full cover for the hire car?",
            "How can I reduce the excess?",
            "What does the rental insurance pay for?", "Am I covered if the rental gets stolen?",
        ]),
    faq(
        "travel.car-driver", answer: "Each further driver costs 5 € a day.",
        phrasings: [
            "Can a second person drive the rental car?", "How do I add another driver?",
            "What does an additional driver cost?",
            "May my wife drive the hire car too?", "Several drivers for one rental",
        ]),
    faq(
        "travel.car-border", answer: "You may drive to all neighbouring countries after telling us.",
        phrasings: [
            "Can I take the rental car to another country?", "Am I allowed to cross the border with the hire car?",
            "Driving a rented vehicle abroad", "May I return the car in a different country?",
            "Is Italy permitted with your cars?",
        ]),
    faq(
        "travel.train-refund", answer: "Flexible tickets are refunded until the first day of validity.",
        phrasings: [
            "Can I get my train ticket refunded?", "How do I cancel a rail ticket?",
            "My train plans changed, can I return the ticket?",
            "Is a saver fare refundable?", "Give back a railway ticket",
        ]),
    faq(
        "travel.train-delay", answer: "From one hour late you get 25 % back, from two hours 50 %.",
        phrasings: [
            "My train was late, do I get money back?", "How do I claim compensation for a train delay?",
            "The train was an hour late",
            "Passenger rights form for rail delays", "I missed my connecting train",
        ]),
    faq(
        "travel.train-seat", answer: "Seats cost 5 € and are booked with the ticket or later.",
        phrasings: [
            "How do I reserve a seat on the train?", "Is a train seat reservation compulsory?",
            "Do I have to book a place in the train?",
            "I want a table seat in the quiet coach", "What does a rail seat reservation cost?",
        ]),
    faq(
        "travel.train-bike", answer: "Bikes need a ticket of their own and a reserved place.",
        phrasings: [
            "Can I take my bicycle on the train?", "How much is a bike ticket?", "Where do bikes go in the train?",
            "Is a folding bike free by rail?", "Reserve a bicycle space",
        ]),
    faq(
        "travel.train-card", answer: "The rail card saves 25 % for a year and renews by itself.",
        phrasings: [
            "How does the rail discount card work?", "What does the railcard cost?", "How do I cancel my rail card?",
            "Is there a reduction card for train travel?", "My railcard has expired",
        ]),
    faq(
        "travel.group", answer: "From ten people on you pay the group fare.",
        phrasings: [
            "Do you have group discounts?", "How do I book for 15 people?",
            "We are a school class and want to travel together",
            "Is there a special fare for groups?", "Trip with a party of twelve",
        ]),
]
