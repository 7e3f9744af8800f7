import Ladder

/// `playground outage`: one outage, through the ladder and through a retry loop.
struct OutageAct {
    let seed: UInt64

    func show(on terminal: Terminal) throws {
        let history = BreakerHistory()
        let outage = Outage(seed: seed)
        let ladder = try outage.throughPipeline(history)
        let naive = Outage(seed: seed)
        let loop = try naive.throughRetryLoop()

        terminal.print()
        terminal.heading("1. Forty minutes of trouble")
        terminal.paragraph(
            "Three callers a second ask \"\(HelpDesk.largeModel)\" through StaticFAQ, ModelFallback, CircuitBreaker, "
                + "Retry and Timeout. It becomes slow, goes down, flaps and recovers. \"\(HelpDesk.smallModel)\" stands "
                + "in; from 16:00 it is overloaded, and from 19:00 to 21:00 it is down as well.")
        terminal.print()
        terminal.print(OutageTimeline(log: ladder, history: history).lines(in: terminal.width))
        terminal.print()
        terminal.print(OutageTable(log: ladder).lines(in: terminal.width))
        terminal.print()
        terminal.print(BreakerTable(openings: history.openings).lines(in: terminal.width))

        terminal.print()
        terminal.heading("The same callers with a hand-written loop: three tries, one second apart")
        let comparison = OutageComparison(
            ladder: ladder, loop: loop, requests: (outage.requests, naive.requests))
        terminal.print(comparison.lines(in: terminal.width))
    }
}
