import Ladder

/// The circuit breakers that opened: a row for each target, with a bar while it was open.
extension ReportPage {
    var breakersSection: String {
        let rows = report.brokenTargets.map { target in
            let openings = report.openings.filter { $0.target == target }
            let bars = openings.map { opening in
                "<span class=\"open\" title=\"\(text(of: opening).escaped)\" "
                    + "style=\"\(axis.place(from: opening.opened, to: opening.closed ?? axis.duration))\"></span>"
            }
            return row(named: target, content: "<div class=\"spans breaker\">\(bars.joined())</div>")
        }
        let list = report.openings.map { "<li><b>\($0.target.escaped)</b> \(text(of: $0).escaped)</li>" }
        let content =
            rows.isEmpty
            ? "<p class=\"quiet\">No breaker opened.</p>"
            : """
            <ul class="legend"><li><i class="swatch open"></i>open: calls skip the target</li>\
            <li><i class="swatch closed"></i>closed</li></ul>
            \(rows.joined())<details><summary>\(list.count.grouped) \
            \(list.count == 1 ? "opening" : "openings") in words</summary>\
            <ul class="plain">\(list.joined())</ul></details>
            """
        return "<section class=\"panel\" id=\"breakers\"><h2>Circuit breakers</h2>\(content)</section>\n"
    }

    private func text(of opening: BreakerOpening) -> String {
        let end = opening.closed.map { "to \(PageText.clock($0))" } ?? "and still open at the end"
        let probes =
            switch opening.failedProbes {
            case 0: ""
            case 1: ", 1 probe failed"
            default: ", \(opening.failedProbes) probes failed"
            }
        return "open from \(PageText.clock(opening.opened)) \(end): \(opening.cause.inWords)\(probes)"
    }
}
