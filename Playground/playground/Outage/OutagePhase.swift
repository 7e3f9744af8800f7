import Ladder
import LadderTesting

/// A part of the outage: how a model is, and since when.
struct OutagePhase {
    let name: String
    let start: Instant
    let provider: ProviderPhase

    var end: Instant { start + provider.duration }

    /// Forty minutes in the life of the large model.
    static let all: [OutagePhase] = {
        let minutes = Duration.seconds(8 * 60)
        let story: [(String, ProviderPhase)] = [
            (healthy, ProviderPhase(for: minutes, .healthy)),
            ("slow", ProviderPhase(for: minutes, .slow)),
            ("down", ProviderPhase(for: minutes, .down)),
            ("flapping", .flapping(for: minutes, every: .seconds(60))),
            ("recovered", ProviderPhase(for: minutes, .healthy)),
        ]
        return phases(story)
    }()

    /// The two lists of this file, told.
    static let story =
        "Two callers a second ask \"\(HelpDesk.largeModel)\". It becomes slow, goes down, flaps and recovers, eight "
        + "minutes each. \"\(HelpDesk.smallModel)\" stands in; from 16:00 it is overrun, from 18:00 to 20:00 it is "
        + "down as well."

    /// Outages seldom come alone: while the large one is down, the small one is overrun, and then gone.
    static let ofSmallModel = phases([
        (healthy, ProviderPhase(for: .seconds(16 * 60), .healthy)),
        ("overrun", ProviderPhase(for: .seconds(2 * 60), .overloaded)),
        ("down", ProviderPhase(for: .seconds(2 * 60), .down)),
        (healthy, ProviderPhase(for: .seconds(20 * 60), .healthy)),
    ])

    private static let healthy = "healthy"

    /// One after the other, from the beginning.
    private static func phases(_ story: [(String, ProviderPhase)]) -> [OutagePhase] {
        var start = Instant.origin
        return story.map { name, provider in
            defer { start = start + provider.duration }
            return OutagePhase(name: name, start: start, provider: provider)
        }
    }

    /// One letter for the time axis. Nil while all is well.
    var mark: Character? { name == Self.healthy ? nil : name.first }

    static var down: OutagePhase { all[2] }
}
