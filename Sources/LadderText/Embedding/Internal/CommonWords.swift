/// English words by how common they are, in groups from the most to the less common. A word in none of them is rare.
///
/// The groups are those of general English, written down by hand; no collection of questions was counted.
enum CommonWords {
    static let groups: [String] = [
        """
        the a an of to and in is it i you that for on with as at be this are was were been am or by from my me we our
        us your he she they them his her their its these those if then than so but there here also too very just
        really do does did doing have has had having will would can could shall should may might must please hi hello
        hey thanks thank dear sir madam hope ok okay well oh um im ive id ill youre lets let like into onto upon about
        such own some any each both either what which who whom whose how being still already even quite rather
        actually basically simply now got get gets getting want wants wanted need needs needed know help tell wonder
        wondering going
        """,
        """
        not no why when where all more most other another only out up off over down back again after before because
        since while until during through between under without within against yes one two first new make makes made
        making take takes took go goes went come comes came give gives gave see say says said think look looking find
        found use uses used using try tried trying work works working way thing things something anything everything
        nothing someone anyone everyone people person time times day days much many lot few little long good bad right
        able possible sure happen happened happens keep keeps put seem seems show shows ask asking asked mean means
        really every same different last next ever never always often sometimes maybe however though although whether
        yet away around along across today
        """,
        """
        year years week weeks month months hour hours minute minutes number amount part place point case question
        questions problem problems issue issues reason information info details name call called set start started
        stop stopped end change changed changes run running turn move play open close add added leave left live
        believe hold bring begin write read learn understand explain send sent pay paid buy bought sell receive
        received wait waiting allow allowed cause check checked follow meet include continue lose lost stay fall cut
        reach remain create speak spend grow win offer remember consider appear expect build serve die decide choose
        pick eat drink sleep walk talk love hate feel become best better worse worst big small large great high low
        old young early late easy hard free full whole real true wrong sorry important special certain clear short
        kind type sort example fact idea group world country city house home family friend man woman child children
        kids life hand head eye side water food money job company business system program state area word words line
        level page list form order service account phone card email message book car school night morning evening
        tomorrow yesterday soon enough else once almost probably usually currently recently instead several half three
        four five six seven eight nine ten second hundred thousand million less least per total main own online
        website site app computer file data code test result value price cost rate
        """,
        """
        able above accept according ability access activity actual address advice agree air allow animal answer apply
        area arm art attack author available average avoid baby bank base basic beach beautiful bed behind below
        benefit bill bit black blood blue board body bottom box boy break brother brown budget building bus button
        camera camp cancel capital care carry cat catch cell center central century chance charge cheap chicken choice
        church class clean click cold collect college color colour common compare complete condition connect contact
        contain control cook cool copy correct count couple course cover credit cross culture cup customer daily dark
        date daughter dead deal death deep degree delete deliver delivery describe design develop device difference
        difficult dinner direct discuss disease doctor document dog door double download draw dream dress drive drop
        dry due east economy edge education effect effort egg enable energy engine english enjoy enter entire error
        event exactly exercise exist expensive experience express extra face fail failed fast fat father fear feature
        fee field fight figure fill film final fine finger finish fire fish fit fix flight floor flower fly foot force
        foreign forget forward function fun future game garden gas general gift girl glass goal gold government green
        ground growth guess guide gun guy hair handle happy hear heart heat heavy height hit holiday horse hospital
        hot hotel human husband ice image improve increase industry inside install insurance interest interesting
        internet issue item join key kill kitchen land language laptop law lead learn leg legal letter light likely
        limit link local location lock log login lose low lunch machine mail major manage manager market match
        material matter meal meaning measure meat media medical member memory mention method middle mind minimum
        maximum miss missing mobile model modern moment monthly mother mountain mouth movie music national natural
        nature near necessary news normal north note notice object office oil option original outside owner pain paper
        parent park party pass password past patient pay payment period personal photo phone physical picture piece
        plan plane plant plate plus policy poor popular position post power practice prepare present press pretty
        prevent private process produce product professional project proper protect provide public pull purchase
        purpose push quality quick quickly race rain raise range read ready receipt recipe record red reduce refund
        register regular relationship release remove rent repair replace report request require research reset
        restaurant return review rice rich ring rise risk river road rock role room rule safe sale salt save science
        screen sea search season seat section security sell sense separate series serious set setting settings share
        sheet ship shoe shop shopping shoulder sick sign similar simple single sister site situation size skill skin
        sleep slow smell social society software son song sound source south space special speed sport spring stand
        standard star station step stock stone store story street strong structure student study style subject success
        sugar suggest suit summer sun support surface sweet swim switch table tax tea teach teacher team teeth
        television temperature text theory thick thin third throw ticket title together tool top touch tour town track
        trade traffic train training transfer travel treatment tree trip truck trust type university update upgrade
        user usual various version video view village visit voice vote wall war warm wash watch weather web weight
        west wheel white wide wife wild wind window wine winter wood worker worry write wrong yellow zero
        """,
    ]
}
