import LadderStaticFAQ
import Testing

/// The accuracy of the default threshold and margin, on questions written for this package.
@Suite struct CalibrationTests {
    static let index = FAQIndex(allEntries)

    struct Tally: CustomStringConvertible {
        var right = 0
        var wrong = 0
        var all = 0

        mutating func add(_ match: FAQMatch?, expecting id: String) {
            all += 1
            guard let match else { return }
            if match.entry.id == id { right += 1 } else { wrong += 1 }
        }

        var description: String { "\(right) right, \(wrong) wrong, \(all - right - wrong) unanswered of \(all)" }
    }

    private func ask(changing change: (String, inout UInt64) -> String, seed: UInt64) -> Tally {
        var seed = seed
        var tally = Tally()
        for entry in allEntries {
            for phrasing in entry.phrasings {
                tally.add(Self.index.match(change(phrasing, &seed)), expecting: entry.id)
            }
        }
        return tally
    }

    private func ask(_ questions: [String]) -> (answered: Int, all: Int) {
        (questions.count { Self.index.match($0) != nil }, questions.count)
    }

    @Test func `the data has the documented size and no duplicates`() {
        #expect(allEntries.count == 200)
        #expect(allEntries.allSatisfy { $0.phrasings.count == 5 })
        #expect(Set(allEntries.map(\.id)).count == 200)
        #expect(Set(allEntries.flatMap(\.phrasings)).count == 1000)
        #expect(Set(nearTopicQuestions + elsewhereQuestions).count == 300)
        #expect(Set(freshQuestions).subtracting(nearTopicQuestions).subtracting(elsewhereQuestions).count == 100)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `nine of ten misspelled questions are answered correctly`(seed: UInt64) {
        let tally = ask(changing: Slips.misspelled, seed: seed)
        print("misspelled, seed \(seed): \(tally)")
        #expect(tally.right >= 900)
        #expect(tally.wrong <= 5)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `nine of ten reordered questions are answered correctly`(seed: UInt64) {
        let tally = ask(changing: Slips.reordered, seed: seed)
        print("reordered, seed \(seed): \(tally)")
        #expect(tally.right >= 900)
        #expect(tally.wrong <= 5)
    }

    @Test func `at most one in a hundred questions without an entry is answered`() {
        let near = ask(nearTopicQuestions)
        let elsewhere = ask(elsewhereQuestions)
        let fresh = ask(freshQuestions)
        print("answered without an entry: near \(near), elsewhere \(elsewhere), fresh \(fresh)")
        #expect(near.answered + elsewhere.answered <= 3)
        #expect(fresh.answered <= 3)
    }

    /// The accuracy for a wording that no entry has: words alone find few of them.
    @Test func `a phrasing taken out of the index is mostly left unanswered`() {
        var tally = Tally()
        var first = 0
        for fold in 0..<5 {
            let kept = allEntries.map { entry in
                var entry = entry
                entry.phrasings.remove(at: fold)
                return entry
            }
            let index = FAQIndex(kept)
            for entry in allEntries {
                tally.add(index.match(entry.phrasings[fold]), expecting: entry.id)
                first += index.ranked(entry.phrasings[fold], limit: 1).first?.entry.id == entry.id ? 1 : 0
            }
        }
        print("left out: \(tally); own entry ranked first \(first)")
        #expect(tally.right > tally.wrong)
        #expect(tally.wrong <= 30)
        #expect(first >= 300)
    }
}
