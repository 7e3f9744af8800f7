/// Words that may stand for each other in a question, one group to a line; `_` joins the words of a phrase.
///
/// A group is wide only where exchanging its words keeps the answer: opposites and different actions never share one.
enum Synonyms {
    static let actions = """
        top_up topup
        verify authenticate
        cancel terminate close deactivate
        decline refuse reject deny
        cancel terminate end stop discontinue call_off cancellation termination
        reset change recover restore
        change update modify edit alter adjust
        change switch swap
        delete remove erase get_rid_of clear eliminate wipe get_out_of take_off
        clear empty flush clean
        add insert append put
        add include
        create make build generate set_up
        create open register start
        open launch start run
        start begin commence
        sign_up register join enroll create_an_account registration signup sign_up_for
        log_in sign_in login signin log_on log_into sign_into logon
        log_out sign_out logout signout log_off
        enable activate turn_on switch_on allow power_on activation
        disable deactivate turn_off switch_off shut_off power_off deactivation
        turn_on start boot power_on switch_on
        shut_down turn_off switch_off power_off
        allow permit let permitted allowed permissible
        allow authorize
        block forbid ban prohibit disallow
        install set_up installation setup
        set_up configure setup configuration
        increase raise boost grow rise lift
        speed_up accelerate make_faster faster optimize
        decrease reduce lower cut drop lessen
        slow_down decelerate
        raise lift hoist
        fix repair mend resolve solve troubleshoot
        break damage
        buy purchase order get shop_for
        sell vend
        pay payment settle
        send ship deliver mail dispatch shipping shipment delivery shipped
        send submit transmit
        receive get obtain
        get obtain acquire
        return send_back give_back
        refund money_back reimburse reimbursement get_money_back
        contact reach get_in_touch
        talk speak chat
        find locate look_for search
        find get see
        see view look_at
        show display list view see
        check verify test
        check find_out
        choose select pick
        use utilize employ apply redeem
        use need
        need require needed required necessary requirement mandatory
        must have_to need_to
        help assist support aid
        explain describe clarify
        book reserve booking reservation
        visit travel see
        travel trip journey go
        leave depart departure
        arrive arrival come reach
        join attend
        merge combine join concatenate
        split divide separate
        copy duplicate clone
        move transfer
        transfer remittance
        rename change_name
        convert transform turn_into change_into cast conversion exchange
        translate translation
        reverse invert flip
        iterate loop traverse
        kill terminate stop end
        quit exit leave close
        close shut
        undo revert
        check_in checkin
        check_out checkout
        back_up backup
        sync synchronize synchronise
        download save
        upload
        print_out print
        freeze block lock suspend
        lock block
        unlock unblock
        complain complaint
        apply application
        insure insurance cover coverage protect
        cook make prepare
        bake make cook
        boil cook
        make produce
        bake baking
        eat consume have
        drink have
        treat cure heal remedy treatment
        relieve ease soothe reduce treat help
        prevent avoid
        cause trigger lead_to make
        happen occur take_place
        grow develop
        learn study
        begin start
        calculate compute work_out determine calculation
        estimate approximate
        measure gauge
        compare comparison versus vs
        invent inventor invention
        discover discoverer discovery
        write author writer
        paint painter
        found founder start
        own owner
        work function operate
        live reside inhabitant population
        know tell
        die pass_away
        bleed nosebleed
        wash clean bathe bath
        tip gratuity
        recommend suggest
        borrow loan
        earn make
        save
        charge cost fee
        charge bill
        expire run_out
        exceed go_over
        crash crashing freeze
        keep store
        tie
        miss missed
        fill_in fill_out complete
        """

