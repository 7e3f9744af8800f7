import Ladder

/// A chart over time: drawn shapes that are stretched to the page's width, with labels beside them that are not.
struct Plot {
    /// The heading.
    let title: String
    /// What the chart shows, for readers who cannot see it.
    let summary: String
    let axis: TimeAxis
    /// The times at which phases begin, apart from the first.
    let boundaries: [Duration]
    /// The height in pixels, and in units of the drawing.
    let height: Double
    /// The labels of the vertical axis, each with its position from 0 at the bottom to 1.
    let labels: [(position: Double, text: String)]
    /// The shapes, as SVG.
    let shapes: String
    /// What is drawn over the shapes and can be chosen, as SVG.
    var overlay = ""

    var html: String {
        let marks = labels.map { label in
            "<span style=\"bottom:\(TimeAxis.number(label.position * 100))%\">\(label.text.escaped)</span>"
        }
        let grid = labels.map { "<path class=\"grid\" d=\"M0 \(TimeAxis.number((1 - $0.position) * height))H1000\"/>" }
        let bounds = boundaries.map { "<path class=\"bound\" d=\"M\(axis.x($0)) 0V\(TimeAxis.number(height))\"/>" }
        let ticks = axis.ticks.map { time in
            "<span style=\"left:\(axis.percent(time))\">\(axis.label(time))</span>"
        }
        let frame = "viewBox=\"0 0 1000 \(TimeAxis.number(height))\" preserveAspectRatio=\"none\""
        return """
            <div class="plot" style="--height:\(TimeAxis.number(height))px">
            <div class="scale" aria-hidden="true">\(marks.joined())</div>
            <div class="area">
            <svg \(frame) role="img" aria-label="\((title + ". " + summary).escaped)">
            \(grid.joined())\(shapes)\(bounds.joined())</svg>
            \(overlay.isEmpty ? "" : "<svg \(frame) role=\"group\" aria-label=\"Sampled calls\">\(overlay)</svg>")
            <i class="cross"></i></div>
            <div class="ticks" aria-hidden="true">\(ticks.joined())</div>
            </div>

            """
    }
}
