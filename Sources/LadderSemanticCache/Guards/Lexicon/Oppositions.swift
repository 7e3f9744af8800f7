/// Words that turn a question around, both sides of an opposition on one line.
enum Oppositions {
    /// What an action does to its object, and its qualities.
    static let polarity = """
        enable activate allow permit turn_on switch_on power_on on \
        | disable deactivate turn_off switch_off power_off block forbid ban prohibit deny off
        increase raise grow gain rise boost turn_up higher lift maximize \
        | decrease lower reduce drop fall lose turn_down cut shrink minimize decline
        improve strengthen | worsen weaken
        strengthen | weaken
        up | down
        upstairs | downstairs
        add insert include attach | remove delete erase exclude detach drop
        open | close shut
        start begin launch | stop end finish quit kill shut_down
        pause | resume
        buy purchase | sell
        borrow | lend
        deposit pay_in | withdraw withdrawal
        earn save | spend waste
        win | lose
        gain | lose
        find | lose
        accept approve confirm agree | decline reject deny refuse disagree
        send | receive
        show reveal unhide | hide conceal
        expand | collapse
        log_in login sign_in | log_out logout sign_out
        check_in checkin | check_out checkout
        opt_in | opt_out
        zoom_in | zoom_out
        move_in | move_out
        sign_up join subscribe register enter | leave unsubscribe quit cancel deregister
        upgrade | downgrade
        upload | download
        import | export
        push | pull
        incoming inbound | outgoing outbound
        arrive arrival arriving | depart departure leave departing
        domestic national | international foreign
        mandatory required compulsory | optional voluntary
        encrypt | decrypt
        encode | decode
        compress zip | decompress extract unzip
        lock freeze | unlock unfreeze
        heat warm | cool chill
        freeze | thaw defrost
        tighten | loosen
        build construct | demolish destroy
        attack | defend
        love like | hate dislike
        remember | forget
        pass | fail
        succeed success | fail failure
        marry | divorce
        hire | fire
        cause trigger | prevent cure
        safe harmless | dangerous unsafe harmful risky
        legal lawful | illegal unlawful
        good | bad
        healthy | unhealthy
        possible | impossible
        true | false
        positive | negative
        advantage benefit pro | disadvantage drawback con risk
        credit | debit
        lender | borrower
        landlord | tenant
        employer | employee
        buyer | seller
        teacher | student
        public | private
        online | offline
        local | remote
        internal | external
        inside indoors indoor | outside outdoors outdoor
        left | right
        north northern | south southern
        east eastern | west western
        front | back rear
        top | bottom
        horizontal | vertical
        wet | dry
        raw uncooked | cooked
        full | empty
        male man boy | female woman girl
        same | different
        ascending | descending
        forward | backward
        sync | async
        input | output
        hot warm | cold cool
        light bright | dark
        hard | soft
        early | late
        """

    /// Amounts and degrees.
    static let quantity = """
        more | less fewer
        most | least fewest
        minimum minimal min at_least no_less_than lowest | maximum maximal max at_most no_more_than highest
        over above more_than exceed | under below less_than
        first | last final
        largest biggest greatest highest | smallest tiniest lowest
        longest | shortest
        tallest | shortest
        oldest | newest youngest latest
        earliest | latest
        fastest quickest | slowest
        faster quicker | slower
        bigger larger | smaller
        cheapest | most_expensive priciest
        cheaper | more_expensive
        best | worst
        better | worse
        heaviest | lightest
        nearest closest | farthest furthest
        richest | poorest
        hottest warmest | coldest
        strongest | weakest
        deepest | shallowest
        easiest | hardest
        big large | small little tiny
        high tall | low
        long | short
        old | new young
        fast quick | slow
        cheap | expensive
        easy | hard difficult
        heavy | light
        rich | poor
        strong | weak
        thick | thin
        wide | narrow
        deep | shallow
        upper | lower
        single | multiple several double
        many much | few little
        once | twice
        single | twin double
        odd | even
        increasing | decreasing
        often frequently | rarely seldom
        always | never sometimes rarely
        """

    /// What is included.
    static let scope = """
        with | without
        including include included besides | excluding except exclude without
        before | after
        since | until till
        after | within
        if | unless
        inside within | outside beyond
        """

    /// The time that is spoken of.
    static let tense = """
        former previous past ex | current present next future upcoming
        previous last past | next upcoming coming future
        """
}
