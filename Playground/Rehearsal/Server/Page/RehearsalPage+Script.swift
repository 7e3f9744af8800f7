extension RehearsalPage {
    static let script = #"""
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

        function quantile(list, share) {
          const samples = [];
          for (const second of list) {
            const weight = total(second) / Math.max(1, second.latencies.length);
            for (const latency of second.latencies) samples.push([latency, weight]);
          }
          if (samples.length === 0) return null;
          samples.sort((left, right) => left[0] - right[0]);
          let left = share * samples.reduce((sum, sample) => sum + sample[1], 0);
          for (const [latency, weight] of samples) {
            left -= weight;
            if (left <= 1e-9) return latency;
          }
          return samples[samples.length - 1][0];
        }

        function showNumbers() {
          const ten = recent(10).reduce((sum, second) => sum + total(second), 0) / 10;
          const minute = recent(60);
          const ended = minute.reduce((sum, second) => sum + total(second) - second.abandoned, 0);
          const good = minute.reduce((sum, second) =>
            sum + total(second) - second.abandoned - second.errors - count(second, "apology"), 0);
          setText("rate", ten.toFixed(1));
          setText("answered", ended ? (100 * good / ended).toFixed(good === ended ? 0 : 1) + " %" : "–");
          setText("p95", time(quantile(minute, 0.95)));
          setText("p50", time(quantile(minute, 0.5)));
          setText("spend", dollars(state.total.cost));
          setText("spend-rate", dollars(minute.reduce((sum, second) => sum + second.cost, 0)));
          setText("open", String(state.total.open));
          setText("total", state.total.calls.toLocaleString("en"));
        }

        function chartLength() { return element("chart").clientWidth < 700 ? 120 : state.kept; }

        function showChart() {
          const canvas = element("chart");
          const scale = window.devicePixelRatio || 1;
          const [width, height] = [canvas.clientWidth, canvas.clientHeight];
          if (!width) return;
          canvas.width = width * scale;
          canvas.height = height * scale;
          const context = canvas.getContext("2d");
          context.scale(scale, scale);
          const style = getComputedStyle(document.documentElement);
          const length = chartLength();
          const shown = recent(length);
          const most = Math.max(4, ...shown.map(total));
          const bar = width / length;
          const top = 16;
          context.strokeStyle = style.getPropertyValue("--line");
          for (const share of [0, 0.5, 1]) {
            const y = Math.round(height - share * (height - top)) + (share === 0 ? -0.5 : 0.5);
            context.beginPath();
            context.moveTo(0, y);
            context.lineTo(width, y);
            context.stroke();
          }
          for (const second of shown) {
            const x = width - (state.now - second.second + 1) * bar;
            let y = height;
            for (const [level] of levels) {
              const size = count(second, level) / most * (height - top);
              if (size === 0) continue;
              y -= size;
              context.fillStyle = style.getPropertyValue("--" + level);
              context.fillRect(x + bar * 0.06, y, Math.max(1, bar * 0.88), size);
            }
          }
          setText("most", most + " a second");
          setText("oldest", length / 60 + " min ago");
        }

        function showLegend() {
          const shown = recent(chartLength());
          const sum = shown.reduce((all, second) => all + total(second), 0);
          levels.forEach(([level, name], index) => {
            let item = element("legend").children[index];
            if (!item) {
              item = make("li");
              const swatch = make("span", undefined, "swatch");
              swatch.style.background = `var(--${level})`;
              item.append(swatch, make("span", name), make("b"));
              element("legend").append(item);
            }
            const number = shown.reduce((all, second) => all + count(second, level), 0);
            const share = sum ? Math.round(100 * number / sum) + " %" : "";
            item.className = number ? "" : "none";
            item.lastChild.textContent = number ? `${number} (${share})` : "0";
          });
        }

        function showBreakers() {
          element("no-breakers").hidden = state.breakers.length > 0;
          element("breakers").parentElement.hidden = state.breakers.length === 0;
          element("breakers").replaceChildren(...state.breakers.map(breaker => {
            const row = make("tr");
            const target = make("th", breaker.target);
            target.scope = "row";
            const left = breaker.left === null ? "" : ` for ${Math.ceil(breaker.left)} s`;
            row.append(target, make("td", inWords(breaker.state) + left, "state " + breaker.state),
              make("td", `${breaker.failures} of ${breaker.calls}`, "count"), make("td", breaker.cause));
            return row;
          }));
        }

        function showScenario() {
          const playing = state.scenario;
          const isOn = !playing.over;
          const clock = length => Math.floor(length / 60) + ":" + String(length % 60).padStart(2, "0");
          let text = "The models are real: scenarios play simulated models only.";
          if (state.simulated) {
            text = isOn
              ? `${playing.name}: ${playing.phase}, ${clock(playing.elapsed)} of ${clock(playing.duration)}`
              : "All simulated models are healthy.";
          }
          setText("playing", text);
          element("progress").hidden = !isOn;
          element("progress").value = isOn ? playing.elapsed / playing.duration : 0;
          element("providers").replaceChildren(...(state.simulated ? Object.entries(playing.states).sort() : [])
            .map(([name, word]) => {
              const item = make("li", name + " ");
              item.append(make("b", word, word === "healthy" ? "closed" : "open"));
              return item;
            }));
          const buttons = element("scenarios");
          if (state.simulated && buttons.children.length === 0) {
            for (const { name, summary } of [...state.scenarios, { name: "stop", summary: "All models are healthy again." }]) {
              const button = make("button", name === "stop" ? "Stop" : name);
              button.type = "button";
              button.title = summary;
              button.dataset.name = name;
              button.addEventListener("click", () => play(name));
              buttons.append(button);
            }
          }
          for (const button of buttons.children) {
            button.setAttribute("aria-pressed", String(isOn && button.dataset.name === playing.name));
          }
        }

        async function play(name) {
          try {
            const answer = await fetch("/scenario/" + encodeURIComponent(name), { method: "POST" });
            if (!answer.ok) setText("connection", (await answer.json()).error.message);
          } catch {
            setText("connection", "not connected");
          }
        }

        function inWords(name) {
          return name.replace(/[A-Z]/g, letter => " " + letter.toLowerCase());
        }
        function level(call) {
          return call.abandoned ? "abandoned" : call.level || "error";
        }
        function addCall(call) {
          let entry = calls.get(call.id);
          if (!entry) {
            entry = { item: make("li"), button: make("button"), text: make("pre") };
            entry.button.type = "button";
            entry.button.setAttribute("aria-expanded", "false");
            entry.text.hidden = true;
            entry.text.id = "call-" + call.id;
            entry.button.setAttribute("aria-controls", entry.text.id);
            entry.button.addEventListener("click", () => {
              entry.text.hidden = !entry.text.hidden;
              entry.button.setAttribute("aria-expanded", String(!entry.text.hidden));
            });
            entry.item.append(entry.button, entry.text);
            element("calls").prepend(entry.item);
            calls.set(call.id, entry);
          }
          const label = make("span", undefined, "level");
          const swatch = make("span", undefined, "swatch");
          swatch.style.background = `var(--${level(call)})`;
          label.append(swatch, make("span", (call.error && !call.abandoned ? inWords(call.error) : names[level(call)]) + (call.cut ? ", cut" : "")));
          const facts = [call.model, time(call.latency), dollars(call.cost)];
          if (call.attempts > 1) facts.push(call.attempts + " attempts");
          entry.button.replaceChildren(label, make("span", call.question || "…", "question"),
            make("span", facts.filter(fact => fact).join(" · "), "facts"));
          entry.text.textContent = call.explanation || "The caller left before the answer.";
        }
        function trimCalls() {
          for (const item of [...element("calls").children].slice(50)) item.remove();
          for (const [id, entry] of calls) if (!entry.item.isConnected) calls.delete(id);
          element("no-calls").hidden = calls.size > 0;
        }

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
