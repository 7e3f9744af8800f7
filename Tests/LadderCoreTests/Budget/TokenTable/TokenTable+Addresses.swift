extension TokenTable {
    static let addresses = TokenTable(
        language: "URLs and paths", script: "URLs and paths", separator: "\n",
        passages: [
            "https://example.org/",
            "ftp://files.example.net/pub",
            "https://shop.example.com/products/lamps?color=brass&sort=price_asc&page=3#reviews",
            "https://api.example.org/v2/accounts/84213/invoices?from=2024-01-01&to=2024-12-31&limit=100",
            "/usr/local/share/applications/courier/plugins/export_csv.so:/opt/tools/bin/convert",
            "C:\\Users\\marta\\Documents\\Reports\\2025\\summary-final.docx",
            """
            https://cdn.example.net/static/js/main.4f3a9c1b.chunk.js \
            https://cdn.example.net/static/css/app.9d27e0aa.css https://cdn.example.net/img/hero@2x.webp
            """,
            """
            git@code.example.org:platform/billing-service.git \
            ssh://deploy@10.0.12.7:2222/srv/releases/current \
            postgres://reader:secret@db.example.org:5432/sales?sslmode=require
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 5, cl100k: 5),
            Count(first: 1, passages: 1, o200k: 6, cl100k: 6),
            Count(first: 2, passages: 1, o200k: 25, cl100k: 23),
            Count(first: 3, passages: 1, o200k: 35, cl100k: 35),
            Count(first: 4, passages: 1, o200k: 18, cl100k: 18),
            Count(first: 5, passages: 1, o200k: 18, cl100k: 18),
            Count(first: 6, passages: 1, o200k: 47, cl100k: 48),
            Count(first: 7, passages: 1, o200k: 47, cl100k: 47),
            Count(first: 2, passages: 3, o200k: 92, cl100k: 91),
            Count(first: 0, passages: 4, o200k: 97, cl100k: 96),
            Count(first: 3, passages: 3, o200k: 102, cl100k: 102),
            Count(first: 1, passages: 4, o200k: 109, cl100k: 109),
        ])
}
