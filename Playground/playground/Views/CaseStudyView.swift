import Ladder
import Rehearsal

/// The numbers of the case study beside the published ones, and why they differ.
struct CaseStudyView {
    let study: CaseStudy
    let requests: Int

    func show(on terminal: Terminal) {
        terminal.print()
        terminal.heading("An education company: 200,000 questions a day to gpt-4o, 35 % of them repeats in other words")
        terminal.paragraph(
            "A request has 2,100 tokens, 2,000 of them the same instructions, and an answer has 108. \(requests.grouped) "
                + "calls of a simulated day stand for 200,000; entries expire after 24 hours, and repeated text costs a tenth."
        )
        terminal.print()
        var table = Table(["", "a month", "hits", "wrong hits", "a hit takes", "p50", "p95"])
        for variant in study.variants {
            let total = variant.report.total
            table.add([
                Line(variant.name), Line(variant.dollarsPerMonth.rounded().dollarText), Line(percent(variant.hitRate)),
                Line(variant.hitRate == 0 ? "–" : percent(variant.wrongShare)),
                Line(variant.hits.calls == 0 ? "–" : "<1 ms"), Line(total.latency(0.5)?.roundedText ?? "–"),
                Line(total.latency(0.95)?.roundedText ?? "–"),
            ])
        }
        let published = CaseStudy.Published.self
        table.add([
            Line("published", style: .strong), Line(published.dollarsAfter.dollarText),
            Line(percent(published.hitRate)),
            Line("–"), Line(published.hitLatency.roundedText), Line("–"), Line("–"),
        ])
        terminal.print(table.lines(in: terminal.width))
        terminal.print()
        showDifferences(on: terminal)
        showQuarter(on: terminal)
    }

    private func showDifferences(on terminal: Terminal) {
        let alone = study.variants[0].dollarsPerMonth
        let share = 1 - CaseStudy.Published.dollarsAfter / alone
        let sentences = [
            "The published bill before is $38,000 a month; the price list gives \(alone.rounded().dollarText) for these lengths.",
            "The published bill after is $22,000, which is \(percent(share)) less. A hit rate of 35 % alone saves 35 %, so at "
                + "most \(percent(max(0, share - 0.35))) can come from prompt caching. Where 2,000 of 2,100 tokens are the "
                + "same and cost a tenth, it saves far more: the instructions of the company changed more often, or not every "
                + "request found them.",
            "45 ms can only be the latency of a hit, with an embedder and a store behind a network. Here the embedder runs in "
                + "the process, so a hit waits for nothing; all calls together are as fast as the model for the half that misses.",
            "Wrong hits answer a question with another meaning. The questions are made from templates, with every wording "
                + "equally likely; real students ask less evenly. Measure yours: playground calibrate.",
        ]
        for sentence in sentences { terminal.paragraph("· \(sentence)", margin: 2, hanging: 2) }
        terminal.print()
    }

    private func showQuarter(on terminal: Terminal) {
        terminal.print(Line("A quarter in which demand grows by 15 % a month", style: .strong))
        var table = Table(["", "month 1", "month 2", "month 3", "in all"])
        for variant in study.variants.prefix(4) {
            let months = (0..<3).map { month in
                (0..<month).reduce(variant.dollarsPerMonth) { sum, _ in sum * (1 + CaseStudy.Published.monthlyGrowth) }
            }
            table.add([Line(variant.name)] + (months + [months.reduce(0, +)]).map { Line($0.rounded().dollarText) })
        }
        terminal.print(table.lines(in: terminal.width))
        terminal.print()
    }

    private func percent(_ share: Double) -> String { "\((share * 100).text(digits: 1)) %" }
}
