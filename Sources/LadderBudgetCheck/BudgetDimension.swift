import LadderCore

/// A property of a call by which budgets and reports count.
public enum BudgetDimension: Hashable, Sendable {
    /// The tenant of the call's scope.
    case tenant
    /// The user of the call's scope.
    case user
    /// The feature of the call's scope.
    case feature
    /// The model that is asked, by its logical name.
    case model
    /// The tag of this name in the call's scope.
    case tag(String)

    /// Returns the value of a call, empty where it has none; nil for the model where none is named.
    func value(in scope: CallScope, model: String?) -> String? {
        switch self {
        case .tenant: scope.tenant
        case .user: scope.user
        case .feature: scope.feature
        case .model: model
        case .tag(let name): scope.tags[name] ?? ""
        }
    }
}

extension BudgetDimension: CustomStringConvertible {
    /// The name of the property, such as `user` or `tag plan`.
    public var description: String {
        switch self {
        case .tenant: "tenant"
        case .user: "user"
        case .feature: "feature"
        case .model: "model"
        case .tag(let name): "tag \(name)"
        }
    }
}
