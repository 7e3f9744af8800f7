extension QuestionPairs {
    /// True rephrasings about cooking, travel, medicine and science.
    static let everydayRephrasings = QuestionPairs(
        "everyday life",
        tuned: """
            What is the capital of France? | Tell me France's capital city
            What is photosynthesis? | Explain photosynthesis
            How long do I boil an egg? | For how long should I boil eggs?
            How do I cook rice? | What is the best way to cook rice?
            Why is the sky blue? | What makes the sky blue?
            How many planets are in the solar system? | How many planets does the solar system have?
            What are the symptoms of flu? | Which symptoms does the flu have?
            Is the Louvre open on Monday? | Does the Louvre open on Mondays?
            How far is the moon from the earth? | What is the distance of the moon from earth?
            Do I need a visa for Japan? | Is a visa required for Japan?
            How do I get rid of a headache? | What helps against a headache?
            How much water should I drink a day? | How much water should I drink per day?
            What can I make with potatoes? | Recipe ideas with potatoes
            What's the weather like in Rome in May? | How is the weather in Rome in May?
            who invented the telephone | Who was the inventor of the telephone?
            When did the second world war end? | In which year did the second world war end?
            How do I treat a burn? | Treating a burn
            Can I eat raw eggs? | Is it safe to eat raw eggs?
            How tall is Mount Everest? | What is the height of Mount Everest?
            how do i get from the airport to the center | How can I get from the airport to the centre?
            What should I pack for a beach holiday? | Beach holiday: what to pack?
            Is coffee bad for you? | Is coffee unhealthy?
            What is the speed of light? | How fast is light?
            How do vaccines work? | Please explain how vaccines work
            How do I make pizza dough? | pizza dough recipe
            Can dogs eat chocolate? | May dogs eat chocolate?
            How many calories does a banana have? | Calories in a banana
            Which museums should I visit in Madrid? | What museums are worth visiting in Madrid?
            How do I lower my blood pressure? | Ways to reduce blood pressure
            What is the boiling point of water? | At what temperature does water boil?
            Why do we dream? | What is the reason that we dream?
            How do I book a train to Vienna? | Booking a train to Vienna
            How do I sharpen a knife? | Could you tell me how I sharpen a knife, please?
            What is DNA? | What exactly is DNA?
            Who painted the Mona Lisa? | The Mona Lisa was painted by whom?
            What is the population of Norway? | How many people live in Norway?
            Is tap water safe in Mexico? | Can I drink tap water in Mexico?
            How do I fix a flat tire? | Fixing a flat tyre
            What's the boling point of alcohol | What is the boiling point of alcohol?
            Can I take ibuprofen with alcohol? | Is it OK to take ibuprofen with alcohol?
            What does a heart attack feel like? | How does a heart attack feel?
            Best time to visit Iceland? | When should I visit Iceland?
            """,
        heldOut: """
            How do I bake bread? | Bread baking instructions
            What is gravity? | Can you please explain gravity?
            How long is the flight to Tokyo? | How many hours is a flight to Tokyo?
            What is a substitute for butter? | What can I use instead of butter?
            Is it safe to travel to Egypt? | Is Egypt safe for travel?
            How do I stop a nosebleed? | My nose is bleeding, how do I stop it?
            How old is the universe? | What is the age of the universe?
            What causes earthquakes? | Why do earthquakes happen?
            Where was Mozart born? | In which city was Mozart born?
            How hot is the sun? | What is the temperature of the sun?
            What time is checkout? | When is checkout?
            How do I know if meat is bad? | How can I tell whether meat has gone bad?
            How do I remove a stain from a shirt? | Getting a stain out of a shirt
            Can you freeze cheese? | Is it possible to freeze cheese?
            How do plants grow? | I'd like to know how plants grow
            Which vaccinations do I need for Kenya? | What vaccinations are needed for Kenya?
            How do I peel garlic quickly? | A quick way to peel garlic
            What are side effects of aspirin? | Does aspirin have side effects?
            What language do people speak in Brazil? | Which language is spoken in Brazil?
            How much luggage can I take? | How much luggage am I allowed to take?
            How do I learn to swim? | Learning to swim
            What is the largest ocean? | Which ocean is the largest?
            Who discovered penicillin? | By whom was penicillin discovered?
            How do I get to the airport? | What is the way to the airport?
            Tell me a recipe for lasagna | How do I make lasagna?
            When is high tide? | At what time is high tide?
            How do I tie a tie? | tying a tie
            What is a healthy breakfast? | Ideas for a healthy breakfast
            Do antibiotics help against a cold? | Are antibiotics useful for a cold?
            How does a fridge work? | How does a refrigerator work?
            Should I tip in Italy? | Is tipping expected in Italy?
            Can I bring food on the plane? | Is food allowed on the plane?
            What is the atomic number of iron? | iron atomic number
            how many bones do humans have | How many bones are there in the human body?
            How do I relieve back pain? | What can I do against back pain?
            What's the tallest building on earth? | What is the tallest building in the world?
            How is cheese made? | How do you make cheese?
            How do I descale a kettle? | descaling a kettle
            Do cats need baths? | Is it necessary to bathe a cat?
            What should I do in Lisbon? | Things to do in Lisbon
            Why do leaves change colour? | What makes leaves change color?
            How fast can a cheetah run? | What is the top speed of a cheetah?
            How many people live in Iceland? | What's the population of Iceland?
            How do I keep bread fresh? | Keeping bread fresh
            What is the currency of Thailand? | Which currency is used in Thailand?
            """)
}
