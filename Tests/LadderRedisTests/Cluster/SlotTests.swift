@testable import LadderRedis
import Testing

struct SlotTests {
    let sender = NodeAddress(host: "10.0.0.1", port: 7_000)

    @Test(arguments: [
        ("123456789", 12_739), ("foo", 12_182), ("{user1000}.following", 3_443), ("{user1000}.followers", 3_443),
    ])
    func `the slot of a key is that of Redis`(key: String, slot: Int) {
        #expect(HashSlot.slot(of: key) == slot)
    }

    @Test func `only the first braces count, and only if there is something in them`() {
        #expect(HashSlot.slot(of: "foo{bar}{zap}") == HashSlot.slot(of: "bar"))
        #expect(HashSlot.slot(of: "foo{{bar}}zap") == HashSlot.slot(of: "{bar"))
        #expect(HashSlot.slot(of: "foo{}{bar}") != HashSlot.slot(of: "bar"))
        #expect(HashSlot.slot(of: "foo{bar") != HashSlot.slot(of: "bar"))
    }

    @Test func `a redirect names the slot and the node`() throws {
        let moved = try #require(Redirect("MOVED 3999 10.0.0.2:6381", from: sender))
        #expect(moved.isLasting)
        #expect(moved.slot == 3_999)
        #expect(moved.node == NodeAddress(host: "10.0.0.2", port: 6_381))
        let ask = try #require(Redirect("ASK 1 fd00::1:6381", from: sender))
        #expect(!ask.isLasting)
        #expect(ask.node.host == "fd00::1")
        #expect(Redirect("MOVED 3999 :6381", from: sender)?.node == NodeAddress(host: "10.0.0.1", port: 6_381))
    }

    @Test(arguments: ["MOVED", "MOVED x y", "MOVED 20000 a:1", "MOVED 1 a:0", "MOVED 1 a", "TRYAGAIN 1 a:1", ""])
    func `other errors are no redirects`(text: String) {
        #expect(Redirect(text, from: sender) == nil)
    }

    @Test func `a node that does not know its own host is the one that was reached`() throws {
        let hosts: [RESPValue] = [.bytes([]), .null, .bytes(Array("?".utf8)), .bytes(Array("10.0.0.9".utf8))]
        let rows = hosts.enumerated().map { index, host in
            RESPValue.array([.integer(Int64(index)), .integer(Int64(index)), .array([host, .integer(7_000)])])
        }
        let table = try #require(SlotTable(.array(rows), from: sender))
        #expect(table[0] == sender)
        #expect(table[1] == sender)
        #expect(table[2] == sender)
        #expect(table[3]?.host == "10.0.0.9")
        #expect(table[4] == nil)
    }

    @Test(arguments: [
        RESPValue.null, .array([]), .array([.array([.integer(-1), .integer(5), .array([.text("a"), .integer(1)])])]),
        .array([.array([.integer(5), .integer(99_999), .array([.text("a"), .integer(1)])])]),
        .array([.array([.integer(5), .integer(4), .array([.text("a"), .integer(1)])])]),
    ])
    func `a reply that names no node is no table`(reply: RESPValue) {
        #expect(SlotTable(reply, from: sender) == nil)
    }
}
