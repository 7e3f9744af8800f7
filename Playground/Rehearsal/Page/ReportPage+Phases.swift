import Ladder

/// The table with a column for each phase and one for all.
extension ReportPage {
    var phasesSection: String {
        let heads = report.phases.enumerated().map { index, phase in
            "<th scope=\"col\"><span class=\"number\">\(index + 1)</span> \(phase.name.escaped)"
                + "<small>\(states(of: phase).escaped)</small></th>"
        }
        let answers = kinds.map { kind in
            line("<i class=\"swatch \(kind.classes)\"></i>\(kind.title)", id: kind.id) { tally in
                let count = kind.count(in: tally)
                return "\(count.grouped) <small>\(PageText.percent(count, of: tally.calls))</small>"
            }
        }
        let errors = report.total.errors.keys.sorted().map { error in
            line("<span class=\"inner\">\(error.rawValue)</span>") { ($0.errors[error] ?? 0).grouped }
        }
        let groups = [
            [line("Calls", id: "calls") { $0.calls.grouped }] + answers + errors,
            [
                line("Success", id: "success") { PageText.percent($0.answered, of: $0.calls) },
                line("Cut answers") { $0.cut.grouped },
                line("Wrong answers from caches") { $0.wrong.grouped },
                line("Latency p50", id: "p50") { PageText.latency($0.latency(0.5)) },
                line("Latency p95", id: "p95") { PageText.latency($0.latency(0.95)) },
            ],
            [
                line("Model calls", id: "modelCalls") { $0.modelCalls.grouped },
                line("Input tokens") { $0.inputTokens.grouped },
                line("Output tokens") { $0.outputTokens.grouped },
                line("Cost", id: "cost") { PageText.money($0.cost) },
                line("of it for failed attempts", id: "waste") { PageText.money($0.waste) },
            ],
        ]
        return """
            <section class="panel" id="phases"><h2>By phase</h2>
            <p class="quiet">Success is the share of calls with a whole answer that is more than an apology.</p>
            <div class="wide" role="region" aria-label="Table by phase" tabindex="0"><table>
            <thead><tr><td></td>\(heads.joined())<th scope="col">All</th></tr></thead>
            \(groups.map { "<tbody>\($0.joined())</tbody>" }.joined(separator: "\n"))
            </table></div></section>

            """
    }

    private func states(of phase: Report.Phase) -> String {
        phase.states.isEmpty
            ? "all healthy" : phase.states.map { "\($0.provider): \($0.state)" }.joined(separator: ", ")
    }

    /// Returns a line of the table.
    ///
    /// - Parameters:
    ///   - title: The heading of the line, as HTML.
    ///   - id: The name of the line for programs that read the page.
    ///   - cell: Returns the content of the cell for a tally, as HTML.
    private func line(_ title: String, id: String? = nil, cell: (CallTally) -> String) -> String {
        let cells = (report.phases.map(\.tally) + [report.total]).map { "<td>\(cell($0))</td>" }
        let name = id.map { " data-line=\"\($0)\"" } ?? ""
        return "<tr\(name)><th scope=\"row\">\(title)</th>\(cells.joined())</tr>\n"
    }
}
