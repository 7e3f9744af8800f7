import LadderStaticFAQ

/// Questions to an online shop.
let shopEntries: [FAQEntry] = [
    faq(
        "shop.return", answer: "Return anything within 30 days from your orders page.",
        phrasings: [
            "How do I return an item?", "I want to send something back",
            "What is the procedure for returning a product?",
            "Can I give back an article I don't like?", "How can I make a return?",
        ]),
    faq(
        "shop.refund-time", answer: "Refunds arrive within 5 working days of the parcel reaching us.",
        phrasings: [
            "How long does a refund take?", "When will I get my money back after a return?",
            "I returned my parcel, when is the refund paid out?", "How many days until my refund arrives?",
            "Why has my refund not arrived yet?",
        ]),
    faq(
        "shop.return-cost", answer: "Returns are free from within the EU.",
        phrasings: [
            "Is returning an item free?", "Who pays the postage for a return?", "Do you charge for return shipping?",
            "How much does it cost to send an order back?", "Do I have to pay for the return label?",
        ]),
    faq(
        "shop.exchange", answer: "Order the new size and return the old one free of charge.",
        phrasings: [
            "Can I exchange an item for another size?", "The shoes are too small, can I swap them?",
            "How do I exchange a product?", "I need a different size of what I ordered",
            "Is it possible to switch my order to another colour?",
        ]),
    faq(
        "shop.track", answer: "Open your order and choose Track parcel.",
        phrasings: [
            "Where is my order?", "How can I track my package?", "Do you have a tracking number for my parcel?",
            "I want to see where my delivery is right now", "How do I follow my shipment?",
        ]),
    faq(
        "shop.late", answer: "If tracking has not moved for three days, write to us and we will trace it.",
        phrasings: [
            "My order is late", "The package should have been here yesterday", "Why is my delivery delayed?",
            "What should I do when my parcel does not arrive on time?", "My shipment has been stuck for days",
        ]),
    faq(
        "shop.cancel-order", answer: "You can cancel until the parcel is packed, on the order page.",
        phrasings: [
            "How do I cancel my order?", "Can I still cancel a purchase I just made?",
            "I ordered by mistake, please cancel it",
            "Is it possible to stop an order before it ships?", "I would like to withdraw my order",
        ]),
    faq(
        "shop.change-delivery-address", answer: "Change the delivery address on the order page until it ships.",
        phrasings: [
            "Can I change the delivery address of my order?", "I entered the wrong shipping address",
            "How do I send my parcel to a different address?", "I moved house, can you redirect my package?",
            "Update the address where my order gets delivered",
        ]),
    faq(
        "shop.shipping-cost", answer: "Shipping is 4.90 €, free from 50 €.",
        phrasings: [
            "How much is shipping?", "What are the delivery charges?", "From what amount is delivery free?",
            "Do you offer free shipping?", "What do I pay for postage?",
        ]),
    faq(
        "shop.delivery-time", answer: "Standard delivery takes two to three working days.",
        phrasings: [
            "How long does delivery take?", "When will my order arrive?", "What is the usual delivery time?",
            "How many days does shipping need?", "How fast do you deliver?",
        ]),
    faq(
        "shop.express", answer: "Express orders placed before noon arrive the next day for 9.90 €.",
        phrasings: [
            "Do you offer express delivery?", "Can I get my order by tomorrow?", "Is next day delivery available?",
            "I need my parcel urgently, is there a faster option?", "How much does express shipping cost?",
        ]),
    faq(
        "shop.international", answer: "We deliver to all EU countries, Norway and Switzerland.",
        phrasings: [
            "Do you ship abroad?", "Which countries do you deliver to?", "Can I order from Switzerland?",
            "Is international shipping possible?", "Do you send parcels overseas?",
        ]),
    faq(
        "shop.pickup", answer: "Choose a parcel shop near you at checkout.",
        phrasings: [
            "Can I collect my order in a store?", "Do you have click and collect?", "Can I pick up my parcel myself?",
            "Is delivery to a pickup point possible?", "Send my package to a parcel shop",
        ]),
    faq(
        "shop.missing-item", answer: "Tell us the order number and we send the missing piece.",
        phrasings: [
            "An item is missing from my parcel", "My order is incomplete", "I did not receive everything I ordered",
            "One article was not in the box", "Part of my delivery is missing",
        ]),
    faq(
        "shop.damaged", answer: "Send a photo and we replace it at once.",
        phrasings: [
            "My item arrived damaged", "The product was broken when I opened the box",
            "What if the goods are faulty on arrival?",
            "I received a defective article", "The glass arrived in pieces",
        ]),
    faq(
        "shop.wrong-item", answer: "Keep the parcel; we send the right article and a return label.",
        phrasings: [
            "I received the wrong item", "You sent me something I did not order",
            "The parcel contains a different product",
            "This is not the article I bought", "Wrong colour was delivered",
        ]),
    faq(
        "shop.payment-methods", answer: "We take cards, PayPal, bank transfer and invoice.",
        phrasings: [
            "Which payment methods do you accept?", "How can I pay?", "Can I pay with PayPal?",
            "Do you take credit cards?",
            "Is it possible to pay by invoice?",
        ]),
    faq(
        "shop.instalments", answer: "Orders from 100 € can be paid in three, six or twelve instalments.",
        phrasings: [
            "Can I pay in instalments?", "Do you offer financing?",
            "Is it possible to split the payment into monthly rates?",
            "Buy now and pay later, is that available?", "How does paying in rates work?",
        ]),
    faq(
        "shop.payment-declined", answer: "Check limit and security code, or choose another way to pay.",
        phrasings: [
            "My payment was declined", "Why was my card rejected at checkout?", "The payment does not go through",
            "I get an error when I try to pay", "Checkout refuses my credit card",
        ]),
    faq(
        "shop.voucher", answer: "Enter the code in the basket before you pay.",
        phrasings: [
            "How do I redeem a voucher?", "Where can I enter a discount code?", "How do I use my promo code?",
            "Where is the field for a coupon?", "I have a gift code, where do I put it?",
        ]),
    faq(
        "shop.voucher-invalid",
        answer: "Codes have a minimum order value and an end date; both are printed below the code.",
        phrasings: [
            "My discount code does not work", "Why is my voucher not accepted?", "The coupon is shown as invalid",
            "Promo code expired, what now?", "The shop says my code cannot be used",
        ]),
    faq(
        "shop.gift-card", answer: "Gift cards from 10 € to 200 € come by e-mail within minutes.",
        phrasings: [
            "Do you sell gift cards?", "Where can I buy a gift voucher?", "I want to give a friend a gift card",
            "Can I order a gift card online?", "Which amounts do gift cards come in?",
        ]),
    faq(
        "shop.gift-wrap", answer: "Tick Gift wrap in the basket; it costs 3 €.",
        phrasings: [
            "Can you gift wrap my order?", "Do you offer gift wrapping?", "Is it possible to pack it as a present?",
            "Can I add a greeting card to the parcel?", "Please wrap the item as a gift",
        ]),
    faq(
        "shop.invoice", answer: "Invoices are in your account under Orders.",
        phrasings: [
            "Where can I find my invoice?", "I need a receipt for my purchase",
            "How do I download the bill for my order?",
            "Can you send me the invoice again?", "I did not get an invoice for my order",
        ]),
    faq(
        "shop.invoice-company", answer: "Write to us before shipping and we put the company on the invoice.",
        phrasings: [
            "Can the invoice be made out to my company?", "I need the VAT number on the bill",
            "How do I order as a business customer?", "Please put our firm's name on the invoice",
            "Can I change the billing name to a company?",
        ]),
    faq(
        "shop.stock-alert", answer: "Press Remind me and we write when it is back.",
        phrasings: [
            "When will the item be back in stock?", "The product is sold out",
            "Can you notify me when an article is available again?",
            "Is there a reminder for out of stock items?", "How do I find out when something gets restocked?",
        ]),
    faq(
        "shop.size-guide", answer: "Each product page has a size chart with measurements.",
        phrasings: [
            "Which size should I choose?", "Is there a size chart?", "How do I find the right size?",
            "Do your clothes run small?",
            "Where do I see the measurements of a product?",
        ]),
    faq(
        "shop.warranty", answer: "You have two years of warranty on everything.",
        phrasings: [
            "How long is the warranty?", "What guarantee do I get on products?",
            "My device broke after a year, is it covered by warranty?",
            "How do I make a warranty claim?", "Is there a guarantee on electronics?",
        ]),
    faq(
        "shop.repair", answer: "We repair what we sell; register the repair in your account.",
        phrasings: [
            "Do you repair products?", "Can I send my device in for repair?", "How does the repair service work?",
            "What does a repair cost?", "My machine needs fixing, can you help?",
        ]),
    faq(
        "shop.account-create", answer: "Press Sign up and confirm your e-mail address.",
        phrasings: [
            "How do I create an account?", "Where can I register as a customer?", "I want to sign up in the shop",
            "How can I open a customer account?", "How does registration work?",
        ]),
    faq(
        "shop.guest", answer: "You can order as a guest; choose it at checkout.",
        phrasings: [
            "Can I order without an account?", "Do I have to register to buy something?", "Is guest checkout possible?",
            "I want to shop without signing up", "Can I purchase as a guest?",
        ]),
    faq(
        "shop.account-delete", answer: "Settings, Delete account; we keep only what the tax law demands.",
        phrasings: [
            "How do I delete my account?", "Please remove my customer account",
            "I want to close my account and erase my data",
            "How can I deactivate my profile for good?", "Where do I cancel my customer account?",
        ]),
    faq(
        "shop.newsletter-off", answer: "Use the link at the end of any newsletter.",
        phrasings: [
            "How do I unsubscribe from the newsletter?", "Stop sending me advertising mails",
            "I no longer want your newsletter",
            "How can I opt out of marketing emails?", "Take me off the mailing list",
        ]),
    faq(
        "shop.newsletter-on", answer: "Enter your address at the foot of the page and get 10 % off.",
        phrasings: [
            "How do I subscribe to the newsletter?", "Where can I sign up for your newsletter?",
            "I would like to receive offers by mail",
            "Do I get a discount for newsletter registration?", "Can I join your mailing list?",
        ]),
    faq(
        "shop.loyalty", answer: "You collect one point per euro; 100 points are worth 5 €.",
        phrasings: [
            "How does the loyalty program work?", "How do I collect bonus points?", "What are my points worth?",
            "Where can I see my bonus points?", "Can I pay with loyalty points?",
        ]),
    faq(
        "shop.price-match", answer: "Show us the lower price within 14 days and we pay the difference.",
        phrasings: [
            "Do you match prices of competitors?", "I found the product cheaper elsewhere",
            "Is there a best price guarantee?",
            "The price dropped after I bought it", "Do you refund the difference when an item goes on sale?",
        ]),
    faq(
        "shop.bulk", answer: "From 20 pieces on we make you an offer.",
        phrasings: [
            "Do you give discounts for large quantities?", "I want to order 50 pieces", "Is there a bulk price?",
            "Can schools get a volume discount?", "Who do I ask about wholesale orders?",
        ]),
    faq(
        "shop.reviews", answer: "Open the product and press Write a review after you have bought it.",
        phrasings: [
            "How do I write a review?", "Where can I rate a product?", "I want to leave feedback about an article",
            "Can I edit my product review?", "Why is my review not shown?",
        ]),
    faq(
        "shop.store-hours", answer: "Our stores are open Monday to Saturday from 10 to 20.",
        phrasings: [
            "What are your opening hours?", "When does the store open?", "Is your shop open on Sundays?",
            "How late are you open on Saturday?", "Until when can I visit the store?",
        ]),
    faq(
        "shop.contact", answer: "Write to help@example.com or call us on weekdays from 8 to 18.",
        phrasings: [
            "How can I contact customer service?", "What is your phone number?", "I would like to talk to a human",
            "Is there a hotline I can call?", "How do I reach support?",
        ]),
    faq(
        "shop.battery-disposal", answer: "Send old batteries back free of charge or bring them to a store.",
        phrasings: [
            "How do I dispose of old batteries?", "Can I return used batteries?", "Where can I recycle my old device?",
            "Do you take back electronic waste?", "What do I do with empty batteries?",
        ]),
    faq(
        "shop.preorder", answer: "You pay when it ships, on the day of release.",
        phrasings: [
            "Can I preorder a product?", "When do I pay for a pre-order?", "How do preorders work?",
            "When is my pre-ordered game shipped?", "Is it possible to reserve an item before release?",
        ]),
    faq(
        "shop.split-delivery", answer: "Large orders come in several parcels at no extra cost.",
        phrasings: [
            "Why did I get only one of two parcels?", "Is my order sent in several packages?",
            "Can you ship all items together?",
            "My order was split into multiple shipments", "Will everything come in a single box?",
        ]),
    faq(
        "shop.safe-place", answer: "Name a safe place or a neighbour in the delivery settings.",
        phrasings: [
            "Can the courier leave my parcel with a neighbour?", "I am not at home on delivery day",
            "Where does the driver put the package if nobody is in?",
            "How do I name a safe place for parcels?", "Leave the delivery at my door",
        ]),
    faq(
        "shop.not-received", answer: "We start a search with the carrier and answer within two days.",
        phrasings: [
            "Tracking says delivered but I have no parcel", "My package is marked as delivered but never came",
            "The parcel was lost", "Someone stole my delivery", "I never got my package although it shows as delivered",
        ]),
    faq(
        "shop.organic", answer: "All cotton is certified organic; the label is on the product page.",
        phrasings: [
            "Is your cotton organic?", "Are your products sustainable?", "Where are your clothes made?",
            "Do you use recycled materials?", "Which eco labels do your products carry?",
        ]),
    faq(
        "shop.spare-parts", answer: "Spare parts are listed at the end of each product page.",
        phrasings: [
            "Where can I buy spare parts?", "Do you sell replacement parts?", "I need a new lid for my pot",
            "Can I order accessories for an older model?", "Is there a replacement battery for my drill?",
        ]),
    faq(
        "shop.assembly", answer: "Our fitters build your furniture for 49 €.",
        phrasings: [
            "Do you assemble furniture?", "Can someone put the wardrobe together for me?",
            "How much is the assembly service?",
            "Is there a manual for building the shelf?", "I lost the assembly instructions",
        ]),
    faq(
        "shop.bulky", answer: "Furniture comes with a carrier who calls to agree a day.",
        phrasings: [
            "How is furniture delivered?", "Will the sofa be carried up to my flat?",
            "Can I choose the day for a furniture delivery?",
            "Does the carrier bring the fridge upstairs?", "How do large items get shipped?",
        ]),
    faq(
        "shop.student", answer: "Students get 10 % off after a check of their university mail.",
        phrasings: [
            "Is there a student discount?", "Do students pay less?",
            "How do I prove that I am a student to get the reduction?",
            "What discount do you give to university students?", "Can trainees get the student price?",
        ]),
]
