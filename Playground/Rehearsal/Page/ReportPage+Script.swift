import Ladder

/// What the page does: opens calls, filters their list, reads the numbers of a time, switches between light and dark.
extension ReportPage {
    /// The script. It writes text only as text, never as HTML.
    static let script = #"""
        "use strict";
        const report = JSON.parse(document.getElementById("report").textContent);
        const find = (selector) => document.querySelector(selector);
        const all = (selector) => Array.from(document.querySelectorAll(selector));
        const titles = Object.fromEntries(\#(titles));

        const clock = (time) => {
          const seconds = Math.floor(time), two = (number) => String(number).padStart(2, "0");
          const rest = two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
          return seconds >= 3600 ? Math.floor(seconds / 3600) + ":" + rest : rest.replace(/^0/, "");
        };
        const latency = (seconds) => seconds === null ? "–" : seconds < 1 ? Math.round(seconds * 1000) + " ms"
          : seconds.toFixed(seconds < 10 ? 2 : 1) + " s";
        const count = (number, digits = 0) => number.toLocaleString("en-US",
          { minimumFractionDigits: digits, maximumFractionDigits: digits });
        const money = (dollars) => dollars === 0 ? "$0" : "$" + count(dollars, dollars < 1 ? 4 : 2);

        // Light and dark.
        const theme = find("#theme");
        let dark = matchMedia("(prefers-color-scheme: dark)").matches;
        const showTheme = () => { theme.textContent = dark ? "Light" : "Dark"; };
        theme.hidden = false;
        showTheme();
        theme.addEventListener("click", () => {
          dark = !dark;
          document.documentElement.style.colorScheme = dark ? "dark" : "light";
          showTheme();
        });

        // The numbers of a time.
        const time = find("#time"), range = find("#slot"), moment = find("#moment");
        let spent = 0;
        const sums = report.slots.map((slot) => spent += slot.tally.cost);
        const read = () => {
          const index = Number(range.value), slot = report.slots[index], tally = slot.tally;
          const phase = report.phases.findLast((phase) => phase.start <= slot.start);
          const answers = Object.keys(titles).filter((level) => tally.levels[level] > 0)
            .map((level) => titles[level].toLowerCase().replace("faq", "FAQ") + " " + tally.levels[level]);
          if (tally.failed > 0) answers.push("error " + tally.failed);
          const where = document.createElement("b");
          where.textContent = clock(slot.start) + "–" + clock(slot.end) + (phase ? ", " + phase.name : "");
          const numbers = [tally.calls + (tally.calls === 1 ? " call: " : " calls: ") + (answers.join(", ") || "none"),
            "p50 " + latency(tally.p50), "p95 " + latency(tally.p95), "spent so far " + money(sums[index])];
          moment.replaceChildren(where, " · " + numbers.join(" · "));
          range.setAttribute("aria-valuetext", moment.textContent);
          time.style.setProperty("--at", (index + 0.5) / report.slots.length);
          time.classList.add("reading");
        };
        if (report.slots.length > 0) {
          find(".reader").hidden = false;
          range.addEventListener("input", read);
          for (const area of all(".area")) {
            area.addEventListener("pointermove", (event) => {
              const box = area.getBoundingClientRect(), share = (event.clientX - box.left) / box.width;
              range.value = Math.min(report.slots.length - 1, Math.max(0, Math.floor(share * report.slots.length)));
              read();
            });
          }
          moment.textContent = "Move over a chart, or move the handle, to read the numbers of a time.";
        }

        // A call.
        const sheet = find("#call"), dots = all(".dot"), entries = all(".calls li");
        const words = (name) => name.replace(/([A-Z])/g, " $1").toLowerCase();
        let open = 0;
        const show = (index) => {
          open = index;
          const call = report.samples[index];
          const facts = [
            ["Time", clock(call.arrival)], ["User", call.user], ["Answered by", call.model ?? "–"],
            ["Latency", latency(call.latency)], ["Model calls", count(call.modelCalls)],
            ["Tokens", count(call.inputTokens) + " in, " + count(call.outputTokens) + " out"],
            ["Cost", money(call.cost)],
          ];
          if (call.waste > 0) facts.push(["Of it wasted", money(call.waste) + " for failed attempts"]);
          if (call.isCut) facts.push(["Note", "the answer was cut"]);
          if (call.isWrong) facts.push(["Note", "the cached answer belongs to another question"]);
          const error = "Error: " + words(call.error ?? "unknown");
          find("#call-title").textContent = titles[call.level] ?? error;
          find("#call-facts").replaceChildren(...facts.flatMap(([name, value]) => {
            const term = document.createElement("dt"), text = document.createElement("dd");
            [term.textContent, text.textContent] = [name, value];
            return [term, text];
          }));
          find("#call-question").textContent = call.question;
          find("#call-answer").textContent = call.answer || "none";
          find("#call-explanation").textContent = call.explanation;
          dots.forEach((dot, number) => dot.classList.toggle("chosen", number === index));
          if (!sheet.open) sheet.showModal();
          sheet.scrollTop = 0;
        };
        const isShown = (index) => !entries[index].hidden;
        const step = (by) => {
          let next = open + by;
          while (next >= 0 && next < entries.length && !isShown(next)) next += by;
          if (next >= 0 && next < entries.length) show(next);
        };
        for (const button of all("[data-step]")) {
          button.addEventListener("click", () => step(Number(button.dataset.step)));
        }
        sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
        sheet.addEventListener("keydown", (event) => {
          if (event.key === "ArrowRight") step(1);
          if (event.key === "ArrowLeft") step(-1);
        });
        for (const item of all("[data-call]")) item.addEventListener("click", () => show(Number(item.dataset.call)));

        // One dot can be reached with Tab, the others from it with the arrow keys.
        if (dots.length > 0) dots[0].setAttribute("tabindex", "0");
        dots.forEach((dot, index) => dot.addEventListener("keydown", (event) => {
          const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (event.key === "Enter" || event.key === " ") show(index);
          else if (by && dots[index + by]) {
            dot.setAttribute("tabindex", "-1");
            dots[index + by].setAttribute("tabindex", "0");
            dots[index + by].focus();
          } else return;
          event.preventDefault();
        }));

        // The filter.
        const filter = find(".filter");
        const apply = () => {
          const { words, kind, phase } = filter.elements, wanted = words.value.trim().toLowerCase();
          let shown = 0;
          entries.forEach((entry, index) => {
            const call = report.samples[index];
            const text = [call.question, call.answer, call.user, call.explanation].join("\n").toLowerCase();
            entry.hidden = (kind.value && kind.value !== entry.dataset.kind)
              || (phase.value && phase.value !== entry.dataset.phase) || !text.includes(wanted);
            if (!entry.hidden) shown += 1;
          });
          filter.querySelector("output").textContent = shown + " shown";
        };
        filter.addEventListener("input", apply);
        filter.addEventListener("submit", (event) => event.preventDefault());
        apply();

        """#

    /// The names of the levels, best first, as a JavaScript array of pairs.
    private static var titles: String {
        JSONValue.array(
            FallbackLevel.allCases.map { level in
                [.string(level.rawValue), .string(AnswerKind.level(level).title)]
            }
        ).scriptText
    }
}
