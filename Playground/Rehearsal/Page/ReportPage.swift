import Ladder

/// A report as one page that needs no network and no other file.
///
/// Everything is drawn in `html` itself, so a browser without scripts shows it too. The script only opens calls,
/// filters their list and reads numbers out of the charts, all from the JSON form of the report, which is in the page.
///
/// ```swift
/// let page = ReportPage(try Rehearsal(scenario).run())
/// print(page.html)
/// ```
package struct ReportPage: Sendable {
    let report: Report
    /// The equal time spans of the charts.
    let slots: [(start: Duration, end: Duration, tally: CallTally)]

    package init(_ report: Report) {
        self.report = report
        slots = report.slots(Report.slotCount)
    }

    /// The page, the same text for the same report.
    package var html: String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
        style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <link rel="icon" href="data:,"><title>\(report.scenario.name.escaped) – Ladder rehearsal</title>
        <style>\(Self.style)</style></head>
        <body>\(Self.patterns)<main>
        \(heading)\(ladderSection)
        <div id="time">\(answersSection)\(latencySection)\(spendSection)\(breakersSection)\(timeReader)</div>
        \(phasesSection)\(callsSection)</main>
        \(callSheet)
        <script type="application/json" id="report">\(report.json.scriptText)</script>
        <script>\(Self.script)</script></body></html>

        """
    }

    var axis: TimeAxis { TimeAxis(duration: max(.seconds(1), report.scenario.duration)) }

    /// The times at which phases begin, apart from the first.
    var boundaries: [Duration] { report.phases.dropFirst().map(\.start) }

    /// The kinds of answers that occurred, best first.
    var kinds: [AnswerKind] { AnswerKind.allCases.filter { $0.count(in: report.total) > 0 } }

    /// The sentence about all calls.
    var resultSentence: String {
        let total = report.total
        let success = PageText.percent(total.answered, of: total.calls)
        let primary = PageText.percent(total.count(of: .primary), of: total.calls)
        let slowest = PageText.latency(total.latency(0.95))
        return """
            \(success) of \(total.calls.grouped) calls received a whole answer that is more than an apology; \
            the primary model answered \(primary). 95 % of the calls took at most \(slowest), and all together cost \
            \(PageText.money(total.cost)).
            """
    }

    private var heading: String {
        """
        <header><div class="head"><p class="brand">Ladder rehearsal</p>
        <button type="button" id="theme" hidden>Dark</button></div>
        <h1>\(report.scenario.name.escaped)</h1><p class="summary">\(report.scenario.summary.escaped)</p>
        <p class="result">\(resultSentence)</p>
        <p class="facts"><span>\(PageText.clock(report.scenario.duration)) of virtual time</span>\
        <span>\(report.total.calls.grouped) calls</span><span>\(report.phases.count) phases</span>\
        <span>seed \(report.seed)</span></p>
        <details><summary>Pipeline</summary><pre tabindex="0">\(report.pipeline.escaped)</pre></details>
        <noscript><p>The calls can be opened only in a browser with scripts.</p></noscript></header>

        """
    }

    /// The bar with which a time is chosen, and the numbers of that time.
    private var timeReader: String {
        """
        <div class="reader" hidden><output id="moment"></output>
        <input type="range" id="slot" min="0" max="\(max(0, slots.count - 1))" value="0" aria-label="Time"></div>

        """
    }
}
