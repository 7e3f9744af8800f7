import LadderCore

/// A writer of Prometheus' text format.
struct PrometheusPage {
    private(set) var text = ""
    private var name = ""

    mutating func beginFamily(_ name: String, type: String, help: String) {
        self.name = name
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ value: some CustomStringConvertible, labels: [(String, String)] = [], suffix: String = "") {
        let list = labels.map { "\($0.0)=\"\(PrometheusPage.escaped($0.1))\"" }.joined(separator: ",")
        text += "\(name)\(suffix)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
    }

    /// Writes every fourth bucket, so that each bound is four times the one before.
    mutating func histogram(_ histogram: LatencyHistogram, labels: [(String, String)]) {
        var below = 0
        for (index, bound) in LatencyHistogram.upperBounds.enumerated() {
            below += histogram.counts[index]
            if index % 4 == 0 { sample(below, labels: labels + [("le", "\(bound.inSeconds)")], suffix: "_bucket") }
        }
        sample(histogram.count, labels: labels + [("le", "+Inf")], suffix: "_bucket")
        sample(histogram.sum.inSeconds, labels: labels, suffix: "_sum")
        sample(histogram.count, labels: labels, suffix: "_count")
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
