extension [any SemanticGuard] {
    /// All guards that are built in.
    public static var standard: [any SemanticGuard] { [] }
}
