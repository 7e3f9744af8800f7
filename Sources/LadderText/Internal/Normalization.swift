import Foundation

/// The two normal forms that the standard library lacks. Only this file of the module needs Foundation.
enum Normalization {
    static func compatibilityDecomposed(_ text: String) -> String {
        text.decomposedStringWithCompatibilityMapping
    }

    static func canonicallyComposed(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping
    }
}
