/// A place in the listing of a store's entries, or in the list of its changes.
package enum StoreListingPlace: Hashable, Sendable {
    /// Behind a page of entries.
    case entries(StoreCursor)
    /// Behind a page of changes, or behind the last page of entries.
    case changes(StoreCursor)
}
