import LadderText

/// Irregular past forms of common verbs, and their participles.
enum PastForms {
    /// Returns whether a word is the past of an irregular verb.
    static func contains(_ word: String) -> Bool { past.contains(word) }

    /// Returns the stem of the verb that a word is an irregular form of.
    static func stem(of word: String) -> String? { stems[word] }

    private static let past: Set<String> = Set(
        verbs.split { $0 == "\n" }.compactMap { line in line.split(separator: " ").dropFirst().first.map { String($0) }
        }
    ).union(["had"])

    private static let stems: [String: String] = {
        var stems: [String: String] = [:]
        for line in verbs.split(separator: "\n") {
            let forms = line.split(separator: " ").map { String($0) }
            for form in forms.dropFirst() { stems[form] = EnglishStemmer.stem(forms[0]) }
        }
        return stems
    }()

    /// A verb, its past, and its participle where that differs.
    private static let verbs = """
        win won
        write wrote written
        sing sang sung
        lead led
        make made
        build built
        find found
        take took taken
        give gave given
        go went gone
        come came
        become became
        buy bought
        sell sold
        send sent
        pay paid
        say said
        tell told
        know knew known
        grow grew grown
        fly flew flown
        draw drew drawn
        drive drove driven
        ride rode ridden
        rise rose risen
        run ran
        swim swam swum
        speak spoke spoken
        break broke broken
        choose chose chosen
        freeze froze frozen
        steal stole stolen
        wear wore worn
        tear tore torn
        begin began begun
        drink drank drunk
        hold held
        keep kept
        lose lost
        meet met
        sit sat
        stand stood
        teach taught
        think thought
        catch caught
        bring brought
        fight fought
        shoot shot
        spend spent
        eat ate eaten
        fall fell fallen
        feel felt
        get got gotten
        hear heard
        hide hid hidden
        sleep slept
        strike struck stricken
        throw threw thrown
        understand understood
        wake woke woken
        forget forgot forgotten
        see saw seen
        do did done
        show showed shown
        lend lent
        bite bit bitten
        blow blew blown
        deal dealt
        dig dug
        feed fed
        lay laid
        mean meant
        sink sank sunk
        shrink shrank shrunk
        stick stuck
        swear swore sworn
        withdraw withdrew withdrawn
        """
}
