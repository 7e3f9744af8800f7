extension TokenTable {
    static let emoji = TokenTable(
        language: "Emoji and symbols", script: "Emoji and symbols", separator: "\n",
        passages: [
            "👍",
            "🎉🎉🎉",
            "Great job 👏👏 see you 🌊☀\u{FE0F} tomorrow 😊",
            "Dinner 🍕🍝🥗 or 🍣? I vote 🍕!! 😂😂",
            """
            🇩🇪 🇫🇷 🇪🇸 🇯🇵 👨\u{200D}👩\u{200D}👧\u{200D}👦 👩🏽\u{200D}🚀 🏳\u{FE0F}\u{200D}🌈 \
            🧑\u{200D}💻 ❤\u{FE0F} ✅ ⚠\u{FE0F} 🚀
            """,
            "🐶🐱🐭🐹🐰🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆",
            "→ ← ↑ ↓ ⇒ ∑ ∫ √ ∞ ≤ ≥ ≠ ± × ÷ ∂ ∇ ∈ ∉ ∪ ∩",
            "☎ ✈ ✂ ✉ ☕ ♥ ♣ ♪ ★ ☆ • … — “quoted” ‘single’ «angle» © ® ™ € £ ¥",
            """
            ┌────────┬────────┐
            │ name   │ value  │
            ├────────┼────────┤
            │ a      │ 1      │
            └────────┴────────┘
            """,
            "∀x ∈ ℝ: x² ≥ 0 ∧ √(x²) = |x|, α + β ≤ γ·δ, ∑ᵢ aᵢ ≈ ∫ f(t) dt",
            "Moving day 📦🚚🏠 wish us luck 🤞 and bring snacks 🍪☕",
            "🌧\u{FE0F} Monday, ⛅ Tuesday, ☀\u{FE0F} Wednesday, ❄\u{FE0F} at night 🥶",
            "🚗🚕🚙🚌🚎🏎\u{FE0F}🚓🚑🚒🚐🛻🚚🚛🚜✈\u{FE0F}🚀🛸🚁⛵🚤",
            "Fixed ✅ tested ✅ shipped 🚢 blocked ❌ waiting ⏳ idea 💡 bug 🐛 docs 📝 fire 🔥 speed ⚡",
            """
            🇧🇷 🇨🇦 🇮🇳 🇰🇷 👩\u{200D}❤\u{FE0F}\u{200D}👨 👨🏿\u{200D}🍳 👋🏻 👍🏾 🧑🏼\u{200D}🏫 \
            🤷\u{200D}♀\u{FE0F} 🙋\u{200D}♂\u{FE0F} 🐈\u{200D}⬛
            """,
            "♔ ♕ ♖ ♗ ♘ ♙ ◆ ◇ ■ □ ▲ △ ● ○ ◉ ► ◄ ▼ ▽ ✓ ✗ ✔ ✘",
            """
            ├── Sources
            │   ├── App
            │   │   └── main.swift
            │   └── Core
            └── Tests
                └── CoreTests
            """,
            "¼ ½ ¾ ¿ ¡ § ¶ † ‡ ° µ ¹ ² ³ ª º ¢ ¤ ¦ ¬ ¯ ´ ¸",
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 1, cl100k: 3),
            Count(first: 1, passages: 1, o200k: 6, cl100k: 9),
            Count(first: 2, passages: 1, o200k: 14, cl100k: 18),
            Count(first: 3, passages: 1, o200k: 18, cl100k: 26),
            Count(first: 4, passages: 1, o200k: 54, cl100k: 78),
            Count(first: 5, passages: 1, o200k: 43, cl100k: 60),
            Count(first: 6, passages: 1, o200k: 32, cl100k: 31),
            Count(first: 7, passages: 1, o200k: 33, cl100k: 36),
            Count(first: 8, passages: 1, o200k: 42, cl100k: 43),
            Count(first: 9, passages: 1, o200k: 49, cl100k: 48),
            Count(first: 10, passages: 1, o200k: 20, cl100k: 25),
            Count(first: 11, passages: 1, o200k: 23, cl100k: 24),
            Count(first: 12, passages: 1, o200k: 45, cl100k: 60),
            Count(first: 13, passages: 1, o200k: 30, cl100k: 35),
            Count(first: 14, passages: 1, o200k: 59, cl100k: 90),
            Count(first: 15, passages: 1, o200k: 35, cl100k: 41),
            Count(first: 16, passages: 1, o200k: 39, cl100k: 38),
            Count(first: 17, passages: 1, o200k: 36, cl100k: 38),
            Count(first: 12, passages: 3, o200k: 145, cl100k: 190),
            Count(first: 0, passages: 9, o200k: 314, cl100k: 394),
            Count(first: 13, passages: 3, o200k: 103, cl100k: 116),
            Count(first: 1, passages: 9, o200k: 281, cl100k: 325),
        ])
}
