import LadderCore

extension StoreFaults {
    /// Draws the character of a store: sound, a bit of everything, or one fault that is much more frequent.
    static func drawn(from runtime: Runtime) -> StoreFaults {
        switch runtime.random() % 7 {
        case 0: StoreFaults()
        case 1: StoreFaults(delays: 0.8, delay: .milliseconds(1) ... .milliseconds(120))
        case 2: StoreFaults(delays: 0.1, refusals: 0.4)
        case 3: StoreFaults(delays: 0.3, lostRequests: 0.15, lostAnswers: 0.15)
        case 4: StoreFaults(delays: 0.1, hangs: 0.25)
        case 5: StoreFaults(delays: 0.2, outages: drawnOutages(from: runtime))
        default: .mixed
        }
    }

    /// Draws spans of a few seconds within two minutes, in which the store does not answer.
    private static func drawnOutages(from runtime: Runtime) -> [Range<Instant>] {
        var outages: [Range<Instant>] = []
        var end = Instant.origin
        while end < .origin + .seconds(120) {
            let start = end + runtime.uniformDuration(in: .milliseconds(500) ... .seconds(20))
            end = start + runtime.uniformDuration(in: .milliseconds(200) ... .seconds(8))
            outages.append(start..<end)
        }
        return outages
    }
}

extension ExpiryFaults {
    /// Draws how a store treats the times of its entries: half of the stores keep them.
    static func drawn(from runtime: Runtime) -> ExpiryFaults {
        switch runtime.random() % 4 {
        case 0: ExpiryFaults(forgets: 0.2)
        case 1: ExpiryFaults(forgets: 0.05, overstay: runtime.uniformDuration(in: .seconds(1) ... .seconds(60)))
        default: ExpiryFaults()
        }
    }
}
