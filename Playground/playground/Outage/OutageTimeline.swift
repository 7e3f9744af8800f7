import Ladder

/// A chart of the outage: time to the right, one row for every level and breaker, a darker cell for a larger share.
struct OutageTimeline {
    /// A short time span with its calls.
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

    init(log: OutageLog, history: BreakerHistory, width: Int) {
        let count = OutagePhase.all.count
        let slotsPerPhase = max(4, (width - 2 - Self.labelWidth - count) / count)
        self.log = log
        self.history = history
        self.slotsPerPhase = slotsPerPhase
        phases = OutagePhase.all.map { phase in
            let arrivals = log.began(from: phase.start, to: phase.end)
            let length = (phase.end - phase.start) / slotsPerPhase
            return (0..<slotsPerPhase).map { index in
                let start = phase.start + length * index
                return Slot(start: start, end: start + length, log: arrivals.began(from: start, to: start + length))
            }
        }
    }

    var lines: [Line] {
        var lines = [header(style: .strong, text: \.name), header(style: .faint, text: \.start.clockText), marks]
        for level in FallbackLevel.allCases where log.count(of: level) > 0 {
            lines.append(
                row(level.rawValue, style: TextStyle(level)) { slot in
                    slot.log.count == 0 ? 0 : Double(slot.log.count(of: level)) / Double(slot.log.count)
                })
        }
        for target in [HelpDesk.largeModel, HelpDesk.smallModel] {
            lines.append(
                row("breaker of \(target)", style: .faint) { slot in
                    history.openShare(of: target, from: slot.start, to: slot.end)
                })
        }
        lines.append(
            Line("  share of answers, and of time open:  · <5%  ░ <35%  ▒ <65%  ▓ <95%  █ more", style: .faint))
        let meanings = OutagePhase.ofSmallModel.compactMap { phase in phase.mark.map { "  \($0) \(phase.name)" } }
        lines.append(Line("  state of \(HelpDesk.smallModel):" + meanings.joined(), style: .faint))
        return lines
    }

    private func header(style: TextStyle, text: (OutagePhase) -> String) -> Line {
        OutagePhase.all.reduce(Line(String(repeating: " ", count: 2 + Self.labelWidth))) { line, phase in
            let title = Line(text(phase), style: style).clipped(to: slotsPerPhase)
            return line + Line("│", style: .faint) + title.padded(to: slotsPerPhase, onTheLeft: false)
        }
    }

    /// The states of the small model on the time axis.
    private var marks: Line {
        row("state of \(HelpDesk.smallModel)", style: .faint) { slot in
            let middle = slot.start + (slot.end - slot.start) / 2
            let phase = OutagePhase.ofSmallModel.last { $0.start <= middle }
            return phase?.mark.map(String.init) ?? " "
        }
    }

    private func row(_ name: String, style: TextStyle, share: (Slot) -> Double) -> Line {
        row(name, style: style) { Self.shade(share($0)) }
    }

    private func row(_ name: String, style: TextStyle, cell: (Slot) -> String) -> Line {
        let label = Line("  ") + Line(name, style: style).padded(to: Self.labelWidth, onTheLeft: false)
        return phases.reduce(label) { line, slots in
            line + Line("│", style: .faint) + Line(slots.map(cell).joined(), style: style)
        }
    }

    /// Returns the character for a share; only zero is blank, so that small shares are visible.
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
