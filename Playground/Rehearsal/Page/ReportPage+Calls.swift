import Ladder

/// The sampled calls as a list that can be filtered.
extension ReportPage {
    var callsSection: String {
        let calls = report.samples.enumerated().map { index, sample in
            let kind = AnswerKind(sample.row)
            return """
                <li data-kind="\(kind.id)" data-phase="\(report.scenario.phase(at: sample.row.arrival))">\
                <button type="button" data-call="\(index)">\
                <span class="when">\(PageText.clock(sample.row.arrival))</span>\
                <span class="level"><i class="swatch \(kind.classes)"></i>\(kind.title)</span>\
                <span class="long">\(PageText.latency(sample.row.latency))</span>\
                <span class="question">\(sample.question.escaped)</span></button></li>

                """
        }
        let kinds = AnswerKind.allCases.filter { kind in report.samples.contains { AnswerKind($0.row) == kind } }
        let levels = kinds.map { "<option value=\"\($0.id)\">\($0.title)</option>" }
        let phases = report.phases.enumerated().map { index, phase in
            "<option value=\"\(index)\">\(index + 1) \(phase.name.escaped)</option>"
        }
        return """
            <section class="panel" id="calls"><h2>Calls</h2>
            <p class="quiet">\(report.samples.count.grouped) of \(report.total.calls.grouped) calls: \
            the first of each kind in each phase, and others at regular intervals. Open one to see its decisions.</p>
            <form class="filter" role="search">
            <label>Words <input type="search" name="words" autocomplete="off"></label>
            <label>Level <select name="kind"><option value="">all</option>\(levels.joined())</select></label>
            <label>Phase <select name="phase"><option value="">all</option>\(phases.joined())</select></label>
            <output aria-live="polite"></output></form>
            <ol class="calls">\(calls.joined())</ol></section>

            """
    }

    /// The sheet that shows a call. The script fills it.
    var callSheet: String {
        """
        <dialog id="call" aria-labelledby="call-title"><div class="sheet">
        <div class="head"><h2 id="call-title"></h2><form method="dialog"><button type="button" data-step="-1" \
        aria-label="Previous call">←</button><button type="button" data-step="1" aria-label="Next call">→</button>\
        <button autofocus>Close</button></form></div>
        <dl id="call-facts"></dl>
        <h3>Question</h3><p id="call-question"></p>
        <h3>Answer</h3><p id="call-answer"></p>
        <h3>Decisions</h3><pre id="call-explanation" tabindex="0" aria-label="Decisions"></pre>
        </div></dialog>

        """
    }
}
