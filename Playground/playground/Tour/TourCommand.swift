import Ladder
import Rehearsal

/// `playground` without a command: what Ladder does, shown in under a minute.
enum TourCommand {
    static let command = Command(
        name: "tour", summary: "the pipeline, one question down the ladder, and two outages (shown without a command)",
        options: [.seed, CommandOption("--fast", summary: "without pauses"), .details]
    ) { arguments, terminal in
        try Tour(
            seed: try arguments.seed(), isFast: arguments.has("--fast"), showsDetails: arguments.has("--details")
        ).show(on: terminal)
    }
}

/// The parts of the tour.
struct Tour {
    let seed: UInt64
    let isFast: Bool
    let showsDetails: Bool

    static let code = """
        let pipeline = try Pipeline(models: [large, small]) {
            StaticFAQ(writtenAnswers)       // a written answer, or an apology
            BudgetCheck(BudgetLimit(.money(.dollars(2)), per: .day))  // at most that
            ExactCache(store: store)        // the same question again costs nothing
            SemanticCache(embedder: embedder, store: store)  // … in other words too
            ModelFallback("small")          // another model
            CircuitBreaker()                // stop calling a model that is down
            Retry()                         // ask again after a wait
            Timeout()                       // limit first content, silence, total
        }
        let answer = try await pipeline.respond(to: "How long does a refund take?")
        """

    func show(on terminal: Terminal) throws {
        terminal.print()
        terminal.heading("Ladder: when a language model fails, callers get the next best answer.")
        terminal.paragraph(
            "Simulated models, real layers, virtual time: nothing is recorded, and seed \(seed) always gives the same.")
        terminal.print()
        for line in Self.code.split(separator: "\n", omittingEmptySubsequences: false) {
            terminal.print(Line("  " + line, style: .faint))
        }
        pause(4, terminal)
        try showLadder(on: terminal)
        for (scenario, seconds) in [(Scenario.outage, 8.0), (.longOutage, 8.0)] {
            let report = try Rehearsal(scenario, seed: seed).run()
            terminal.print()
            ReportView(report: report, showsDetails: showsDetails).show(on: terminal)
            if let note = RecoveryNote(report: report).text {
                terminal.print()
                terminal.paragraph(note, style: .faint, margin: 2)
            }
            pause(seconds, terminal)
        }
        showNext(on: terminal)
    }

    private func showLadder(on terminal: Terminal) throws {
        let walk = LadderWalk(seed: seed)
        terminal.print()
        terminal.heading("One question, down the ladder")
        if showsDetails { terminal.quotation(try walk.pipelineText(), margin: 2) }
        for step in try walk.steps() {
            terminal.print()
            LadderStepView(step: step).show(on: terminal)
            if showsDetails { terminal.quotation(step.response.explain(), margin: 5) }
            pause(1.5, terminal)
        }
        pause(2, terminal)
    }

    private func showNext(on terminal: Terminal) {
        terminal.print()
        terminal.heading("What to try next")
        let commands = [
            ("playground compare long-outage", "what each layer buys"),
            ("playground ladder \"a question of yours\"", "with the decisions of every layer"),
            ("playground run herd --html report.html", "one of many outages, as a page"),
            ("playground serve", "rehearse your own application, in any language"),
            ("playground help", "all commands"),
        ]
        for (command, summary) in commands {
            terminal.print(Line("  swift run \(command.padded(to: 42))") + Line(summary, style: .faint))
        }
        terminal.print()
    }

    private func pause(_ seconds: Double, _ terminal: Terminal) {
        if !isFast { terminal.pause(seconds: seconds) }
    }
}
