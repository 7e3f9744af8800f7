/// The lists of ``StopWords``, in folded spelling.
enum StopWordLists {
    static let lists: [String: String] = [
        "en": """
        a an the this that these those some any each every such own same i me my mine myself you your yours yourself he
        him his she her hers it its we us our ours they them their theirs who whom whose which what when where why how
        and or but if then than so because as of at by for with about to from in into onto upon over is am are was were
        be been being do does did doing done have has had having can could may might must shall should will would ought
        there here just also too very really please hi hello hey thanks thank now dont im ive id ill youre let lets
        get got want wanted need needs like know tell way possible able actually still
        """,
        "de": """
        der die das den dem des ein eine einen einem einer eines und oder aber wenn dann als wie wo was wer wen wem
        wann warum wieso weshalb welche welcher welches welchen ich du er sie es wir ihr mich dich ihn uns euch mir dir
        ihm ihnen mein meine meinen meinem meiner dein deine sein seine unser unsere euer ihre ihren ist bin bist sind
        seid war waren wird werden worden wurde hat habe haben hatte kann konnen konnte muss mussen soll sollen will
        wollen darf durfen mochte im in am an auf bei mit nach von vom zu zum zur fur um uber durch dass ob so auch
        noch nur schon denn doch mal bitte hallo danke hier da dort es gibt man sich
        """,
        "fr": """
        le la les un une des du de d l au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos
        leur leurs je j tu il elle on nous vous ils elles me m te t se s y en qui que qu quoi quel quelle quels
        quelles dont ou quand comment pourquoi combien et mais si donc car est c suis es sommes etes sont etait ete
        etre ai as a avons avez ont avoir peux peut pouvons pouvez peuvent dois doit faut veux voudrais fait faire dans
        sur par pour avec chez vers est-ce tres aussi bonjour merci svp
        """,
        "es": """
        el la los las un una unos unas de del al y o u pero si que quien cual cuales como cuando donde por para con en
        a mi mis tu tus su sus nuestro nuestra yo me te se lo le les nos ella ellos ellas usted ustedes es soy eres
        somos son era fue ser estar esta estoy estan ha he han hay haber tengo tiene tener puedo puede pueden podria
        quiero debo hacer hago este esta esto ese esa eso muy mas tambien hola gracias favor cuanto cuanta
        """,
        "it": """
        il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel
        nella nei con su sul sulla per tra fra e o ma se che chi cui quale quali come quando dove perche quanto quanta
        io tu lui lei noi voi loro mi ti si ci vi mio mia miei mie tuo tua suo sua nostro nostra sono sei siamo siete
        era essere ho hai ha abbiamo avete hanno avere posso puo possiamo possono devo vorrei fare questo questa questi
        queste molto anche ciao grazie favore l d un dell all nell
        """,
        "pt": """
        o a os as um uma uns umas de do da dos das em no na nos nas ao aos por pelo pela para com e ou mas se que quem
        qual quais como quando onde porque quanto quanta eu tu ele ela voce voces eles elas me te lhe meu minha meus
        minhas seu sua seus suas nosso nossa sou somos sao era foi ser estar estou esta estao tenho tem ter ha posso
        pode podem podemos devo quero gostaria fazer este esta isto esse essa isso muito tambem ola obrigado obrigada
        favor
        """,
        "nl": """
        de het een van en of maar als dan dat die dit deze wie wat waar wanneer waarom hoe welke ik jij je hij zij ze
        wij we jullie u mij me mijn jouw zijn haar ons onze hun hen is ben bent was waren wordt worden heb hebt heeft
        hebben had kan kun kunnen kon moet moeten mag mogen wil willen zou in op aan bij met naar te tot voor door over
        om uit ook nog wel er hier daar zo alstublieft hallo bedankt dank
        """,
    ]
}
