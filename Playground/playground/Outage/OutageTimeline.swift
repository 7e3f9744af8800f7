import Ladder

/// The outage as a picture: time to the right, one row for every rung and breaker, the darker the more.
struct OutageTimeline {
    let log: OutageLog
    let history: BreakerHistory

    private static let labelWidth = 16

    func lines(in width: Int) -> [Line] {
        let phases = OutagePhase.all
        let perPhase = max(4, (width - 2 - Self.labelWidth - phases.count) / phases.count)
        let slots = phases.map { phase in
            (0..<perPhase).map { index in
                let length = (phase.end - phase.start) / perPhase
                let start = phase.start + length * index
                return (start: start, end: start + length)
            }
        }
        var lines = [header(perPhase)]
        for level in FallbackLevel.allCases where log.count(of: level) > 0 {
            lines.append(
                row(level.rawValue, Ink(level), slots) { start, end in
                    let slot = log.between(start, end)
                    return slot.count == 0 ? 0 : Double(slot.count(of: level)) / Double(slot.count)
                })
        }
        for target in [HelpDesk.largeModel, HelpDesk.smallModel] {
            lines.append(
                row("\(target): open", .faint, slots) { history.openShare(of: target, $0, $1) })
        }
        return lines
    }

    private func header(_ perPhase: Int) -> Line {
        var line = Line("  " + String(repeating: " ", count: Self.labelWidth))
        for phase in OutagePhase.all {
            let title = perPhase < phase.name.count + 6 ? phase.name : "\(phase.start.clockText) \(phase.name)"
            line += Line("│", .faint) + Line(title, .strong).clipped(to: perPhase).padded(to: perPhase, onTheLeft: false)
        }
        return line
    }

    private func row(
        _ name: String, _ ink: Ink, _ slots: [[(start: Instant, end: Instant)]],
        _ share: (Instant, Instant) -> Double
    ) -> Line {
        var line = Line("  ") + Line(name, ink).padded(to: Self.labelWidth, onTheLeft: false)
        for phase in slots {
            let shades = phase.map { Self.shade(share($0.start, $0.end)) }.joined()
            line += Line("│", .faint) + Line(shades, ink)
        }
        return line
    }

    /// Blank is nothing at all, so that little can be seen.
    private static func shade(_ share: Double) -> String {
        switch share {
        case ...0: " "
        case ..<0.05: "·"
        case ..<0.35: "░"
        case ..<0.65: "▒"
        case ..<0.95: "▓"
        default: "█"
        }
    }
}
