/// Numbers written in letters, and the words that change the value of a number.
enum NumberWords {
    private static let small: [String: Double] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    static let scales: [String: Double] = [
        "k": 1e3, "hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "tausend": 1e3,
        "millionen": 1e6, "mille": 1e3, "mil": 1e3, "mila": 1e3, "duizend": 1e3, "miljoen": 1e6,
    ]

    /// The minutes that the half of the day adds to a time.
    static let halfDays: [String: Double] = ["am": 0, "pm": 720]

    static let ordinalSuffixes: Set<String> = ["st", "nd", "rd", "th"]

    /// Returns the value of a number word from two up; `one` is a pronoun as often as a number.
    static func value(_ word: String) -> Double? {
        small[word]
    }

    static func ones(_ word: String) -> Double? {
        if word == "one" { return 1 }
        return small[word].flatMap { $0 < 10 ? $0 : nil }
    }
}
