/// Words by their part in a question, in folded spelling.
enum WordLists {
    static let lists: [(WordClasses, String)] = [
        (
            .function,
            """
            per via against under over above below between among during through across after before since until till
            around near inside outside within beyond along toward towards on off out up down upon yet ever else both
            either neither whether while though although unless instead rather much many more most less least few fewer
            several all every none whichever whatever whenever wherever however thus hence again already always never
            often sometimes usually rarely seldom once twice o'clock etc eg ie vs versus than one ones oneself
            everyone anyone someone somebody anybody everybody people person's it's that's used going bit lot lots
            let lets upcoming okay ok well oh ah um so just simply must ought need without
            being having doing does did done whom whose each
            """
        ),
        (
            .light,
            """
            way ways method methods step steps procedure guide tutorial instruction instructions explain explanation
            describe description define definition mean means meaning meant tell show help helps helpful please thanks
            thank best properly correctly easy easily easiest simple simplest simply quick quickly possible possibility
            able recommend recommended recommendation suggest suggestion idea ideas tip tips advice thing things stuff
            something anything question questions answer answers information info detail details exactly basically
            actually really maybe try trying want wanted wish like know learn understand understanding hi hello hey dear
            guys sir madam urgent asap kindly briefly brief short-version detail detailed overview summary summarize
            tell wonder wondering curious interested figure_out find_out necessary needed required require requires
            necessity supposed expected new worth have_to need_to get_to happen happens happening exist
            exists case situation hear heard think thinking
            ideally generally typically normally usually somehow concept expect wanna gonna gotta figure good okay
            """
        ),
        (
            .weakVerb,
            """
            get use make take give find see look go come put keep have do work let bring become see look_at look_for
            start begin try happen seem handle deal view check cause feel serve
            """
        ),
        (
            .verb,
            """
            cancel reset change update delete remove add create open close install uninstall configure enable disable
            connect disconnect send receive buy sell pay charge order return refund exchange ship deliver track book
            reserve travel visit fly drive walk run swim eat drink cook bake boil fry roast grill freeze
            thaw store clean
            wash repair fix break replace build write read print copy paste move rename sort filter search convert
            translate parse compile deploy test debug call text email contact reach speak talk ask answer report file
            apply register subscribe unsubscribe join leave enter exit log_in log_out sign_up turn_on turn_off set_up
            save spend invest borrow lend withdraw deposit transfer increase decrease raise lower reduce grow shrink
            improve prevent avoid treat cure heal relieve hurt sleep wake exercise train learn teach study pass fail win
            lose play sing dance draw paint cut mix stir add pour serve rinse dry iron fold hang plant water grow
            harvest feed adopt marry divorce vote elect lead follow own hire rent lease sublet insure claim sue
            allow forbid permit block unblock lock unlock encrypt decrypt upload download import export merge split
            commit push pull revert undo redo stop start pause resume restart reboot shut shut_down charge recharge
            unfreeze activate deactivate verify confirm approve reject accept decline deny invite share like follow
            unfollow mute unmute hide show expand collapse scroll click press hold release tie untie wear fit
            measure weigh count calculate compute solve prove define integrate derive multiply divide subtract
            discover invent found die born live kill hunt fish escape attack defend conquer invade defeat
            rise fall sink float melt evaporate burn explode crash load
            """
        ),
        (
            .negator,
            """
            not no never without neither nor none nobody nothing nowhere
            """
        ),
        (
            .failure,
            """
            unable fail fails failed failing failure broken breaks broke impossible stop stops stopped missing forget
            forgot forgotten refuse refuses refused lost lose problem problems trouble error errors issue issues
            unavailable denied declined rejected blocked crash crashes stuck wrong bad incorrect invalid dead prevent
            avoid forbidden prohibited instead hardly barely free lack lacks lacking
            """
        ),
        (
            .scope,
            """
            for on in at during under with within without inside outside near behind when while if after before as by
            from to into per via through except against among between above below over until since unless because
            """
        ),
        (
            .restriction,
            """
            only solely exclusively except excluding exclude excludes besides apart_from other_than but_not including
            aside_from outside beyond
            """
        ),
        (
            .date,
            """
            monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri weekday weekend
            january february april june july august september october november december jan feb apr jun jul aug sep sept
            oct nov dec spring summer winter autumn christmas easter thanksgiving halloween ramadan hanukkah diwali
            today tomorrow yesterday tonight morning afternoon evening night noon midnight midday overnight
            daily weekly monthly yearly annual annually quarterly hourly nightly nowadays
            twenties thirties forties fifties sixties seventies eighties nineties
            """
        ),
        (
            .number,
            """
            two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
            """
        ),
        (
            .ordinal,
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last"
        ),
        (
            .superlative,
            """
            largest biggest greatest highest smallest tiniest lowest longest shortest oldest newest youngest fastest
            quickest slowest cheapest tallest heaviest lightest nearest closest farthest furthest earliest latest
            richest poorest hottest coldest warmest strongest weakest deepest safest worst minimum maximum min max
            fewest busiest cleanest healthiest hardest softest widest narrowest brightest darkest loudest quietest
            """
        ),
        (
            .determiner,
            "a an the my your his her its our their this that these those some any one's which what me us them"
        ),
        (.pronoun, "i you we they he she it one people someone anyone"),
        (
            .auxiliary,
            """
            do does did can could may might must shall should will would is are am was were be has have had
            """
        ),
        (.period, "second minute hour day week month quarter year season weekend decade century morning evening night"),
        (.particle, "on off in out up down"),
        (
            .share,
            """
            a an all every each entire whole everything everyone everybody always any some sometimes someone most mostly
            many several multiple few rarely seldom hardly half none neither one single once twice
            """
        ),
        (
            .vague,
            """
            account app application website site page online city country people person day time
            thing place area option tool system program software customer user company service process result cause
            type kind sort example exact various common typical general normal real main effective body ok fine safe
            allowed
            """
        ),
    ]
}
