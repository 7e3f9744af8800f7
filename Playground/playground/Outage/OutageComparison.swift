import Ladder

/// The ladder beside the loop: over the whole outage, and while the large model was down.
struct OutageComparison {
    let ladder: OutageLog
    let loop: OutageLog
    /// What the large model's provider counted itself.
    let requests: (ladder: Int, loop: Int)

    func lines(in width: Int) -> [Line] {
        let down = OutagePhase.all.first { $0.name == "down" } ?? OutagePhase.all[0]
        let parts = [ladder, loop, ladder.between(down.start, down.end), loop.between(down.start, down.end)]
        var table = Table(["", "Ladder", "loop", "Ladder, down", "loop, down"])
        func add(_ name: String, _ ink: Ink = .plain, _ text: (OutageLog) -> String) {
            table.add([Line(name, ink)] + parts.map { Line(text($0), ink) })
        }
        func count(_ count: Int, of log: OutageLog) -> String { "\(count) \(Share.percent(count, log.count).leftPadded(to: 5))" }
        add("calls") { "\($0.count)" }
        add("a whole answer within 30 s", .good) { count($0.answeredInTime, of: $0) }
        add("an honest apology", .fair) { count($0.count(of: .error), of: $0) }
        add("nothing but an error", .bad) { count($0.failed, of: $0) }
        add("waited, median") { $0.wait(0.5)?.spoken ?? "–" }
        add("waited, 95 of 100") { $0.wait(0.95)?.spoken ?? "–" }
        add("waited, longest") { $0.wait(1)?.spoken ?? "–" }
        table.add(
            [Line("requests to \"\(HelpDesk.largeModel)\""), Line("\(requests.ladder)"), Line("\(requests.loop)")]
                + [ladder, loop].map { Line("\($0.requests(to: HelpDesk.largeModel, down.start, down.end))") })
        return table.lines(in: width)
    }
}
