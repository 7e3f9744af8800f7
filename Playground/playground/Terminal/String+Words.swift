import Ladder

extension String {
    /// What an `explain()` says, with its names in words: `gaveUp` becomes `gave up`, and `900ms` becomes `900 ms`.
    ///
    /// Levels keep their names: the rows of chart and tables are called so. An apology is called by its name.
    var inWords: String {
        replacing("served from \(FallbackLevel.apology.rawValue) by", with: "apology by")
            .replacing(#/\b[a-z]+(?:[A-Z][a-z]*)+\b/#.wordBoundaryKind(.simple)) { match in
                FallbackLevel(rawValue: String(match.output)) == nil ? match.output.separated : String(match.output)
            }
            .replacing(#/(\d)(ms|s)\b/#.wordBoundaryKind(.simple)) { match in
                // No line is broken there.
                "\(match.output.1)\u{A0}\(match.output.2)"
            }
    }
}

extension Substring {
    /// `consecutiveFailures` as `consecutive failures`.
    fileprivate var separated: String {
        reduce(into: "") { text, letter in text += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)" }
    }
}

extension FallbackLevel {
    /// Its name, and what callers get where the name does not say it.
    var label: String { self == .apology ? "\(rawValue) (apology)" : rawValue }
}
