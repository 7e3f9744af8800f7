import LadderTesting
import Testing

@testable import LadderCore

@Suite struct CacheKeyScopeTests {
    private let request = ChatRequest("hello", model: "m")

    private func key(
        _ scope: CallScope, _ sharing: CacheSharing = .tenant, isPersonal: Bool = false
    ) -> CacheKey {
        CacheKey(of: request, scope: scope, sharing: sharing, isPersonal: isPersonal)
    }

    @Test(arguments: CacheSharing.allCases)
    func `a tenant never has the key of another tenant`(sharing: CacheSharing) {
        let scopes = ["", "a", "b"].map { CallScope(tenant: $0, user: "u", session: "s", feature: "f") }
        for isPersonal in [false, true] {
            #expect(Set(scopes.map { key($0, sharing, isPersonal: isPersonal) }).count == 3)
        }
    }

    @Test func `users, sessions and features of a tenant share keys unless told otherwise`() {
        let scope = CallScope(tenant: "t", user: "u", session: "s", feature: "f", tags: ["a": "b"])
        #expect(key(scope) == key(CallScope(tenant: "t")))
        #expect(key(scope, .user) != key(scope))
        #expect(key(scope, .feature) != key(scope))
    }

    @Test func `sharing by user separates users and ignores their sessions and features`() {
        let anna = CallScope(tenant: "t", user: "anna", session: "1", feature: "f")
        #expect(key(anna, .user) == key(CallScope(tenant: "t", user: "anna"), .user))
        #expect(key(anna, .user) != key(CallScope(tenant: "t", user: "bob", session: "1", feature: "f"), .user))
    }

    @Test func `where the user is unknown the session counts, and a session is no user`() {
        let session = CallScope(tenant: "t", session: "x")
        #expect(key(session, .user) == key(session, .user))
        #expect(key(session, .user) != key(CallScope(tenant: "t", session: "y"), .user))
        #expect(key(session, .user) != key(CallScope(tenant: "t", user: "x"), .user))
    }

    @Test(arguments: CacheSharing.allCases)
    func `where user and session are unknown an answer for one user has a key of its own`(sharing: CacheSharing) {
        let scope = CallScope(tenant: "t", feature: "f")
        let keys = (0..<100).map { _ in key(scope, sharing, isPersonal: true) }
        #expect(Set(keys).count == 100)
        #expect(Set(keys.map(\.digest)).count == 100)
        #expect(keys.allSatisfy { !$0.isShareable })
        #expect(!key(scope, .user).isShareable)
        #expect(key(scope, .tenant).isShareable)
        #expect(key(CallScope(user: "u"), sharing, isPersonal: true).isShareable)
        #expect(key(CallScope(session: "s"), sharing, isPersonal: true).isShareable)
    }

    @Test func `a personal answer stays with its user, and within the feature where features do not share`() {
        let anna = CallScope(tenant: "t", user: "anna", feature: "f")
        let bob = CallScope(tenant: "t", user: "bob", feature: "f")
        let other = CallScope(tenant: "t", user: "anna", feature: "g")
        #expect(key(anna, isPersonal: true) != key(bob, isPersonal: true))
        #expect(key(anna, isPersonal: true) == key(anna, .user))
        #expect(key(anna, .feature, isPersonal: true) != key(other, .feature, isPersonal: true))
        #expect(key(anna, .feature, isPersonal: true) != key(bob, .feature, isPersonal: true))
        #expect(CacheKey.difference(between: key(anna, .user), and: key(bob, .user)) == ["user"])
        #expect(CacheKey.difference(between: key(anna), and: key(anna, .user)) == ["user"])
        #expect(CacheKey.difference(between: key(anna), and: key(CallScope(tenant: "u"))) == ["tenant"])
    }

    /// Isolation over random scopes: equal keys mean an equal tenant, and an equal user where sharing is by user.
    @Test func `no key crosses a tenant, and none a user where sharing is by user`() {
        var owners: [CacheKey: (scope: CallScope, sharing: CacheSharing, isPersonal: Bool)] = [:]
        var conversation = RandomConversation(seed: 1)
        func name(_ random: inout RandomConversation) -> String { ["", "a", "b", "ab"][random.number(0...3)] }
        var met = 0
        for _ in 0..<5_000 {
            let scope = CallScope(
                tenant: name(&conversation), user: name(&conversation), session: name(&conversation),
                feature: name(&conversation))
            let sharing = CacheSharing.allCases[conversation.number(0...2)]
            let isPersonal = conversation.flip()
            let key = key(scope, sharing, isPersonal: isPersonal)
            guard let owner = owners.updateValue((scope, sharing, isPersonal), forKey: key) else { continue }
            met += 1
            #expect(owner.scope.tenant == scope.tenant)
            let isForOneUser = isPersonal || sharing == .user
            #expect(isForOneUser == (owner.isPersonal || owner.sharing == .user))
            if isForOneUser {
                #expect(owner.scope.user == scope.user)
                #expect(!scope.user.isEmpty || !scope.session.isEmpty && owner.scope.session == scope.session)
            }
            if sharing == .feature || owner.sharing == .feature { #expect(owner.scope.feature == scope.feature) }
        }
        #expect(met > 1_000)
    }
}
