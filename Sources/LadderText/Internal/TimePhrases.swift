/// The words and phrases by which a text asks about the present, in lower case and without accents.
enum TimePhrases {
    static let table = PhraseTable(english + german + french + spanish)

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
