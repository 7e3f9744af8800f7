/// A driver that keeps a list of the calls that are under way, for the report about a run that cannot go on.
package protocol CallTrackingDriver: RuntimeDriver {
    /// Adds a call that has entered a pipeline on this driver.
    func began(_ call: any OpenCall)

    /// Removes a call that has been answered, has failed, or has been abandoned.
    func ended(_ call: any OpenCall)
}

/// A call that is under way, as far as a driver needs to know it.
package protocol OpenCall: AnyObject, Sendable {
    /// The id of the call, as in trace and log.
    var id: String { get }

    /// The last line of the call's trace; nil while it is empty.
    var lastStep: String? { get }
}
