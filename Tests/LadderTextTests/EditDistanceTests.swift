import LadderText
import Testing

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("refund", "refnud", 1), ("refund", "refud", 1),
        ("refund", "reffund", 1),
        ("refund", "rafund", 1), ("ca", "abc", 3), ("abcd", "badc", 2), ("straße", "strasse", 2), ("東京", "京東", 1),
        ("naïve", "naive", 1),
        ("invoice", "invocie", 1), ("password", "pasword", 1), ("abcdefgh", "stuvwxyz", 8), ("aab", "aba", 1),
    ])
    func `the distance is the number of slips, up to the bound`(first: String, second: String, distance: Int) {
        for bound in 0...9 {
            let expected = distance <= bound ? distance : nil
            #expect(EditDistance.between(first, and: second, atMost: bound) == expected, "bound \(bound)")
            #expect(EditDistance.between(second, and: first, atMost: bound) == expected, "bound \(bound)")
        }
        #expect(EditDistance.between(first, and: second, atMost: -1) == nil)
        #expect(EditDistance.between(first, and: second, atMost: .max) == distance)
    }

    @Test(arguments: 0..<8)
    func `the distance agrees with a plain implementation`(length: Int) {
        var state = UInt64(length) &* 0x9E37_79B9 &+ 1
        func word(_ count: Int) -> String {
            String(
                (0..<count).map { _ -> Character in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return ["a", "b", "c", "ß"][Int(state >> 33) % 4]
                })
        }
        for _ in 0..<300 {
            let first = word(length)
            let second = word(Int(state >> 40) % 9)
            let expected = Self.plainDistance(Array(first), to: Array(second))
            for bound in 0...8 {
                #expect(
                    EditDistance.between(first, and: second, atMost: bound) == (expected <= bound ? expected : nil),
                    "\(first) \(second)")
            }
        }
    }

    static func plainDistance(_ a: [Character], to b: [Character]) -> Int {
        var grid = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                if i == 0 || j == 0 {
                    grid[i][j] = i + j
                    continue
                }
                grid[i][j] = min(
                    grid[i - 1][j] + 1, grid[i][j - 1] + 1, grid[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    grid[i][j] = min(grid[i][j], grid[i - 2][j - 2] + 1)
                }
            }
        }
        return grid[a.count][b.count]
    }
}
