extension String {
    /// The URL without slashes at its end.
    package var withoutTrailingSlashes: String {
        String(reversed().drop { $0 == "/" }.reversed())
    }
}
