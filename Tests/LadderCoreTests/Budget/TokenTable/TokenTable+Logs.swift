extension TokenTable {
    static let logs = TokenTable(
        language: "Logs, SQL and markup", script: "Logs, SQL and markup", separator: "\n",
        passages: [
            "SELECT id, name FROM customers WHERE city = 'Porto' ORDER BY name LIMIT 20;",
            "<div class=\"card\"><h2>Offers</h2><p>Save 20 % this week.</p></div>",
            """
            2025-03-14T09:26:53.589Z INFO  [worker-3] courier.Scheduler - accepted job=8812 queue=mail \
            priority=5
            2025-03-14T09:26:54.002Z WARN  [worker-3] courier.Mailer - retrying in 250ms: connection \
            reset by peer (attempt 2/5)
            2025-03-14T09:26:54.310Z ERROR [worker-1] courier.Mailer - giving up: 550 mailbox unavailable

            """,
            """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <title>Timetable</title>
                <link rel="stylesheet" href="/static/site.css">
              </head>
              <body>
                <table id="departures">
                  <tr><th>Line</th><th>To</th><th>At</th></tr>
                  <tr><td>12</td><td>Harbour</td><td>10:45</td></tr>
                </table>
              </body>
            </html>

            """,
            """
            CREATE TABLE invoices (
                id BIGINT PRIMARY KEY,
                customer_id BIGINT NOT NULL REFERENCES customers (id),
                amount NUMERIC(12, 2) NOT NULL DEFAULT 0,
                issued_at TIMESTAMP WITH TIME ZONE NOT NULL
            );
            INSERT INTO invoices VALUES (1, 7, 120.50, NOW()), (2, 9, 13.00, NOW());

            """,
            """
            function debounce(callback, delay = 200) {
              let timer = null;
              return (...args) => {
                clearTimeout(timer);
                timer = setTimeout(() => callback.apply(this, args), delay);
              };
            }
            document.querySelector("#search").addEventListener("input", debounce(event => \
            console.log(event.target.value)));

            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 20, cl100k: 20),
            Count(first: 1, passages: 1, o200k: 26, cl100k: 26),
            Count(first: 2, passages: 1, o200k: 115, cl100k: 115),
            Count(first: 3, passages: 1, o200k: 122, cl100k: 121),
            Count(first: 4, passages: 1, o200k: 82, cl100k: 81),
            Count(first: 5, passages: 1, o200k: 67, cl100k: 62),
            Count(first: 0, passages: 3, o200k: 217, cl100k: 216),
            Count(first: 1, passages: 3, o200k: 215, cl100k: 209),
        ])
}
