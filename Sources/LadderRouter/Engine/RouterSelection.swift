/// The deployment that a call goes to.
package struct SelectedDeployment: Sendable {
    package let deployment: RoutedDeployment
    /// The number of other deployments of the model that could still be asked.
    package let alternatives: Int
}

/// The result of a selection.
package enum RouterSelection: Sendable {
    /// The call goes to this deployment.
    case deployment(SelectedDeployment)
    /// The model has no deployment.
    case notServed
    /// No deployment has the tags that the call requires.
    case unmatched
    /// The call has asked every deployment.
    case exhausted
}
