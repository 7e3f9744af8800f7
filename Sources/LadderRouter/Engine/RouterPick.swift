public import LadderCore

/// What the engine knows a call at a deployment by.
public struct RouterTicket: Hashable, Sendable {
    let route: Int
    let serial: Int
}

/// The deployment a call goes to.
public struct RouterPick: Sendable {
    /// What to report the call's course with.
    public let ticket: RouterTicket
    /// Whom to ask.
    public let target: Target
    /// How many other deployments of the model could still be asked.
    public let alternatives: Int
}

/// What the engine says when it is asked for a deployment.
public enum RouterChoice: Sendable {
    /// This one.
    case deployment(RouterPick)
    /// Nobody serves a model of this name.
    case notServed
    /// Nobody has the tags the call is bound to.
    case unmatched
    /// All have been asked.
    case exhausted
}

/// How a call at a deployment ended.
public enum RouterOutcome: Hashable, Sendable {
    /// It was answered.
    case answered
    /// The deployment failed.
    case failed
    /// It says nothing about the deployment.
    case neutral
}
