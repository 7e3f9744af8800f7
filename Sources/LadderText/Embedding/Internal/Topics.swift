/// Groups of words that belong to one topic, one group a line. Two words joined by a low line are a phrase.
///
/// `parcel` and `arrive` have different meanings, and questions with them are nearer to each other than to others.
/// About half of the topics are those of a bank, whose questions the list was written with in view.
enum Topics {
    static let groups = """
        deliver delivery ship shipping shipment send post mail arrive arrival \
        receive track package parcel courier dispatch wait
        pay payment fee bill invoice charge cost price purchase buy transaction money cash debit credit
        lose lost steal stolen missing find thief theft police
        password passcode pin login log_in sign_in username account register access forget reset unlock
        break broken fail error bug problem crash wrong issue work fix repair fault
        decline reject refuse block deny freeze suspend accept allow permit
        refund return reimburse money_back cancel chargeback reverse
        verify verification identity id prove proof document passport confirm
        currency exchange rate convert euro dollar pound abroad foreign international
        atm withdraw withdrawal cash cash_machine cashpoint deposit bank
        transfer wire send beneficiary recipient bank payee
        wait delay late pending slow long hour day week soon time duration
        change update edit modify replace new address name detail profile
        close delete cancel terminate remove stop end unsubscribe
        limit maximum minimum most many number amount restriction
        country location place city where region abroad nation europe
        fraud scam unauthorized recognise suspicious unknown steal
        phone mobile device app computer laptop screen tablet
        child parent baby age old young minor teenager
        open start begin activate enable create register
        hotel room booking reserve reservation flight ticket travel trip vacation luggage
        doctor medicine pill dose pain ill symptom treatment hospital disease patient
        cook recipe oven bake fry boil meal eat dish ingredient food
        code function variable program compile run error string list array loop
        internet wifi network connect connection online website server router
        picture photo video image camera file download upload document
        job work employee employer salary wage career boss company
        house apartment rent lease landlord room home
        car drive vehicle engine fuel road licence garage
        train bus taxi flight plane station airport
        weather rain snow hot cold temperature sun
        law legal court contract rule policy lawyer
        school university student teacher exam learn study course
        planet sun moon star earth space gravity
        plant tree garden flower seed grow soil
        dog cat pet puppy animal vet
        invest investment stock share market profit fund interest
        shirt shoe clothes dress size colour wear
        """
}
