import Ladder
import Rehearsal

extension Money {
    /// A text with the digits that matter: `$12.40`, `$0.0153` or `$1,240`.
    var rounded: String {
        let dollars = inDollars
        if dollars == 0 { return "$0" }
        if dollars >= 1_000 { return "$" + Int(dollars.rounded()).grouped }
        let digits = dollars >= 1 ? 2 : dollars >= 0.01 ? 4 : 6
        return "$" + dollars.text(digits: digits)
    }
}
