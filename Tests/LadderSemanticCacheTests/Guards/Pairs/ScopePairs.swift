extension QuestionPairs {
    static let scope = QuestionPairs(
        "scope",
        tuned: """
            coffee with sugar | coffee without sugar
            Is delivery free for members? | Is delivery free for guests?
            Which days are you open? | Which days are you open except holidays?
            How do I install git on Windows? | How do I install git on Linux?
            Rules for drones in the city | Rules for drones in the forest
            Show only unread mails | Show unread mails
            Vaccines for babies | Vaccines for seniors
            Is parking included on weekdays? | Is parking included at night?
            What does the visa cost for students? | What does the visa cost for workers?
            Delete everything except the backups | Delete everything including the backups
            Sort by price | Sort by name
            How do I brew tea? | How do I brew tea for a baby?
            Can I pay with a card? | Can I pay with a cheque?
            How do I undo a commit before pushing? | How do I undo a commit?
            Exercises for the back | Exercises for the knees
            """,
        heldOut: """
            Are returns free? | Are returns free outside the country?
            Which files changed besides the tests? | Which files changed including the tests?
            Is the pool only for guests? | Is the pool for guests?
            How do I grow basil indoors? | How do I grow basil outdoors?
            Do I need a helmet on a scooter? | Do I need a helmet on a bicycle?
            Salary for a nurse | Salary for a teacher
            Medicine for a cough in children | Medicine for a cough in adults
            Group the sales by region | Group the sales by product
            Can I swim? | Can I swim after a piercing?
            Does the warranty cover the screen? | Does the warranty cover the battery?
            Contact with the team by phone | Contact with the team by post
            Is the tram free within the centre? | Is the tram free outside the centre?
            Vegan food excluding soy | Vegan food including soy
            Snacks for a road trip | Snacks for a birthday
            Permissions for admins | Permissions for viewers
            """)
}
