import LadderBudgetCheck
import LadderCore
import LadderJSON

/// The window of a budget as a configuration declares it.
enum WindowDeclaration {
    case rolling(Duration)
    case calendar(String, timeZone: String)
    case unlimited

    private static let units = ["hour", "day", "month"]

    var window: BudgetWindow {
        switch self {
        case .rolling(let length): .rolling(length)
        case .unlimited: .unlimited
        case .calendar("hour", let zone): .hour(timeZone: zone)
        case .calendar("month", let zone): .month(timeZone: zone)
        case .calendar(_, let zone): .day(timeZone: zone)
        }
    }

    static var format: ValueFormat<WindowDeclaration> {
        let members =
            units.map { ($0, ["type": "string"] as JSONValue) } + [("rolling", ValueFormat<Duration>.duration.schema)]
        return ValueFormat(
            "\"hour\", \"day\", \"month\" (in UTC), \"unlimited\", {\"day\": TIMEZONE}, or {\"rolling\": DURATION}",
            schema: [
                "anyOf": [
                    ["enum": .array((units + ["unlimited"]).map { .string($0) })],
                    [
                        "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false,
                        "properties": .object(Dictionary(members, uniquingKeysWith: { $1 })),
                    ],
                ]
            ],
            read: read, write: write)
    }

    private static func read(_ json: JSONValue) -> WindowDeclaration? {
        if let text = json.string {
            return text == "unlimited" ? .unlimited : units.contains(text) ? .calendar(text, timeZone: "UTC") : nil
        }
        guard let members = json.object, members.count == 1, let (key, value) = members.first else { return nil }
        if key == "rolling" { return DurationForm.duration(of: value).map { .rolling($0) } }
        guard units.contains(key), let zone = value.string else { return nil }
        return .calendar(key, timeZone: zone)
    }

    private static func write(_ window: WindowDeclaration) -> JSONValue {
        switch window {
        case .rolling(let length): ["rolling": ValueFormat<Duration>.duration.write(length)]
        case .unlimited: "unlimited"
        case .calendar(let unit, "UTC"): .string(unit)
        case .calendar(let unit, let zone): [unit: .string(zone)]
        }
    }
}
