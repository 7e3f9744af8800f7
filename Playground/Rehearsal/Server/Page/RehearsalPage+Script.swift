extension RehearsalPage {
    /// The script of the page: what all of it uses, the parts, and the reader of the live state.
    static let script = basicScript + "\n" + chartScript + "\n" + listScript + "\n" + readerScript

    private static let basicScript = #"""
        "use strict";
        const levels = [
          ["primary", "primary"], ["exactCache", "exact cache"], ["semanticCache", "semantic cache"],
          ["fallbackModel", "fallback model"], ["staleCache", "stale cache"], ["staticFAQ", "written answer"],
          ["apology", "apology"], ["error", "error"], ["abandoned", "caller left"],
        ];
        const names = Object.fromEntries(levels);
        const element = id => document.getElementById(id);
        const seconds = new Map();
        const calls = new Map();
        let state = null;

        function make(tag, text, className) {
          const made = document.createElement(tag);
          if (text !== undefined) made.textContent = text;
          if (className) made.className = className;
          return made;
        }
        function setText(id, text) {
          if (element(id).textContent !== text) element(id).textContent = text;
        }
        function dollars(amount) {
          if (amount === 0) return "$0";
          return "$" + (amount >= 100 ? amount.toFixed(0) : amount >= 1 ? amount.toFixed(2)
            : amount >= 0.001 ? amount.toFixed(4) : amount.toFixed(6));
        }
        function time(milliseconds) {
          if (milliseconds === null) return "–";
          return milliseconds < 1000 ? milliseconds + " ms" : (milliseconds / 1000).toFixed(milliseconds < 10000 ? 2 : 1) + " s";
        }
        function count(second, level) {
          if (level === "error") return second.errors;
          if (level === "abandoned") return second.abandoned;
          return second.levels[level] || 0;
        }
        function total(second) { return levels.reduce((sum, [level]) => sum + count(second, level), 0); }
        function recent(length) {
          return [...seconds.values()].filter(second => second.second > state.now - length);
        }
        """#

    private static let readerScript = #"""
        function show() {
          if (!state) return;
          for (const second of seconds.keys()) if (second < state.now - state.kept) seconds.delete(second);
          showNumbers();
          showChart();
          showLegend();
          showBreakers();
          showScenario();
          trimCalls();
        }

        setText("example", `curl ${location.origin}/v1/chat/completions -H 'content-type: application/json' `
          + `-d '{"messages": [{"role": "user", "content": "What is the price of the blue tent?"}]}'`);
        const source = new EventSource("/live");
        source.onopen = () => {
          // A new connection begins with everything, perhaps from a server that was started again.
          seconds.clear();
          calls.clear();
          element("calls").replaceChildren();
          element("scenarios").replaceChildren();
          setText("connection", "live, " + location.host);
        };
        source.onerror = () => setText("connection", "not connected, trying again");
        source.onmessage = event => {
          state = JSON.parse(event.data);
          for (const second of state.seconds) seconds.set(second.second, second);
          for (const call of state.calls) addCall(call);
          show();
        };
        addEventListener("resize", show);
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
        """#
}
