import Ladder
import LadderTesting

extension Chaos {
    /// The pipeline that is put to the test: every layer there is, in its usual place.
    static let standard = Chaos { _ in [] }

    /// No layer of ours: rough ones that lean on every corner of the core.
    static let corners = Chaos { _ in
        [AskAgain(), SomeHedged(), SomeMapped(), SomeLimits()]
    }
}
