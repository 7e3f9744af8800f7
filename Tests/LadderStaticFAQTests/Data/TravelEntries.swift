import LadderStaticFAQ

/// Questions airlines, railways, hotels and car rentals hear.
let travelEntries: [FAQEntry] = [
    faq(
        "travel.checkin", "Check in online from 24 hours before departure.",
        [
            "How do I check in online?", "When does online check-in open?", "Can I check in with the app?",
            "How early can I check in for my flight?", "Where do I get my boarding pass?",
        ]),
    faq(
        "travel.baggage", "One cabin bag of 8 kg and one suitcase of 23 kg are included.",
        [
            "How much luggage can I take?", "What is the baggage allowance?", "How heavy may my suitcase be?",
            "How many bags are included in my ticket?", "Weight limit for checked luggage",
        ]),
    faq(
        "travel.cabin-bag", "A cabin bag may measure 55 × 40 × 23 cm.",
        [
            "How big can my hand luggage be?", "What are the dimensions of a carry-on?",
            "Is a backpack allowed as cabin baggage?",
            "Size of the cabin bag", "May I take a handbag and a small trolley on board?",
        ]),
    faq(
        "travel.extra-bag", "Add a bag in your booking; it is dearer at the airport.",
        [
            "How do I add an extra bag?", "What does excess baggage cost?", "I need to take a second suitcase",
            "My luggage is too heavy, how much do I pay?", "Can I buy additional luggage?",
        ]),
    faq(
        "travel.lost-baggage", "Report it at the baggage desk before you leave the airport.",
        [
            "My suitcase did not arrive", "The airline lost my luggage",
            "What do I do if my bag is missing at the airport?",
            "How can I trace delayed baggage?", "My bag never came out on the belt",
        ]),
    faq(
        "travel.damaged-baggage", "Report damage within seven days with photos.",
        [
            "My suitcase was damaged on the flight", "Who pays for a broken bag?",
            "The wheel of my suitcase broke off during transport",
            "How do I claim for damaged luggage?", "Report damage to baggage",
        ]),
    faq(
        "travel.liquids", "Liquids up to 100 ml in a clear one-litre bag.",
        [
            "Which liquids can I take on board?", "How much liquid is allowed in hand luggage?",
            "Can I bring a water bottle through security?",
            "May I pack perfume in my carry-on?", "Rules about fluids in the cabin",
        ]),
    faq(
        "travel.sports", "Skis, bikes and boards need a booking 48 hours ahead.",
        [
            "Can I take my bike on the plane?", "How much does it cost to transport skis?", "Flying with a surfboard",
            "How do I register sports equipment?", "Is golf luggage included?",
        ]),
    faq(
        "travel.pet", "Small animals up to 8 kg travel in the cabin for 60 €.",
        [
            "Can I bring my dog on the flight?", "How do I travel with a cat?", "Are pets allowed in the cabin?",
            "What does it cost to fly with an animal?", "Register a pet for my trip",
        ]),
    faq(
        "travel.infant", "Under two years on your lap for 10 % of the fare.",
        [
            "Does my baby need a ticket?", "How do I book a flight with an infant?", "Can I bring a pram?",
            "Do toddlers fly for free?", "Travelling with a newborn",
        ]),
    faq(
        "travel.unaccompanied", "Children from 5 to 11 fly alone with our escort service.",
        [
            "Can my child fly alone?", "Do you look after unaccompanied minors?",
            "From what age may kids travel by themselves?",
            "What does the escort service for children cost?", "My ten year old wants to visit grandma without us",
        ]),
    faq(
        "travel.change-flight", "Change date and time in your booking up to two hours before.",
        [
            "How do I change my flight?", "Can I move my booking to another date?", "I need a later departure",
            "What does rebooking cost?", "I want to fly on a different day",
        ]),
    faq(
        "travel.cancel-flight", "Cancel in your booking; flex fares are refunded in full.",
        [
            "How do I cancel my flight?", "Do I get a refund if I cancel my ticket?",
            "I can't travel and want my money back for the flight",
            "What are the cancellation fees?", "Annul my booking",
        ]),
    faq(
        "travel.airline-cancelled", "You choose a new flight or the full price back.",
        [
            "My flight was cancelled by the airline", "What are my rights when you cancel a flight?",
            "You cancelled my flight, what now?",
            "Will I be rebooked after a cancellation?", "Do you pay a hotel when the flight does not leave?",
        ]),
    faq(
        "travel.delay", "From three hours late you may claim 250 to 600 €.",
        [
            "My flight is delayed", "Do I get compensation for a late flight?", "How do I claim money for a delay?",
            "We landed four hours late", "What am I entitled to if departure is postponed?",
        ]),
    faq(
        "travel.missed", "Call us before departure; later the ticket is lost.",
        [
            "I missed my flight", "What happens if I am late at the gate?", "I overslept and my plane is gone",
            "Is my ticket still valid after a no show?", "I won't make it to the airport in time",
        ]),
    faq(
        "travel.connection", "On one booking we carry you on the next connection.",
        [
            "I missed my connecting flight", "How much time do I need to change planes?",
            "Do I have to collect my bags at the stopover?",
            "My transfer time is too short", "What is the minimum connection time?",
        ]),
    faq(
        "travel.seat", "Choose seats in the booking from 8 €.",
        [
            "How do I reserve a seat?", "Can we sit together?", "What does a window seat cost?",
            "I want more legroom", "Change my seat on the plane",
        ]),
    faq(
        "travel.meal", "Order special meals up to 24 hours before departure.",
        [
            "Can I order a vegetarian meal?", "Do you serve food on board?", "I have a nut allergy, what about meals?",
            "How do I request a special meal?", "Is breakfast served during the flight?",
        ]),
    faq(
        "travel.wifi", "Wifi on board costs 5 € per flight.",
        [
            "Is there wifi on the plane?", "Can I use the internet during the flight?",
            "How much does onboard internet cost?",
            "Is there wireless on board?", "Will I be online in the air?",
        ]),
    faq(
        "travel.name", "Up to three letters are free; more needs a new ticket.",
        [
            "My name is misspelled on the ticket", "Can I transfer my ticket to someone else?",
            "Correct the passenger name",
            "I booked under my maiden name", "How do I fix a spelling mistake in my booking?",
        ]),
    faq(
        "travel.passport", "Check the entry rules on the foreign ministry's page.",
        [
            "Do I need a passport?", "Is an identity card enough to fly?", "Do I need a visa for my destination?",
            "My passport has expired, can I still fly?", "Which travel documents are required?",
        ]),
    faq(
        "travel.confirmation", "Look in your spam, or resend it under My booking.",
        [
            "I didn't receive a booking confirmation", "Where is my e-ticket?", "Send my itinerary again",
            "No mail after I booked", "How do I know my reservation went through?",
        ]),
    faq(
        "travel.miles", "Enter your number in the booking; late miles up to six months.",
        [
            "How do I collect miles?", "My miles are missing", "Can I use miles to pay for a flight?",
            "When do frequent flyer miles expire?", "How do I join the frequent flyer programme?",
        ]),
    faq(
        "travel.upgrade", "Bid for an upgrade, or pay with miles.",
        [
            "How do I upgrade to business class?", "What does an upgrade cost?", "Can I switch from economy to first?",
            "I would like a better class", "Do you offer last minute upgrades?",
        ]),
    faq(
        "travel.lounge", "Lounges open to business class, or for 35 €.",
        [
            "Can I use the lounge?", "How do I get into the airport lounge?", "What does lounge access cost?",
            "Is there a place to relax before departure?", "May I bring a guest to the lounge?",
        ]),
    faq(
        "travel.wheelchair", "Tell us 48 hours before and we bring you to the seat.",
        [
            "I need a wheelchair at the airport", "Assistance for disabled passengers",
            "How do I book help for reduced mobility?",
            "My mother can't walk far, can you help her to the gate?", "Can I take my own electric wheelchair?",
        ]),
    faq(
        "travel.pregnant", "You may fly until the 36th week; from the 28th with a note.",
        [
            "Can I fly while pregnant?", "Until which week of pregnancy may I travel?",
            "Do I need a doctor's note when expecting a baby?",
            "Is flying safe in the third trimester?", "Rules for pregnant passengers",
        ]),
    faq(
        "travel.parking", "Book airport parking with us from 6 € a day.",
        [
            "Where can I park at the airport?", "How much is airport parking?",
            "Can I leave my car at the terminal for a week?",
            "Reserve a parking space", "Is there long term parking?",
        ]),
    faq(
        "travel.hotel-checkin", "Rooms are ready from 15:00.",
        [
            "What time can I check in at the hotel?", "When is my room ready?", "Is early check-in possible?",
            "We arrive in the morning, can we get into the room?", "From what hour can I move into my room?",
        ]),
    faq(
        "travel.hotel-checkout", "Please leave by 11:00; late check-out costs 20 €.",
        [
            "When do I have to check out?", "Can we get a late checkout?", "Until what time may I keep the room?",
            "What is the latest I have to leave my room?", "Checkout time of the hotel",
        ]),
    faq(
        "travel.hotel-cancel", "Free until 18:00 on the day before arrival.",
        [
            "How do I cancel my hotel reservation?", "Until when can I cancel my room for free?",
            "We can't come to the hotel after all",
            "Is my hotel booking refundable?", "What do I pay if I cancel the room on short notice?",
        ]),
    faq(
        "travel.hotel-breakfast", "Breakfast is served from 6:30 to 10:30 and costs 18 €.",
        [
            "Is breakfast included?", "When is breakfast served?", "How much does the breakfast buffet cost?",
            "Do you have gluten free breakfast?", "Can I add breakfast to my room?",
        ]),
    faq(
        "travel.hotel-pets", "Dogs are welcome for 15 € a night.",
        [
            "Are dogs allowed in the hotel?", "Can I bring my pet to the room?", "Is the hotel animal friendly?",
            "What do you charge for a dog per night?", "Do you accept cats in the rooms?",
        ]),
    faq(
        "travel.hotel-pool", "Pool and sauna are open from 7 to 22 and free for guests.",
        [
            "Does the hotel have a pool?", "When is the swimming pool open?", "Is the spa free for guests?",
            "Do you have a sauna?", "Are children allowed in the pool?",
        ]),
    faq(
        "travel.hotel-extra-bed", "An extra bed costs 25 €, a cot nothing.",
        [
            "Can I get an extra bed?", "Do you have a cot for our baby?", "We are three, is there a third bed?",
            "How much is an additional bed in the room?", "Family rooms with space for kids",
        ]),
    faq(
        "travel.hotel-shuttle", "The shuttle leaves every half hour and costs 5 €.",
        [
            "Is there a shuttle from the airport to the hotel?", "How do I get to the hotel?",
            "Do you offer airport transfers?",
            "Can someone pick me up at the station?", "What does the hotel bus cost?",
        ]),
    faq(
        "travel.car-age", "Drivers must be 21 and have a licence for a year.",
        [
            "How old must I be to rent a car?", "Can a 20 year old hire a car?", "Is there a fee for young drivers?",
            "What is the minimum age for car rental?", "Do I need to have my licence for a certain time?",
        ]),
    faq(
        "travel.car-deposit", "300 € are held on a credit card and released at return.",
        [
            "How high is the deposit for a rental car?", "Do I need a credit card to rent a car?",
            "When do I get my car deposit back?",
            "Can I leave the security for the rental in cash?", "Why is there a hold on my card for the rental?",
        ]),
    faq(
        "travel.car-fuel", "Bring it back full, or pay 2.50 € a litre.",
        [
            "Do I have to refuel the rental car?", "What is your fuel policy?",
            "Should I return the hire car with a full tank?",
            "What if I don't fill up before returning the car?", "How much do you charge for missing petrol?",
        ]),
    faq(
        "travel.car-accident", "Call the police, then the number on the key ring.",
        [
            "I had an accident with the rental car", "The hire car has broken down",
            "Who do I call if there is damage to the rental?",
            "I scratched the car I rented", "Flat tyre on my rental",
        ]),
    faq(
        "travel.car-insurance", "Full cover without excess costs 15 € a day.",
        [
            "Is insurance included in the car rental?", "Do I need full cover for the hire car?",
            "How can I reduce the excess?",
            "What does the rental insurance pay for?", "Am I covered if the rental gets stolen?",
        ]),
    faq(
        "travel.car-driver", "Each further driver costs 5 € a day.",
        [
            "Can a second person drive the rental car?", "How do I add another driver?",
            "What does an additional driver cost?",
            "May my wife drive the hire car too?", "Several drivers for one rental",
        ]),
    faq(
        "travel.car-border", "You may drive to all neighbouring countries after telling us.",
        [
            "Can I take the rental car to another country?", "Am I allowed to cross the border with the hire car?",
            "Driving a rented vehicle abroad", "May I return the car in a different country?",
            "Is Italy permitted with your cars?",
        ]),
    faq(
        "travel.train-refund", "Flexible tickets are refunded until the first day of validity.",
        [
            "Can I get my train ticket refunded?", "How do I cancel a rail ticket?",
            "My train plans changed, can I return the ticket?",
            "Is a saver fare refundable?", "Give back a railway ticket",
        ]),
    faq(
        "travel.train-delay", "From one hour late you get 25 % back, from two hours 50 %.",
        [
            "My train was late, do I get money back?", "How do I claim compensation for a train delay?",
            "The train was an hour late",
            "Passenger rights form for rail delays", "I missed my connecting train",
        ]),
    faq(
        "travel.train-seat", "Seats cost 5 € and are booked with the ticket or later.",
        [
            "How do I reserve a seat on the train?", "Is a train seat reservation compulsory?",
            "Do I have to book a place in the train?",
            "I want a table seat in the quiet coach", "What does a rail seat reservation cost?",
        ]),
    faq(
        "travel.train-bike", "Bikes need a ticket of their own and a reserved place.",
        [
            "Can I take my bicycle on the train?", "How much is a bike ticket?", "Where do bikes go in the train?",
            "Is a folding bike free by rail?", "Reserve a bicycle space",
        ]),
    faq(
        "travel.train-card", "The rail card saves 25 % for a year and renews by itself.",
        [
            "How does the rail discount card work?", "What does the railcard cost?", "How do I cancel my rail card?",
            "Is there a reduction card for train travel?", "My railcard has expired",
        ]),
    faq(
        "travel.group", "From ten people on you pay the group fare.",
        [
            "Do you have group discounts?", "How do I book for 15 people?",
            "We are a school class and want to travel together",
            "Is there a special fare for groups?", "Trip with a party of twelve",
        ]),
]
