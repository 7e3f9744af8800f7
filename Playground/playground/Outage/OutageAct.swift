import Ladder

/// `playground outage`: one outage, through the ladder and through a retry loop.
struct OutageAct {
    let seed: UInt64

    func show(on terminal: Terminal) throws {
        terminal.print()
        terminal.heading("Forty minutes of trouble")
        terminal.paragraph(
            OutagePhase.story
                + " Between callers and models stands this pipeline, as pipeline.explain() tells it. A call may take "
                + "\(HelpDesk.patience.spoken) in all, one attempt of it \(HelpDesk.attemptLimit.spoken).")

        let history = BreakerHistory()
        let outage = try Outage(seed: seed, history)
        terminal.quotation(outage.pipeline.explain().inWords, margin: 2)
        let ladder = try outage.throughPipeline()
        terminal.print()
        terminal.print(OutageTimeline(ladder, history, width: terminal.width).lines)
        terminal.print()
        terminal.print(OutageTable(log: ladder).lines(in: terminal.width))
        terminal.print()
        terminal.print(BreakerTable(openings: history.openings).lines(in: terminal.width))

        terminal.print()
        terminal.heading("The same callers with a hand-written loop")
        terminal.paragraph("Three tries, one second apart, no fallback and no time limit.")
        let naive = try Outage(seed: seed, BreakerHistory())
        let loop = try naive.throughRetryLoop()
        let comparison = OutageComparison(ladder: ladder, loop: loop) { model in
            (outage.requests(to: model), naive.requests(to: model))
        }
        terminal.print(comparison.lines(in: terminal.width))
    }
}
