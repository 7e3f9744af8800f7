/// Questions to a shop and its app for runs without a file. They are too few to judge an embedder.
enum SampleQuestions {
    static let csv = """
        text,label
        How do I reset my password?,reset password
        I forgot my password,reset password
        "Can't log in, password lost",reset password
        Please send me a new password,reset password
        My password does not work any more,reset password
        how can i get a new password,reset password
        How do I change my password?,change password
        I want to choose another password,change password
        Where can I change the password of my account?,change password
        Can I set a different password?,change password
        I'd like to update my password,change password
        steps for changing my password,change password
        Where is my parcel?,track parcel
        Can I track my order?,track parcel
        My order has not come yet,track parcel
        What is the status of my delivery?,track parcel
        track package,track parcel
        When will my parcel arrive?,track parcel
        How long does delivery take?,delivery time
        What is the delivery time?,delivery time
        How many days until an order is delivered?,delivery time
        Do you deliver within two days?,delivery time
        how fast is shipping,delivery time
        How long will shipping take in general?,delivery time
        How do I return an item?,return item
        I want to send something back,return item
        Can I return shoes that do not fit?,return item
        What do I do to return a product?,return item
        return an order please,return item
        Where do I send returns?,return item
        When do I get my money back?,refund time
        How long does a refund take?,refund time
        My refund has not arrived,refund time
        When will I be refunded?,refund time
        how many days for a refund,refund time
        I am still waiting for my refund,refund time
        How do I cancel my order?,cancel order
        I want to cancel an order,cancel order
        Please cancel the order I made,cancel order
        Can I still cancel my purchase?,cancel order
        cancel order,cancel order
        I ordered by mistake and want to cancel,cancel order
        How do I cancel my subscription?,cancel subscription
        I want to end my subscription,cancel subscription
        Please stop my subscription,cancel subscription
        How can I unsubscribe from the plan?,cancel subscription
        cancel my plan,cancel subscription
        Where do I terminate the subscription?,cancel subscription
        Which cards do you accept?,payment methods
        Can I pay by card?,payment methods
        What payment methods are there?,payment methods
        Do you take credit cards?,payment methods
        how can i pay,payment methods
        Is it possible to pay with a debit card?,payment methods
        Why was my card declined?,card declined
        My card payment failed,card declined
        The shop declined my card,card declined
        My card does not work at the checkout,card declined
        payment with card refused,card declined
        What can I do when my card is declined?,card declined
        How do I turn on dark mode?,dark mode on
        Enable dark mode,dark mode on
        Can the app be dark?,dark mode on
        switch dark mode on,dark mode on
        I want the dark theme,dark mode on
        Where can I activate dark mode?,dark mode on
        How do I turn off dark mode?,dark mode off
        Disable dark mode,dark mode off
        How do I get the light theme back?,dark mode off
        switch dark mode off,dark mode off
        I do not want the dark theme any more,dark mode off
        Where can I deactivate dark mode?,dark mode off
        How do I delete my account?,delete account
        I want to remove my account,delete account
        Please delete my profile,delete account
        Can I close my account for good?,delete account
        delete account,delete account
        How can I get rid of my account?,delete account
        How do I create an account?,create account
        I want to open an account,create account
        Where can I sign up?,create account
        Can I register without a phone?,create account
        create account,create account
        How do I make a new account?,create account
        Can I change the delivery address?,change address
        I moved and need to update my address,change address
        How do I change my address?,change address
        The address of my order is wrong,change address
        update shipping address,change address
        Please send my order to another address,change address
        """
}
