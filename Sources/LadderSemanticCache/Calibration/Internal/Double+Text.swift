extension Double {
    /// Returns the number with this many digits after the point.
    package func text(digits: Int) -> String {
        let scale = (0..<max(0, digits)).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (magnitude * scale).rounded()
        guard scaled < 1e15 else { return "\(self)" }
        let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
        let sign = self < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(whole)" }
        let fraction = "\(part)"
        return "\(sign)\(whole).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }

    /// Returns a share such as `12.5 %`.
    package func percent(digits: Int) -> String { (self * 100).text(digits: digits) + " %" }
}

extension String {
    /// Returns the text with spaces before it, this wide.
    package func padded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - count)) + self
    }
}
