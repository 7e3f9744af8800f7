import Ladder
import Rehearsal

/// `playground case-study`: a published case, recomputed.
enum CaseStudyCommand {
    static let command = Command(
        name: "case-study", summary: "the bill of a published case, recomputed with the real layers",
        options: [
            .seed, CommandOption("--requests", "N", summary: "the calls that stand for the 200,000 of a day"),
        ]
    ) { arguments, terminal in
        let requests =
            try arguments.integer("--requests", in: 100...1_000_000) ?? (ScenarioArguments.isDebug ? 500 : 20_000)
        let progress = Progress("case study")
        let study = try CaseStudy(requests: requests, seed: try arguments.seed(), progress: progress.show)
        progress.end()
        CaseStudyView(study: study, requests: requests).show(on: terminal)
    }
}
