/// What is wrong with the file of a scenario: one sentence for each mistake, with its line and field.
package struct ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
    package let problems: [String]

    package var description: String { problems.joined(separator: "\n") }
}
