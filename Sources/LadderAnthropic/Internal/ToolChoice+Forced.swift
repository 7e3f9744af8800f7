import LadderCore

extension ModelOptions.ToolChoice {
    /// Whether the model must call a tool.
    var isForced: Bool {
        switch self {
        case .required, .tool: true
        case .automatic, .none: false
        }
    }
}
