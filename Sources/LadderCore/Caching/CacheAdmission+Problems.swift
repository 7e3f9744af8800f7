extension CacheAdmission {
    /// The levels whose answers a cache can store. The others are cached themselves, or written in advance: storing
    /// them again would extend their life.
    private static let storableLevels: Set<FallbackLevel> = [.primary, .fallbackModel]

    /// Returns what is wrong with the rule, one sentence for each mistake.
    ///
    /// - Parameter layer: The name with which the sentences begin, such as `ExactCache`.
    package func problems(of layer: String) -> [String] {
        var checks = OptionChecks(of: layer + ".admission")
        if levels.isEmpty { checks.report("levels", value: "empty", allowed: "primary, fallbackModel") }
        for level in levels.subtracting(CacheAdmission.storableLevels).sorted() {
            checks.report("levels", value: level.rawValue, allowed: "primary, fallbackModel")
        }
        if let maximumTemperature { checks.require("maximumTemperature", value: maximumTemperature, in: 0...2) }
        return checks.problems
    }
}
