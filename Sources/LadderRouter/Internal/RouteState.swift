import LadderCore

/// The deployments of one logical model. The arrays go together; what every call looks at is in the first.
struct RouteState: Sendable {
    let model: String
    var lanes: [Lane] = []
    /// Whether all lanes have one weight.
    private(set) var areEqual = true
    private(set) var deployments: [Deployment] = []
    private(set) var targets: [Target] = []

    init(model: String) {
        self.model = model
    }

    mutating func add(_ deployment: Deployment, serial: Int) {
        lanes.append(Lane(deployment, serial: serial))
        deployments.append(deployment)
        targets.append(Target(id: deployment.id, client: deployment.client, modelID: deployment.modelID))
        compareWeights()
    }

    mutating func remove(at position: Int) {
        lanes.remove(at: position)
        deployments.remove(at: position)
        targets.remove(at: position)
        compareWeights()
    }

    private mutating func compareWeights() {
        areEqual = lanes.allSatisfy { $0.weight == lanes[0].weight }
    }

    mutating func change(serial: Int, _ change: (inout Lane) -> Void) {
        for position in lanes.indices where lanes[position].serial == serial { return change(&lanes[position]) }
    }

    func position(of id: String, includingDraining: Bool) -> Int? {
        lanes.indices.first { deployments[$0].id == id && (includingDraining || !lanes[$0].isDraining) }
    }

    var statuses: [DeploymentStatus] {
        lanes.indices.map { position in
            let lane = lanes[position]
            return DeploymentStatus(
                id: deployments[position].id, model: model, weight: lane.weight, busy: lane.busy,
                isDraining: lane.isDraining, restsUntil: lane.restsUntil)
        }
    }
}
