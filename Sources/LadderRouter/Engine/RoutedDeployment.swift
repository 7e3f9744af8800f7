package import LadderCore

/// A deployment in a router's table.
///
/// Its number is never used again, so the late end of a call cannot be counted for a later deployment of the same id.
package final class RoutedDeployment: Sendable {
    package let number: Int
    package let model: String
    package let target: Target
    package let weight: Double
    let tags: [String: String]
    let hash: UInt64

    init(_ deployment: Deployment, of model: String, number: Int) {
        self.number = number
        self.model = model
        target = Target(id: deployment.id, client: deployment.client, modelID: deployment.modelID)
        // Infinity and NaN are configuration problems; they must not break the selection.
        weight = deployment.weight > 0 ? min(deployment.weight, Deployment.maximumWeight) : 0
        tags = deployment.tags
        var hash = StableHash()
        hash.add(deployment.id)
        self.hash = hash.value
    }

    package var id: String { target.id }
}
