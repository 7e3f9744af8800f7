extension TokenTable {
    static let markdown = TokenTable(
        language: "Markdown", script: "Markdown", separator: "\n",
        passages: [
            "# Notes\n\n- milk\n- bread\n",
            "**Warning:** this *cannot* be undone.",
            """
            # Release 2.4

            ## What changed

            - **Faster start**: the index is loaded when it is first needed.
            - `--dry-run` prints the plan and changes nothing.
            - Fixed: a crash when the configuration file was empty \
            ([#412](https://example.org/issues/412)).

            ## Upgrading

            1. Stop the service: `systemctl stop courier`.
            2. Install the new package.
            3. Run `courier migrate --all`, then start it again.

            """,
            """
            | plan | price | seats | support |
            |---|---:|---:|---|
            | Starter | 9 € | 3 | e-mail |
            | Team | 29 € | 15 | e-mail, chat |
            | Business | 99 € | 100 | phone, 24/7 |

            > Prices are without tax. See the [terms](https://example.org/terms).

            """,
            """
            ### Quick start

            ```bash
            git clone https://example.org/tools/courier.git
            cd courier && make install PREFIX=$HOME/.local
            courier --config ./courier.toml serve --port 8080
            ```

            Then open <http://localhost:8080> and sign in as `admin`.

            ---

            *Questions?* Write to **help@example.org**.

            """,
            """
            ## Minutes, 14 March

            **Present:** Ana, Bo, Chidi

            * [x] Ana sends the draft
            * [ ] Bo checks the numbers
            * [ ] Chidi books the room for the workshop

            Decisions:

            1. We keep the old logo until summer.
            2. The budget for travel is *halved*.

            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 9, cl100k: 9),
            Count(first: 1, passages: 1, o200k: 10, cl100k: 10),
            Count(first: 2, passages: 1, o200k: 103, cl100k: 102),
            Count(first: 3, passages: 1, o200k: 83, cl100k: 82),
            Count(first: 4, passages: 1, o200k: 78, cl100k: 78),
            Count(first: 5, passages: 1, o200k: 71, cl100k: 71),
            Count(first: 0, passages: 3, o200k: 190, cl100k: 189),
            Count(first: 1, passages: 3, o200k: 164, cl100k: 163),
        ])
}