    static let things = """
        password passcode passphrase pin_code
        email e_mail mail emails
        phone mobile smartphone cellphone cell telephone mobile_phone cell_phone
        tv television telly
        laptop notebook computer
        computer pc
        fridge refrigerator
        car automobile vehicle auto
        bike bicycle
        plane airplane aircraft
        flight fly
        train railway
        taxi cab
        subway metro underground
        apartment flat
        hotel accommodation
        holiday vacation holidays
        luggage baggage bag suitcase
        ticket fare
        shop store
        package parcel shipment
        package order
        item product article
        invoice bill receipt
        bill check
        account profile
        subscription membership plan
        plan tariff package
        price cost fee charge
        expensive costly pricey
        cheap inexpensive affordable low_cost
        money cash funds
        discount coupon voucher rebate
        coupon promo promo_code coupon_code discount_code
        salary wage pay income
        tax taxes taxation
        loan credit
        mortgage home_loan
        instalment installment installments rates
        interest_rate interest
        atm cash_machine
        branch office
        contract agreement
        document paper paperwork documents
        warranty guarantee
        customer client
        support customer_service customer_support help_desk helpdesk hotline
        human person agent representative people
        doctor physician
        medicine medication drug medicament
        pill tablet
        flu influenza
        cold common_cold
        fever temperature
        headache migraine
        stomach belly tummy
        illness disease sickness
        sick ill
        symptom sign
        shot vaccine vaccination jab
        heart_attack myocardial_infarction
        pregnant pregnancy
        child kid children toddler
        baby infant newborn
        senior elderly
        man male
        woman female
        dog puppy
        cat kitten
        recipe instruction make cook
        meal dish
        dinner supper
        dough
        capsicum bell_pepper
        eggplant aubergine
        zucchini courgette
        cilantro coriander
        substitute alternative replacement instead
        height tall high
        length long
        weight heavy weigh
        depth deep
        width wide
        size big large
        age old
        speed fast quick
        distance far
        temperature hot warm cold
        duration long time
        quantity amount
        population people inhabitant
        currency money
        language
        error bug exception fault
        error problem issue
        function method
        array list
        dictionary map hashmap
        string text
        integer int
        directory folder
        command
        repository repo
        database db
        javascript js
        typescript ts
        python py
        kubernetes k8s
        api
        browser
        screen display
        wifi wi_fi wireless
        internet connection
        2fa two_factor two_factor_authentication tfa mfa
        website site webpage homepage
        picture photo image
        movie film
        song track
        doc docs documentation
        difference differ distinction different
        advantage benefit pro
        disadvantage drawback con
        reason why cause
        example sample
        rule regulation
        policy rule
        company firm business
        boss manager
        job position
        lawyer attorney
        earth world globe
        universe cosmos
        center centre downtown
        color colour
        flavor flavour
        tire tyre
        meter metre
        liter litre
        license licence
        gray grey
        catalog catalogue
        program programme
        check cheque
        usa us united_states america american
        uk united_kingdom great_britain britain british
        eu european_union
        nyc new_york new_york_city
        france french
        germany german
        spain spanish
        italy italian
        china chinese
        japan japanese
        netherlands dutch holland
        greece greek
        poland polish
        portugal portuguese
        turkey turkish
        switzerland swiss
        sweden swedish
        denmark danish
        england english
        ireland irish
        """

    static let qualities = """
        fast quick rapid speedy
        slow sluggish
        big large huge
        small little tiny
        largest biggest greatest
        smallest tiniest littlest
        nearest closest
        farthest furthest
        fastest quickest
        worst
        minimum minimal min at_least lowest
        maximum maximal max at_most up_to
        best top
        good healthy recommended useful worth
        good fine okay
        bad unhealthy harmful unsafe dangerous
        safe ok okay fine harmless
        dangerous unsafe risky hazardous
        difficult hard
        easy simple
        new recent
        latest newest most_recent
        wrong incorrect false
        correct right
        broken defective faulty
        spoiled bad rotten gone_bad
        whole entire complete full
        abroad overseas foreign
        hidden invisible
        free gratis complimentary
        random
        current present actual
        former previous ex
        mandatory compulsory obligatory
        optional voluntary
        legal lawful allowed
        illegal unlawful forbidden
        many much lots
        almost nearly
        approximately about roughly around
        """

    /// Days and times.
    static let times = """
        monday mon
        tuesday tue tues
        wednesday wed
        thursday thu thur thurs
        friday fri
        saturday sat
        sunday
        weekday workday working_day business_day
        weekend
        january jan
        february feb
        april apr
        june jun
        july jul
        august aug
        september sep sept
        october oct
        november nov
        december dec
        christmas xmas
        autumn
        noon midday
        night overnight
        yearly annual annually
        """

    /// Units, which are never synonyms of each other.
    static let units = """
        mg milligram
        mcg microgram ug
        kg kilo kilogram
        g gram
        lb lbs pound
        oz ounce
        mm millimeter millimetre
        cm centimeter centimetre
        km kilometer kilometre
        m meter metre
        mile mi
        ft foot feet
        inch inches
        yd yard
        ml milliliter millilitre
        l liter litre
        gallon gal
        cup cups
        tsp teaspoon
        tbsp tablespoon
        pint
        quart
        acre
        hectare
        kb kilobyte
        mb megabyte
        gb gigabyte
        tb terabyte
        ms millisecond
        sec secs
        min mins minute
        hr hrs hour
        yr yrs year
        celsius centigrade
        fahrenheit
        kelvin
        mph
        kmh kph
        mah
        kwh
        usd dollar buck
        eur euro
        gbp
        jpy yen
        inr rupee
        """
}
