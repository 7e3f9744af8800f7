import Ladder

/// The numbers of a published case study, recomputed with the real layers: what provider-side prompt caching and reuse of
/// answers by meaning save.
package struct CaseStudy: Sendable {
    /// One way to run the company's calls.
    package struct Variant: Sendable {
        package let name: String
        package let report: Report

        /// What all calls of a month of 30 days cost, in dollars.
        package var dollarsPerMonth: Double {
            let total = report.total
            return total.cost.inDollars / Double(max(1, total.calls)) * Published.callsPerDay * 30
        }

        /// The share of calls that a cache answered.
        package var hitRate: Double {
            Double(report.total.hits) / Double(max(1, report.total.calls))
        }

        /// The share of hits that answered another question than the caller's.
        package var wrongShare: Double {
            report.total.hits == 0 ? 0 : Double(report.total.wrong) / Double(report.total.hits)
        }

        /// The calls that a cache answered.
        package var hits: CallTally {
            CallTally(report.rows.lazy.filter { $0.level == .semanticCache || $0.level == .exactCache })
        }
    }

    /// The published numbers.
    package enum Published {
        package static let callsPerDay = 200_000.0
        package static let dollarsBefore = 38_000.0
        package static let dollarsAfter = 22_000.0
        package static let hitRate = 0.35
        package static let hitLatency = Duration.milliseconds(45)
        package static let monthlyGrowth = 0.15
    }

    package let variants: [Variant]

    /// Plays the day of the case study in each variant.
    ///
    /// - Parameters:
    ///   - requests: The number of calls that are made for the 200,000 of the day.
    ///   - seed: The seed of all random numbers.
    ///   - progress: Is called with the share of the work that is done.
    package init(requests: Int, seed: UInt64, progress: (Double) -> Void = { _ in }) throws {
        let day = Scenario.school.crowded(by: requests)
        let plain = day.changed {
            ($0.crowd.cachedPromptTokens, $0.setup.semanticThreshold, $0.setup.cacheLifetime) = (0, nil, nil)
        }
        let cachedPrompt = day.changed { ($0.setup.semanticThreshold, $0.setup.cacheLifetime) = (nil, nil) }
        let semantic = day.changed { $0.crowd.cachedPromptTokens = 0 }
        let all: [(String, Scenario, guards: Bool)] = [
            ("gpt-4o alone", plain, true), ("prompt caching", cachedPrompt, true),
            ("reuse by meaning", semantic, true), ("both", day, true), ("both, no guards", day, false),
        ]
        variants = try all.enumerated().map { index, variant in
            let make: Rehearsal.MakePipeline = { try $0.scenario.setup.pipeline(for: $0, hasGuards: variant.guards) }
            defer { progress(Double(index + 1) / Double(all.count)) }
            return Variant(
                name: variant.0, report: try Rehearsal(variant.1, seed: seed, makePipeline: make).run())
        }
    }
}

extension Scenario {
    fileprivate func changed(_ change: (inout Scenario) -> Void) -> Scenario {
        var scenario = self
        change(&scenario)
        return scenario
    }
}
