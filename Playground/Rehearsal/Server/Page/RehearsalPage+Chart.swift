extension RehearsalPage {
    /// The part of the script that shows the numbers and the chart.
    static let chartScript = #"""
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
          setText("span", `${sum.toLocaleString("en")} calls in the last ${chartLength()} s, `
            + `${state.total.calls.toLocaleString("en")} calls in all`);
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
        """#
}
