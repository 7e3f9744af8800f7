import LadderJSON

/// The reference of all fields as a page of Markdown, made from the same description as reading is.
package enum ConfigurationReference {
    /// The text of the page.
    package static var text: String {
        var page = Page()
        page.section(PipelineDeclaration.format.description, level: 2)
        page.lines += ["## Layers", "", "Every layer has the field `layer` with its kind, and may have a `name`.", ""]
        for kind in LayerKinds.all { page.section(kind.description, level: 3) }
        page.lines += ["## Clients", ""]
        page.lines += ["The prefixes of the standard catalog: \(prefixes). A name without a prefix is OpenAI's.", ""]
        return page.lines.joined(separator: "\n")
    }

    private static var prefixes: String {
        ModelCatalog.standard.prefixes.map { "`\($0)/`" }.joined(separator: ", ")
    }
}

/// The lines of a page, with each object described once.
private struct Page {
    var lines: [String] = []
    private var described: Set<String> = []

    mutating func section(_ object: ObjectDescription, level: Int) {
        guard described.insert(object.name).inserted else { return }
        lines += [String(repeating: "#", count: level) + " " + object.name, "", object.summary, ""]
        lines += ["| field | values | default | meaning |", "|---|---|---|---|"]
        for field in object.fields {
            let fallback = field.isRequired ? "required" : field.defaultValue.map(Self.shortText) ?? ""
            lines.append(
                "| `\(field.name)` | \(Self.cell(field.allowed)) | \(fallback) | \(Self.cell(field.summary)) |")
        }
        lines.append("")
        for inner in object.fields.flatMap({ $0.objects() }) { section(inner, level: min(level + 1, 4)) }
    }

    /// Returns a default that fits into a cell; the section of an object has those of its fields.
    private static func shortText(of value: JSONValue) -> String {
        switch value {
        case .object(let members) where members.isEmpty: "`{}`"
        case .object: "see below"
        default: "`\(cell(value.text))`"
        }
    }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
