extension QuestionPairs {
    static let polarity = QuestionPairs(
        "polarity verbs",
        tuned: """
            How do I turn on dark mode? | How do I turn off dark mode?
            How can I increase my limit? | How can I decrease my limit?
            Enable two-factor login | Disable two-factor login
            How do I block a number? | How do I unblock a number?
            How do I log in? | How do I log out?
            Allow cookies on this site | Block cookies on this site
            How do I add a user? | How do I remove a user?
            Why do prices rise? | Why do prices fall?
            How do I subscribe to the newsletter? | How do I unsubscribe from the newsletter?
            How do I encrypt a file? | How do I decrypt a file?
            Open the port in the firewall | Close the port in the firewall
            How do I gain weight? | How do I lose weight?
            switch the heating on | switch the heating off
            Is sugar healthy? | Is sugar unhealthy?
            How do I mount the disk? | How do I unmount the disk?
            """,
        heldOut: """
            How do I buy shares? | How do I sell shares?
            Turn up the volume | Turn down the volume
            Install the driver | Uninstall the driver
            Should I accept the offer? | Should I decline the offer?
            How do I hide a column? | How do I show a column?
            Start the service at boot | Stop the service at boot
            Expand the menu | Collapse the menu
            How do I serialize an object? | How do I deserialize an object?
            What strengthens the immune system? | What weakens the immune system?
            How do I pin a message? | How do I unpin a message?
            Does coffee raise blood pressure? | Does coffee lower blood pressure?
            How do I opt in to emails? | How do I opt out of emails?
            Connect the printer | Disconnect the printer
            How do I freeze my card? | How do I unfreeze my card?
            Can I deposit cash at a machine? | Can I withdraw cash at a machine?
            """)
}
