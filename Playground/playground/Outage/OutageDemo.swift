import Ladder

/// `playground outage`: one outage, through a pipeline and through a retry loop.
struct OutageDemo {
    let seed: UInt64

    func show(on terminal: Terminal) throws {
        terminal.print()
        terminal.heading("An outage of forty minutes")
        terminal.paragraph(
            OutagePhase.description
                + " The pipeline between callers and models, as pipeline.explain() prints it, is below. A call may take "
                + "\(HelpDesk.callLimit.roundedText) in all, one attempt of it \(HelpDesk.attemptLimit.roundedText).")

        let history = BreakerHistory()
        let outage = try Outage(seed: seed, history: history)
        terminal.quotation(outage.pipeline.explain(), margin: 2)
        let ladder = try outage.throughPipeline()
        terminal.print()
        terminal.print(OutageTimeline(log: ladder, history: history, width: terminal.width).lines)
        terminal.print()
        terminal.print(OutageTable(log: ladder).lines(in: terminal.width))
        terminal.print()
        terminal.print(BreakerTable(openings: history.openings).lines(in: terminal.width))

        terminal.print()
        terminal.heading("The same callers with a hand-written loop")
        terminal.paragraph("Three tries, one second apart, no fallback and no time limit.")
        let naive = try Outage(seed: seed, history: BreakerHistory())
        let loop = try naive.throughRetryLoop()
        let comparison = OutageComparison(ladder: ladder, loop: loop) { model in
            (outage.requests(to: model), naive.requests(to: model))
        }
        terminal.print(comparison.lines(in: terminal.width))
    }
}
