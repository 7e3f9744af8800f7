extension Scenario {
    /// Returns the scenario with all phases longer or shorter by the same factor.
    package func stretched(to duration: Duration) -> Scenario {
        var scenario = self
        let factor = duration / self.duration
        for index in phases.indices { scenario.phases[index].duration = phases[index].duration * factor }
        return scenario
    }

    /// Returns the scenario with a rate at which the crowd makes about this many calls.
    package func crowded(by requests: Int) -> Scenario {
        guard self.requests > 0 else { return self }
        var scenario = self
        scenario.crowd.rate *= Double(requests) / Double(self.requests)
        return scenario
    }
}
