/// How well a deployment suits a call; the smallest rating is selected.
struct DeploymentRating: Comparable {
    /// The groups of deployments. A later group is used only when every earlier one is empty.
    enum Tier: Int {
        /// Takes its usual share of the traffic.
        case normal
        /// Returns from a cooldown, and this call is not in the share it gets so far.
        case returning
        /// Has the weight zero.
        case standby
        /// Is in a cooldown.
        case cooldown
    }

    var tier: Tier
    /// The value of the strategy, such as the load. Equal for all deployments if the weights alone decide.
    var score: Double
    /// The draw among deployments of one score.
    ///
    /// With `-ln(u)/weight` for a random u, a deployment has the smallest draw as often as its weight says. With a hash
    /// in the place of u this is weighted rendezvous hashing: when a deployment leaves, only its own keys move.
    var draw: Double

    static func < (left: DeploymentRating, right: DeploymentRating) -> Bool {
        (left.tier.rawValue, left.score, left.draw) < (right.tier.rawValue, right.score, right.draw)
    }
}
