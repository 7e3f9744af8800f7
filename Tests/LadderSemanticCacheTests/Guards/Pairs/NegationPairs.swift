extension QuestionPairs {
    static let negation = QuestionPairs(
        "negation",
        tuned: """
            Which foods are safe during pregnancy? | Which foods are not safe during pregnancy?
            Can I travel with my dog? | Can I travel without my dog?
            Why does my app start? | Why doesn't my app start?
            What should I eat before surgery? | What should I not eat before surgery?
            Which cards work abroad? | Which cards don't work abroad?
            I have insurance, what do I pay? | I have no insurance, what do I pay?
            Recipes with gluten | Recipes with no gluten
            Do I have to sign the form? | Do I never have to sign the form?
            What happens if I pay on time? | What happens if I do not pay on time?
            Is this variable nil? | Is this variable not nil?
            Can I enter Japan with a visa? | Can I enter Japan without a visa?
            Show rows where status is active | Show rows where status is not active
            Who is allowed to vote? | Who isn't allowed to vote?
            pancakes with eggs | pancakes without eggs
            Is it illegal to record a call? | Is it legal to record a call?
            """,
        heldOut: """
            What should I do when the alarm rings? | What should I do when the alarm does not ring?
            Which plants like shade? | Which plants don't like shade?
            My payment went through, what next? | My payment did not go through, what next?
            Books suitable for children | Books unsuitable for children
            Is aspirin good for a fever? | Is aspirin no good for a fever?
            Which countries use the euro? | Which countries do not use the euro?
            Can I drive with a licence from abroad? | Can I drive without a licence from abroad?
            What can I deduct from tax? | What can't I deduct from tax?
            How do I commit with hooks? | How do I commit without hooks?
            List customers that ordered in spring | List customers that never ordered in spring
            Why is my phone charging? | Why is my phone not charging?
            Does the guarantee cover water damage? | Does the guarantee not cover water damage?
            Jobs that need a degree | Jobs that need no degree
            Is the meeting mandatory? | Is the meeting non-mandatory?
            What if my landlord agrees? | What if my landlord disagrees?
            """)
}
