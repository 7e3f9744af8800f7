import LadderCore

/// An embedder with two dimensions that gives each text the angle, in degrees, that stands in it: `40` or `a 40`.
struct AngleEmbedder: Embedder {
    let id = "angle"
    let dimensions = 2

    func embed(_ texts: [String]) async throws -> [[Float]] {
        texts.map { text in
            let degrees = Double(text.split(separator: " ").last ?? "") ?? 0
            let radians = degrees * .pi / 180
            // The first terms of the series are exact enough up to a right angle.
            let square = radians * radians
            let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
            let sine = radians * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
            return [Float(cosine), Float(sine)]
        }
    }
}
