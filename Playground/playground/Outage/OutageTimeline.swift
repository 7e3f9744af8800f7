import Ladder

/// The outage as a picture: time to the right, one row for every rung and breaker, the darker the more.
struct OutageTimeline {
    /// A short time, and who came in it.
    private struct Slot {
        let start: Instant
        let end: Instant
        let log: OutageLog
    }

    private let log: OutageLog
    private let history: BreakerHistory
    private let slotsPerPhase: Int
    private let phases: [[Slot]]

    private static let labelWidth = 18

    init(_ log: OutageLog, _ history: BreakerHistory, width: Int) {
        let count = OutagePhase.all.count
        let slotsPerPhase = max(4, (width - 2 - Self.labelWidth - count) / count)
        self.log = log
        self.history = history
        self.slotsPerPhase = slotsPerPhase
        phases = OutagePhase.all.map { phase in
            let visitors = log.between(phase.start, phase.end)
            let length = (phase.end - phase.start) / slotsPerPhase
            return (0..<slotsPerPhase).map { index in
                let start = phase.start + length * index
                return Slot(start: start, end: start + length, log: visitors.between(start, start + length))
            }
        }
    }

    var lines: [Line] {
        var lines = [header(.strong, \.name), header(.faint, \.start.clockText), marks]
        for level in FallbackLevel.allCases where log.count(of: level) > 0 {
            lines.append(
                row(level.label, Ink(level)) { slot in
                    slot.log.count == 0 ? 0 : Double(slot.log.count(of: level)) / Double(slot.log.count)
                })
        }
        for target in [HelpDesk.largeModel, HelpDesk.smallModel] {
            lines.append(
                row("breaker of \(target)", .faint) { history.openShare(of: target, $0.start, $0.end) })
        }
        lines.append(Line("  share of answers, and of time open:  · <5%  ░ <35%  ▒ <65%  ▓ <95%  █ more", .faint))
        let meanings = OutagePhase.ofSmallModel.compactMap { phase in phase.mark.map { "  \($0) \(phase.name)" } }
        lines.append(Line("  state of \(HelpDesk.smallModel):" + meanings.joined(), .faint))
        return lines
    }

    private func header(_ ink: Ink, _ text: (OutagePhase) -> String) -> Line {
        OutagePhase.all.reduce(Line(String(repeating: " ", count: 2 + Self.labelWidth))) { line, phase in
            let title = Line(text(phase), ink).clipped(to: slotsPerPhase)
            return line + Line("│", .faint) + title.padded(to: slotsPerPhase, onTheLeft: false)
        }
    }

    /// What ails the small model, on the time axis.
    private var marks: Line {
        row("state of \(HelpDesk.smallModel)", .faint) { slot in
            let middle = slot.start + (slot.end - slot.start) / 2
            let phase = OutagePhase.ofSmallModel.last { $0.start <= middle }
            return phase?.mark.map(String.init) ?? " "
        }
    }

    private func row(_ name: String, _ ink: Ink, _ share: (Slot) -> Double) -> Line {
        row(name, ink) { Self.shade(share($0)) }
    }

    private func row(_ name: String, _ ink: Ink, _ cell: (Slot) -> String) -> Line {
        let label = Line("  ") + Line(name, ink).padded(to: Self.labelWidth, onTheLeft: false)
        return phases.reduce(label) { line, slots in
            line + Line("│", .faint) + Line(slots.map(cell).joined(), ink)
        }
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
