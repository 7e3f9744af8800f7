public import LadderCore

/// A fault that ``FaultInjection`` puts in the way of an attempt, with its weight among the others.
///
/// ```swift
/// let faults: [InjectedFault] = [
///     .fail(.overloaded, weight: 3), .delay(.seconds(1) ... .seconds(8)), .cut(afterPieces: 5),
/// ]
/// ```
public struct InjectedFault: Hashable, Sendable {
    /// What happens to the attempt.
    public enum Effect: Hashable, Sendable {
        /// The attempt fails with an error of this kind, and the model is not asked.
        case fail(ChatError.Kind)
        /// The model is asked after a delay, drawn uniformly from this range.
        case delay(ClosedRange<Duration>)
        /// The model's answer breaks off after this many pieces of text, with an error of this kind.
        case cut(afterPieces: Int, ChatError.Kind)
    }

    /// What happens to the attempt.
    public var effect: Effect
    /// The weight of this fault: of all faults, the share with this effect is its weight divided by the sum of all
    /// weights.
    public var weight: Double

    /// Creates a fault with this weight.
    public init(_ effect: Effect, weight: Double = 1) {
        self.effect = effect
        self.weight = weight
    }

    /// Returns a fault that fails the attempt with an error of this kind, without asking the model.
    public static func fail(_ kind: ChatError.Kind, weight: Double = 1) -> InjectedFault {
        InjectedFault(.fail(kind), weight: weight)
    }

    /// Returns a fault that delays the attempt, by a duration that is drawn uniformly from this range.
    public static func delay(_ range: ClosedRange<Duration>, weight: Double = 1) -> InjectedFault {
        InjectedFault(.delay(range), weight: weight)
    }

    /// Returns a fault that cuts an answer after this many pieces of text, by an error of the kind `server` unless you
    /// say another.
    ///
    /// The pieces of a stream are the provider's; those of a whole answer are its words. An answer with fewer pieces
    /// stays complete.
    public static func cut(
        afterPieces count: Int, by kind: ChatError.Kind = .server, weight: Double = 1
    ) -> InjectedFault {
        InjectedFault(.cut(afterPieces: count, kind), weight: weight)
    }
}

extension InjectedFault: CustomStringConvertible {
    /// The effect and the weight, such as `overloaded ×3.0`.
    public var description: String {
        let text =
            switch effect {
            case .fail(let kind): "\(kind)"
            case .delay(let range): "delay \(range.lowerBound.shortText)…\(range.upperBound.shortText)"
            case .cut(let count, let kind): "cut after \(count) pieces by \(kind)"
            }
        return "\(text) ×\(weight)"
    }
}
