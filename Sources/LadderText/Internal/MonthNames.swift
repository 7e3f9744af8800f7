/// Months in folded spelling, in the languages this module knows.
///
/// The reader takes them for months only beside a day: `may` and `mars` are also other words.
enum MonthNames {
    static let months: [String: Int] = {
        let names: [[String]] = [
            ["january", "jan", "januar", "janvier", "enero", "gennaio", "janeiro", "januari"],
            ["february", "feb", "februar", "fevrier", "febrero", "febbraio", "fevereiro", "februari"],
            ["march", "mar", "marz", "mars", "marzo", "marco", "maart"],
            ["april", "apr", "avril", "abril", "aprile"],
            ["may", "mai", "mayo", "maggio", "maio", "mei"],
            ["june", "jun", "juni", "juin", "junio", "giugno", "junho"],
            ["july", "jul", "juli", "juillet", "julio", "luglio", "julho"],
            ["august", "aug", "aout", "agosto", "augustus"],
            ["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro"],
            ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro"],
            ["november", "nov", "novembre", "noviembre", "novembro"],
            ["december", "dec", "dezember", "dez", "decembre", "diciembre", "dicembre", "dezembro"],
        ]
        var months: [String: Int] = [:]
        for (index, names) in names.enumerated() {
            for name in names { months[name] = index + 1 }
        }
        return months
    }()
}
