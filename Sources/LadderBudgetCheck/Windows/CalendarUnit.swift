/// A unit of the calendar by which windows are cut.
enum CalendarUnit: String, Hashable, CaseIterable {
    case hour
    case day
    case month
}
