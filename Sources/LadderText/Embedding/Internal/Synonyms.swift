/// Groups of words that mean about the same, one group a line. Two words joined by a low line are a phrase.
///
/// They are words of general English and of questions to support desks, shops, doctors, kitchens and programmers.
/// Payments and cards have more groups than other fields: the list was written with questions to a bank in view.
enum Synonyms {
    static let groups = """
        cancel abort revoke undo call_off
        delete remove erase wipe discard get_rid
        close terminate deactivate shut shut_down
        stop end finish halt quit cease
        start begin commence initiate launch
        open unlock
        activate enable turn_on switch_on
        disable turn_off switch_off
        change modify edit alter update amend adjust
        replace replacement substitute swap
        exchange convert conversion
        fix repair solve resolve correct troubleshoot
        break broken damaged defective faulty
        fail failed failure unsuccessful
        error bug glitch fault issue problem trouble difficulty
        wrong incorrect inaccurate mistaken erroneous
        mistake mistakenly accident accidentally
        work function operate
        help assist assistance support
        contact reach call phone telephone
        agent representative operator staff advisor
        buy purchase order
        sell sale
        pay payment paid
        price cost expense how_much
        fee charge surcharge
        bill invoice
        receipt proof
        free complimentary gratis
        cheap inexpensive affordable
        expensive costly pricey
        discount coupon voucher promo promotion
        refund reimburse reimbursement money_back repay chargeback
        return send_back give_back bring_back revert reverse reversal
        money fund funds cash
        bank banking
        account profile
        deposit pay_in
        withdraw withdrawal take_out cash_out
        atm cashpoint cash_machine
        transfer wire remit remittance
        send sent submit dispatch post mail ship
        receive obtain get gotten
        deliver delivery shipping shipment
        arrive arrival come show appear
        package parcel box
        wait await pending waiting outstanding
        delay delayed late overdue
        fast quick quickly rapid rapidly soon speed how_fast how_soon
        slow slowly sluggish
        duration length how_long
        track trace locate find
        lose lost missing misplace gone disappear vanish
        steal stolen theft thief rob
        fraud fraudulent scam unauthorized suspicious
        recognize recognise identify unfamiliar unknown strange weird
        block blocked freeze frozen lock locked suspend
        decline declined reject rejected refuse refused deny denied
        accept accepted accepts
        allow permit let authorize authorise
        permission authorization authorisation access
        possible able can could
        impossible unable
        verify verification confirm confirmation validate validation prove
        identity id identification
        document documentation paper paperwork
        password passcode pin code
        username userid
        login log_in signin sign_in logon log_on
        logout log_out signout sign_out log_off
        register registration signup sign_up enroll enrol join
        subscribe subscription membership
        renew renewal extend extension prolong
        expire expiry expiration
        email mail
        address location place
        country nation
        abroad overseas foreign international
        travel trip journey
        city town
        whereabouts where
        near nearby close nearest closest
        flight plane airplane
        airport terminal
        ticket booking reservation
        book reserve
        hotel accommodation lodging
        luggage baggage suitcase bag
        car vehicle automobile auto
        drive driving
        bike bicycle cycle
        train rail railway
        bus coach
        taxi cab
        restaurant diner
        eat eating dine
        food meal dish cuisine
        drink beverage
        cook prepare
        recipe instruction
        oven bake
        fridge refrigerator
        sweet sugar
        doctor physician gp
        hospital clinic
        medicine medication drug
        pill tablet
        pain ache hurt sore
        sick ill illness unwell disease
        cure treat treatment remedy heal
        symptom sign
        dose dosage
        headache migraine
        fever temperature
        cold flu
        child kid children minor teenager
        baby infant
        father dad
        mother mum mom
        parent guardian
        man guy male
        woman lady female
        wife husband spouse partner
        friend buddy
        person individual human
        people everybody everyone
        customer client
        company business firm organization organisation
        boss manager supervisor
        employee worker colleague
        job employment career
        salary wage earnings income
        tax taxation
        loan credit lend
        debt owe
        interest rate
        insurance cover coverage insure
        buyer purchaser
        seller vendor merchant retailer
        shop store
        item product goods article
        size dimension
        colour color
        big large huge
        small little tiny
        old elderly
        young youthful
        new recent recently latest
        age year
        minimum least
        maximum most limit cap
        limit restriction restrict
        many much several
        number amount quantity sum
        total overall
        extra additional more another further
        double duplicate twice
        again repeat
        part piece portion
        all every entire whole full
        only just merely
        same identical equal
        different other alternative
        compare comparison difference versus
        choose select pick choice option
        want wish desire
        need require requirement necessary must
        plan intend
        know understand
        explain describe clarify explanation
        tell inform notify notification alert
        show display
        see view look check
        say mention state
        ask question query enquire inquire
        answer reply respond response
        mean meaning definition define
        reason cause why
        result outcome
        happen occur go_on take_place
        create make build generate produce
        setup set_up configure configuration install installation
        setting preference
        program app application software
        computer pc laptop
        phone mobile smartphone cellphone cell
        website site webpage
        internet online web
        wifi wireless
        screen display monitor
        photo picture image
        file document
        folder directory
        copy duplicate
        save store
        backup restore recover recovery
        reset restart reboot
        crash hang
        search find seek look_for look_up
        link connect connection
        disconnect unlink
        attach add include insert
        topup top_up reload recharge refill
        physical plastic
        virtual digital
        disposable temporary
        contactless tap
        currency money
        euro eur
        dollar usd
        pound gbp sterling
        automatic automatically auto
        manual manually
        instant instantly immediate immediately
        week weekly
        month monthly
        daily day
        hour hourly
        time date
        frequent frequently often regular regularly how_often
        always ever
        maybe perhaps
        usual usually normal normally typical typically standard
        special particular specific
        easy simple simply
        hard difficult complicated
        good great nice
        best ideal optimal
        better improve improvement
        bad poor terrible awful
        safe secure security
        danger dangerous risk risky
        true real genuine
        false fake
        important essential crucial
        available availability stock
        unavailable sold_out out_stock
        visible see
        hidden invisible
        statement record history
        detail details information info data
        rule policy regulation terms
        law legal
        guarantee warranty
        complain complaint
        review rating feedback
        gift present
        party celebration
        holiday vacation
        house home
        apartment flat
        rent lease
        move relocate relocation
        marry marriage wedding
        divorce separated
        name surname
        school university college
        student pupil
        teacher instructor
        learn study
        exam test
        language tongue
        translate translation
        function method
        variable parameter argument
        list array
        string text
        loop iterate
        print output
        exception error
        compile build
        execute run
        sort order
        integer int
        database sql
        server host
        planet world earth
        sun solar
        animal creature
        dog puppy
        cat kitten
        tree plant
        rain raining
        weather forecast
        hot warm
        cold cool chilly
        arrange organize organise schedule
        appointment meeting
        postpone reschedule put_off
        grow growth
        reduce decrease lower lessen drop
        forget forgot
        remind reminder
        clean wash
        dirty stain
        noise noisy loud
        quiet silent
        empty vacant
        fill full
        carry transport
        allergy allergic
        diet nutrition
        weight weigh heavy
        exercise workout training
        muscle strength strong
        injury injured wound
        pregnant pregnancy
        vaccine vaccination
        rice pasta noodle
        meat beef pork
        vegetable veggie
        chicken poultry
        spicy spice seasoning
        oil butter fat
        boil simmer
        fry saute
        chop slice cut
        cheapest lowest
        invest investment
        profit gain
        visa permit
        border customs
        population inhabitants
        president leader
        war conflict
        history past
        inventor invent invention
        discover discovery
        energy power electricity
        light bright brightness
        battery charger
        charging plug
        keyboard key
        mouse cursor
        memory ram
        storage disk space
        version release
        update upgrade
        folder repository repo
        merge combine join concatenate
        split divide separate
        filter exclude
        object instance
        dictionary map hashmap
        null nil none
        test testing unittest
        deploy deployment
        package library module dependency
        thread concurrency concurrent parallel
        format style
        sentence phrase
        summarize summary summarise
        movie film
        game play
        team club
        win victory
        actor actress
        author writer
        garden yard
        paint painting
        tool equipment device gadget
        machine appliance
        furniture chair
        kitchen cooking
        window door
        clothes clothing dress wear garment
        shoe sneaker boot
        wide width
        high height tall
        deep depth
        far distance
        strong powerful
        weak weaken
        beautiful pretty attractive
        happy glad
        sad unhappy depressed
        angry annoyed upset
        afraid scared fear worry worried concern concerned
        tired exhausted fatigue
        hungry hunger
        sleep insomnia asleep
        stress anxiety
        confirm approve approval
        deadline due
        queue line
        hire recruit recruitment
        retire retirement pension
        vote election
        crime criminal
        punish penalty fine
        court judge lawyer attorney
        contract agreement
        sign signature
        privacy confidential
        comment remark
        member user
        guest visitor
        neighbor neighbour
        rise increase raise
        resign resignation
        song music
        reverse invert backwards
        """
}
