/// stub
public final class Call: Sendable {}
