/// The words and phrases by which a text asks about the present, in folded spelling.
enum TimePhrases {
    struct Phrase {
        let text: String
        let bytes: [UInt8]
    }

    /// For each letter from `a` to `z` the phrases that begin with it, longer ones first.
    static let byFirstLetter: [[Phrase]] = {
        var table = [[Phrase]](repeating: [], count: 26)
        for text in (english + german + french + spanish).sorted(by: { ($1.count, $0) < ($0.count, $1) }) {
            let bytes = Array(text.utf8)
            table[Int(bytes[0] &- 0x61)].append(Phrase(text: text, bytes: bytes))
        }
        return table
    }()

    private static let english = [
        "today", "tonight", "tomorrow", "yesterday", "now", "right now", "just now", "at the moment", "at present",
        "presently", "current", "currently", "latest", "newest", "most recent", "recent", "recently", "upcoming",
        "these days", "up to date", "as of", "so far", "what time is it", "what day is it", "this morning",
        "this afternoon", "this evening", "this week", "this weekend", "this month", "this quarter", "this year",
        "next week", "next weekend", "next month", "last night", "last week", "last month", "real time",
    ]

    private static let german = [
        "heute", "heutige", "heutigen", "heutiger", "heutiges", "morgen", "gestern", "jetzt", "jetzige", "jetzigen",
        "derzeit", "derzeitige", "derzeitigen", "momentan", "zurzeit", "im moment", "gerade eben", "aktuell",
        "aktuelle", "aktuellen", "aktueller", "aktuelles", "neueste", "neuesten", "neuester", "neuestes",
        "diese woche", "dieser woche", "diesen monat", "diesem monat", "dieses jahr", "diesem jahr",
        "nachste woche", "letzte woche", "wie spat ist es",
    ]

    private static let french = [
        "aujourd hui", "maintenant", "demain", "actuel", "actuelle", "actuels", "actuelles", "actuellement",
        "cette semaine", "ce matin", "ce soir", "ce mois", "cette annee", "en ce moment", "quelle heure est il",
    ]

    private static let spanish = [
        "hoy", "ahora", "manana", "ayer", "actualmente", "esta semana", "este mes", "este ano", "esta noche",
        "en este momento", "que hora es",
    ]
}
