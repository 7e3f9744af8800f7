import LadderSemanticCache
import Testing

@Suite struct TrustSimulationTests {
    @Test(arguments: TrustScene.all)
    func `the served error rate ends within the target and good entries are not starved`(scene: TrustScene) {
        for seed in 1...2 as ClosedRange<UInt64> {
            let tally = scene.run(seed: seed)
            print(
                "trust, \(scene.name): wrong \(percent(tally.errorRate)) of the served,",
                "\(percent(tally.errorRateOfAll)) of all; served \(percent(tally.servedShare)),",
                "of the good \(percent(tally.goodShare))")
            #expect(tally.errorRate <= TrustScene.target + scene.bound)
            #expect(tally.goodShare >= 0.8)
        }
    }

    @Test func `where every entry is wrong twice as often as allowed, little is served`() {
        let tally = TrustScene(name: "all bad", rates: [(1, 2 * TrustScene.target)]).run(seed: 1)
        print("trust, all bad: served \(percent(tally.servedShare))")
        #expect(tally.servedShare <= 0.1)
    }

    private func percent(_ share: Double) -> String { "\((share * 10_000).rounded() / 100) %" }
}
