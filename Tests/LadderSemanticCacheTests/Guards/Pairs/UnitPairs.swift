extension QuestionPairs {
    static let units = QuestionPairs(
        "units",
        tuned: """
            Is 5 mg of melatonin too much? | Is 5 g of melatonin too much?
            How far is 10 km? | How far is 10 miles?
            Bake at 180 °C | Bake at 180 °F
            What can I buy for 100 dollars? | What can I buy for 100 euros?
            Is 20 minutes of exercise enough? | Is 20 hours of exercise enough?
            How heavy is a pound of feathers? | How heavy is a kilo of feathers?
            How tall is the tower in feet? | How tall is the tower in meters?
            Is 500 MB enough for a month? | Is 500 GB enough for a month?
            Add 2 teaspoons of salt? | Add 2 tablespoons of salt?
            Does the lease run for 6 months? | Does the lease run for 6 years?
            How many ounces of flour do I need? | How many grams of flour do I need?
            What speed is 60 mph? | What speed is 60 km/h?
            Distance from Earth to the moon in miles | Distance from Earth to the moon in kilometers
            Do you deliver within 3 days? | Do you deliver within 3 weeks?
            Is £20 a fair price? | Is $20 a fair price?
            """,
        heldOut: """
            Can I drink 2 liters of water a day? | Can I drink 2 gallons of water a day?
            Give me the result in seconds | Give me the result in milliseconds
            How many cups of rice for four people? | How many grams of rice for four people?
            Is a raise of 5 % good? | Is a raise of 5 dollars good?
            Is 3 inches of snow a lot? | Is 3 feet of snow a lot?
            Does the battery hold 5000 mAh? | Does the battery hold 5000 kWh?
            Simmer for 30 seconds | Simmer for 30 minutes
            How long is the bridge in yards? | How long is the bridge in meters?
            Is a 10 kB file large? | Is a 10 TB file large?
            Show my balance in yen | Show my balance in rupees
            Is 40 celsius hot? | Is 40 fahrenheit hot?
            Fill in 1 ml of vaccine | Fill in 1 l of vaccine
            Store milk for 5 days | Store milk for 5 hours
            How big is the lot in acres? | How big is the lot in hectares?
            Is 200 mcg of vitamin D fine? | Is 200 mg of vitamin D fine?
            """)
}
