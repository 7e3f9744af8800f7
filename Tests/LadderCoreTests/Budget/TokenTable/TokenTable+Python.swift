extension TokenTable {
    static let python = TokenTable(
        language: "Python code", script: "Python code", separator: "\n",
        passages: [
            "print(\", \".join(sorted(name.title() for name in names if name)))",
            "with open(path, encoding=\"utf-8\") as f: data = json.load(f)",
            """
            def moving_average(values, window=5):
                \"\"\"Return the mean of the last `window` values at each position.\"\"\"
                total = 0.0
                averages = []
                for index, value in enumerate(values):
                    total += value
                    if index >= window:
                        total -= values[index - window]
                    averages.append(total / min(index + 1, window))
                return averages

            """,
            """
            class Inventory:
                def __init__(self, warehouse_id: str, *, threshold: int = 10) -> None:
                    self.warehouse_id = warehouse_id
                    self.threshold = threshold
                    self._items: dict[str, int] = {}

                def remove(self, sku: str, quantity: int) -> None:
                    available = self._items.get(sku, 0)
                    if quantity > available:
                        raise ValueError(f"only {available} of {sku} left in {self.warehouse_id}")
                    self._items[sku] = available - quantity

            """,
            """
            import asyncio
            from collections import Counter

            async def fetch_all(client, urls, limit=8):
                semaphore = asyncio.Semaphore(limit)

                async def fetch(url):
                    async with semaphore:
                        response = await client.get(url, timeout=10)
                        response.raise_for_status()
                        return response.json()

                return await asyncio.gather(*(fetch(url) for url in urls), return_exceptions=True)

            """,
            """
            df = df.assign(month=df["paid_at"].dt.to_period("M"))
            summary = df.groupby(["region", "month"], as_index=False).agg(revenue=("amount", "sum"), \
            orders=("id", "nunique"))
            summary["average"] = (summary["revenue"] / summary["orders"]).round(2)
            print(summary.sort_values("revenue", ascending=False).head(10).to_string(index=False))

            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 15, cl100k: 15),
            Count(first: 1, passages: 1, o200k: 19, cl100k: 19),
            Count(first: 2, passages: 1, o200k: 82, cl100k: 82),
            Count(first: 3, passages: 1, o200k: 122, cl100k: 121),
            Count(first: 4, passages: 1, o200k: 82, cl100k: 82),
            Count(first: 5, passages: 1, o200k: 87, cl100k: 87),
            Count(first: 0, passages: 3, o200k: 179, cl100k: 179),
            Count(first: 1, passages: 3, o200k: 228, cl100k: 227),
        ])
}
