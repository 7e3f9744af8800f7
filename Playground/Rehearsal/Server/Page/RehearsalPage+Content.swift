extension RehearsalPage {
    static let content = #"""
        <body>
        <header>
          <h1>Ladder rehearsal</h1>
          <p id="connection" role="status">connecting</p>
        </header>
        <main>
          <section aria-labelledby="scenario-heading" class="scenario">
            <h2 id="scenario-heading">Scenario</h2>
            <p id="playing" role="status"></p>
            <progress id="progress" max="1" value="0" aria-label="Part of the scenario that has been played" hidden></progress>
            <ul id="providers" aria-label="Simulated providers"></ul>
            <div id="scenarios" class="buttons"></div>
          </section>

          <dl class="numbers">
            <div><dt>Calls a second</dt><dd id="rate">0</dd><p>in the last 10 s</p></div>
            <div><dt>Answered</dt><dd id="answered">–</dd><p>in the last 60 s, no apologies</p></div>
            <div><dt>Latency p95</dt><dd id="p95">–</dd><p>in the last 60 s, median <span id="p50">–</span></p></div>
            <div><dt>Spend</dt><dd id="spend">$0</dd><p>in all, <span id="spend-rate">$0</span> in the last 60 s</p></div>
            <div><dt>Under way</dt><dd id="open">0</dd><p><span id="total">0</span> calls in all</p></div>
          </dl>

          <section aria-labelledby="answers-heading" class="answers">
            <h2 id="answers-heading">Answers a second</h2>
            <div class="chart">
              <span id="most" class="axis"></span>
              <canvas id="chart" role="img" aria-label="Answers of each level for each second; the numbers are in the list below"></canvas>
              <p class="axis times"><span id="oldest"></span><span>now</span></p>
            </div>
            <p id="span" class="span"></p>
            <ul id="legend" aria-label="Calls of each level in the time of the chart"></ul>
          </section>

          <section aria-labelledby="breakers-heading" class="breakers">
            <h2 id="breakers-heading">Circuit breakers</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="breakers-heading">
              <table>
                <thead><tr>
                  <th scope="col">Model</th><th scope="col">State</th>
                  <th scope="col" class="count" id="failures">Failures</th><th scope="col">Cause</th>
                </tr></thead>
                <tbody id="breakers"></tbody>
              </table>
            </div>
            <p id="no-breakers" class="empty">No model has been asked yet.</p>
          </section>

          <section aria-labelledby="calls-heading" class="calls">
            <h2 id="calls-heading">Last calls</h2>
            <ol id="calls"></ol>
            <p id="no-calls" class="empty">No call yet. Send one:
              <code id="example"></code></p>
          </section>
        </main>
        <footer>A tool for rehearsals. A production server uses a web framework and
          <code>ResponseStream.serverSentEvents()</code>.</footer>
        <noscript><p>This page needs JavaScript. The same numbers are at <a href="/state">/state</a>.</p></noscript>
        </body>
        """#
}
