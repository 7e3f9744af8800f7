import LadderText
import Testing

@Suite struct TimeSensitivityTests {
    @Test(
        arguments: [
            ("What is the weather today?", ["today"]), ("NOW", ["now"]), ("Right now, please", ["right now"]),
            ("the latest news of this week", ["latest", "this week"]), ("at-the-moment", ["at the moment"]),
            ("at  the\n - moment", ["at the moment"]),
            ("Today's price, today", ["today"]), ("current and currently", ["current", "currently"]),
            ("up-to-date\nthis\nmonth", ["up to date", "this month"]),
            ("tomorrow/yesterday", ["tomorrow", "yesterday"]),
            ("Was kostet das heute?", ["heute"]), ("Wie ist das Wetter nächste Woche?", ["nachste woche"]),
            ("Quel temps fait-il aujourd’hui ?", ["aujourd hui"]), ("cette année", ["cette annee"]),
            ("¿Qué tiempo hará mañana?", ["manana"]), ("ＮＯＷ", ["now"]), ("“now”", ["now"]),
        ] as [(String, [String])])
    func `words about the present are found`(text: String, words: [String]) {
        #expect(TimeSensitivity.words(in: text) == words)
    }

    @Test(
        arguments: [
            "", "I know", "snow", "nowhere", "nowadays", "now_playing", "now2", "renow", "todayish", "électricité",
            "the actual price", "Ich bin hier", "this weekly plan", "this. week", "thisweek", "nowé", "énow",
            "the moment", "todaya", "concurrent", "this     week",
        ])
    func `parts of words and other words are not found`(text: String) {
        #expect(TimeSensitivity.words(in: text) == [])
    }

    @Test(arguments: ["a", "this ", "now", "now ", "at the ", " ", "-", "é", "aujourd'", "what time is it"])
    func `a long text of anything is read in one pass`(piece: String) {
        // A scan that takes quadratic time would not end within an hour.
        let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
        #expect(TimeSensitivity.words(in: text).count <= 1)
    }
}
