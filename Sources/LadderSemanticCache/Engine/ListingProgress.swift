import LadderCore

/// How far an index has read the listing of its store, and when it reads on.
///
/// First come all pages of the entries, then again and again what has changed since.
struct ListingProgress: Sendable {
    /// The largest number of pages that are read before the listing rests for an interval, so that one without an end
    /// is no work without an end.
    private static let maximumPages = 1_000

    private let interval: Duration
    /// The number of pages read since the last rest.
    private var pages = 0
    /// The place of the next page; nil means at the first entry.
    private(set) var place: StoreListingPlace?
    /// The place in the list of changes from which on it is read after the entries: that of the first page, because an
    /// entry that is written while pages are read may be on none of them.
    private var firstCursor: StoreCursor?
    private var nextTime = Instant.origin
    private var isUnderWay = false
    /// Whether the store keeps no listing, so that there is nothing to read any more.
    private var hasEnded = false

    /// Creates the progress of an index that has read nothing.
    ///
    /// - Parameter interval: The time between two times of reading.
    init(interval: Duration) {
        self.interval = interval
    }

    /// Returns whether to read now. After true the caller must call ``end(at:)``.
    mutating func begin(at now: Instant) -> Bool {
        guard !hasEnded, !isUnderWay, now >= nextTime else { return false }
        isUnderWay = true
        pages = 0
        return true
    }

    /// Records a page. Returns whether to read the next one at once.
    ///
    /// A page that leads back to its own place is the last one for now, and so is one after very many.
    mutating func add(_ page: StorePage) -> Bool {
        let last = place
        pages += 1
        let hasNext: Bool
        if case .changes = last {
            place = .changes(page.cursor)
            hasNext = page.hasMore
        } else {
            let first = firstCursor ?? page.cursor
            firstCursor = first
            place = page.hasMore ? .entries(page.cursor) : .changes(first)
            hasNext = true
        }
        return hasNext && place != last && pages < Self.maximumPages
    }

    /// Records that a page could not be read.
    mutating func fail(with error: StoreError) {
        switch error.kind {
        case .notSupported: hasEnded = true
        case .cursorExpired: (place, firstCursor) = (nil, nil)
        case .unavailable, .timedOut, .full, .tooLarge, .readOnly, .corrupt, .closed, .other: break
        }
    }

    /// Records that reading has ended for now.
    mutating func end(at now: Instant) {
        isUnderWay = false
        nextTime = now + interval
    }
}
