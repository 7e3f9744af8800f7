/// How a language says how long something takes.
///
/// Durations are rounded up to what people say: 37 seconds are `about 40 seconds`.
public struct DurationWords: Hashable, Sendable {
    /// A unit's names.
    public struct Unit: Hashable, Sendable {
        /// For one.
        public var one: String
        /// For any other number.
        public var many: String

        /// Names.
        public init(_ one: String, _ many: String) {
            self.one = one
            self.many = many
        }
    }

    /// The phrase around the number, with `{duration}` in it.
    public var about: String
    /// The names of seconds.
    public var seconds: Unit
    /// The names of minutes.
    public var minutes: Unit
    /// The names of hours.
    public var hours: Unit
    /// The names of days.
    public var days: Unit

    /// Words, in the form they have after the word for "in".
    public init(
        about: String, seconds: (one: String, many: String), minutes: (one: String, many: String),
        hours: (one: String, many: String), days: (one: String, many: String)
    ) {
        self.about = about
        self.seconds = Unit(seconds.one, seconds.many)
        self.minutes = Unit(minutes.one, minutes.many)
        self.hours = Unit(hours.one, hours.many)
        self.days = Unit(days.one, days.many)
    }

    /// The usual English words.
    public static let english = DurationWords(
        about: "about {duration}", seconds: ("second", "seconds"), minutes: ("minute", "minutes"),
        hours: ("hour", "hours"), days: ("day", "days"))

    /// The duration for people, never shorter than it is.
    public func text(_ duration: Duration) -> String {
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

    func problems(_ place: String) -> [String] {
        about.contains("{duration}") ? [] : ["\(place).about has no {duration}"]
    }
}
