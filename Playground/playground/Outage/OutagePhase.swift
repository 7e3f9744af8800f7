import Ladder
import LadderTesting

/// A part of the outage: the state of a model, and when it begins.
struct OutagePhase {
    let name: String
    let start: Instant
    let provider: ProviderPhase

    var end: Instant { start + provider.duration }

    /// The phases of the large model, forty minutes in all.
    static let all: [OutagePhase] = {
        let minutes = Duration.seconds(8 * 60)
        let description: [(String, ProviderPhase)] = [
            (healthy, ProviderPhase(for: minutes, .healthy)),
            ("slow", ProviderPhase(for: minutes, .slow)),
            ("down", ProviderPhase(for: minutes, .down)),
            ("flapping", .flapping(for: minutes, every: .seconds(60))),
            ("recovered", ProviderPhase(for: minutes, .healthy)),
        ]
        return phases(description)
    }()

    /// The two lists of phases in words.
    static let description =
        "Two calls a second ask \"\(HelpDesk.largeModel)\". It becomes slow, goes down, flaps and recovers, eight "
        + "minutes each. \"\(HelpDesk.smallModel)\" is the fallback; from 16:00 it is overloaded, from 18:00 to 20:00 it is "
        + "down as well."

    /// The phases of the small model, which is overloaded and then down while the large one is down.
    static let ofSmallModel = phases([
        (healthy, ProviderPhase(for: .seconds(16 * 60), .healthy)),
        ("overloaded", ProviderPhase(for: .seconds(2 * 60), .overloaded)),
        ("down", ProviderPhase(for: .seconds(2 * 60), .down)),
        (healthy, ProviderPhase(for: .seconds(20 * 60), .healthy)),
    ])

    private static let healthy = "healthy"

    /// Returns phases that follow each other from the beginning.
    private static func phases(_ description: [(String, ProviderPhase)]) -> [OutagePhase] {
        var start = Instant.origin
        return description.map { name, provider in
            defer { start = start + provider.duration }
            return OutagePhase(name: name, start: start, provider: provider)
        }
    }

    /// One letter for the time axis, or nil while the model is healthy.
    var mark: Character? { name == Self.healthy ? nil : name.first }

    static var down: OutagePhase { all[2] }
}
