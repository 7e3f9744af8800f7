import Ladder
import LadderTesting

extension Chaos {
    /// The pipeline that is put to the test: every layer there is, in its usual place.
    static let standard = Chaos { _ in [] }
}
