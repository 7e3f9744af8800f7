extension RehearsalPage {
    /// The part of the script that shows breakers, the scenario and the last calls.
    static let listScript = #"""
        function showBreakers() {
          element("no-breakers").hidden = state.breakers.length > 0;
          element("breakers").parentElement.hidden = state.breakers.length === 0;
          setText("failures", state.window ? `Failures, last ${state.window} s` : "Failures");
          element("breakers").replaceChildren(...state.breakers.map(breaker => {
            const row = make("tr");
            const target = make("th", breaker.target);
            target.scope = "row";
            const left = breaker.awaitsProbe ? ", waits for a call to probe"
              : breaker.left ? ` for ${Math.ceil(breaker.left)} s` : "";
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
        """#
}
