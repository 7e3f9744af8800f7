/// The words in which a language says how long something takes.
///
/// Durations are rounded up to what people say: 37 seconds are `about 40 seconds`.
public struct DurationWords: Hashable, Sendable {
    /// The names of a unit of time.
    public struct Unit: Hashable, Sendable {
        /// The name after the number one.
        public var one: String
        /// The name after any other number.
        public var many: String
    }

    /// The phrase around the number, with `{duration}` in it.
    public var about: String
    /// The names of the unit second.
    public var seconds: Unit
    /// The names of the unit minute.
    public var minutes: Unit
    /// The names of the unit hour.
    public var hours: Unit
    /// The names of the unit day.
    public var days: Unit

    /// Creates words, in the form they have after the word for "in".
    public init(
        about: String, seconds: (one: String, many: String), minutes: (one: String, many: String),
        hours: (one: String, many: String), days: (one: String, many: String)
    ) {
        self.about = about
        self.seconds = Unit(one: seconds.one, many: seconds.many)
        self.minutes = Unit(one: minutes.one, many: minutes.many)
        self.hours = Unit(one: hours.one, many: hours.many)
        self.days = Unit(one: days.one, many: days.many)
    }

    /// The words of the English apologies, such as `about 2 minutes`.
    public static let english = DurationWords(
        about: "about {duration}", seconds: ("second", "seconds"), minutes: ("minute", "minutes"),
        hours: ("hour", "hours"), days: ("day", "days"))

    /// Returns a duration in words, rounded up.
    package func text(for duration: Duration) -> String {
        let rounded = RoundedWait(duration)
        let unit =
            switch rounded.unit {
            case .second: seconds
            case .minute: minutes
            case .hour: hours
            case .day: days
            }
        let text = "\(rounded.count) \(rounded.count == 1 ? unit.one : unit.many)"
        return about.replacing("{duration}", with: text)
    }

    func problems(at place: String) -> [String] {
        about.contains("{duration}") ? [] : ["\(place).about has no {duration}"]
    }
}
