package import LadderCore

/// The inputs of one selection: the current time and the random numbers.
package struct SelectionInputs: Sendable {
    let now: Instant
    /// The hash of the call's sticky key, if it has one. It takes the place of the random number.
    let sticky: UInt64?
    let random: UInt64

    package init(now: Instant, sticky: UInt64? = nil, random: UInt64) {
        self.now = now
        self.sticky = sticky
        self.random = random
    }

    /// Returns a number for one deployment: the same for the same sticky key, also while traffic returns.
    func number(for deployment: RoutedDeployment) -> UInt64 { ((sticky ?? random) ^ deployment.hash).mixed }

    /// Whether this call measures another deployment than the fastest.
    func explores(share: Double) -> Bool { random.mixed.unit < share }
}
