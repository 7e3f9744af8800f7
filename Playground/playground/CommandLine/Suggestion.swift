/// Finds the known word that was probably meant.
enum Suggestion {
    /// Returns a question such as `. Did you mean "run"?`, or nothing where no word is near.
    static func text(for word: String, among known: [String]) -> String {
        let near = known.map { (word: $0, distance: distance(from: word, to: $0)) }.min { $0.distance < $1.distance }
        guard let near, near.distance <= max(2, word.count / 3) else { return "" }
        return ". Did you mean \"\(near.word)\"?"
    }

    /// Returns the number of letters to change, add or remove between two words.
    private static func distance(from first: String, to second: String) -> Int {
        let (first, second) = (Array(first), Array(second))
        var row = Array(0...second.count)
        for (index, letter) in first.enumerated() {
            var next = [index + 1]
            for (column, other) in second.enumerated() {
                next.append(min(row[column] + (letter == other ? 0 : 1), row[column + 1] + 1, next[column] + 1))
            }
            row = next
        }
        return row[second.count]
    }
}
