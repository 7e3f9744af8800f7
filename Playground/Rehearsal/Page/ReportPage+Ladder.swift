import Ladder

/// The ladder: the levels from the best to the last, each with the number of calls that it answered.
extension ReportPage {
    var ladderSection: String {
        let rungs = AnswerKind.allCases.map { kind in
            let count = kind.count(in: report.total)
            let share = report.total.calls == 0 ? 0 : Double(count) / Double(report.total.calls)
            return """
                <li\(count == 0 ? " class=\"unused\"" : "")><span class="rung">\(kind.title)</span>\
                <span class="bar"><i class="\(kind.classes)" style="width:\(TimeAxis.number(share * 100))%"></i></span>\
                <span class="count">\(count.grouped)</span>\
                <span class="share">\(PageText.percent(count, of: report.total.calls))</span></li>

                """
        }
        return """
            <section class="panel" id="ladder"><h2>The ladder</h2>
            <p class="quiet">The level of the answer that each caller received, best first.</p>
            <ol class="ladder">\(rungs.joined())</ol></section>

            """
    }
}
