extension TokenTable {
    static let indonesian = TokenTable(
        language: "Indonesian", script: "Latin", separator: " ",
        passages: [
            "Selamat pagi",
            "Terima kasih banyak!",
            "Di mana pesanan saya?",
            "Saya ingin membatalkan langganan.",
            """
            Kiriman datang terlambat dua hari dan salah satu kotaknya terbuka; saya ingin mengembalikan \
            lampunya dan menyimpan sisanya.
            """,
            """
            Kantor kami tutup pada hari libur, tetapi nomor darurat melayani sepanjang hari dan tidak \
            dikenakan biaya.
            """,
            """
            Ketika sungai naik pada musim hujan, para petani memindahkan kambing mereka ke padang atas \
            dan menunggu air surut.
            """,
            """
            Anggaran adalah janji tentang masa depan: berapa yang boleh dibelanjakan dan apa yang terjadi \
            ketika uangnya habis.
            """,
            """
            Sejak pembaruan terakhir, pencetak muncul dalam daftar, tetapi setiap pekerjaan tertahan di \
            antrean.
            """,
            """
            Campurkan tepung dengan air hangat, sejumput garam dan sedikit minyak zaitun, lalu diamkan \
            adonan selama satu jam.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 3, cl100k: 4),
            Count(first: 1, passages: 1, o200k: 5, cl100k: 6),
            Count(first: 2, passages: 1, o200k: 6, cl100k: 6),
            Count(first: 3, passages: 1, o200k: 9, cl100k: 11),
            Count(first: 4, passages: 1, o200k: 30, cl100k: 34),
            Count(first: 5, passages: 1, o200k: 25, cl100k: 31),
            Count(first: 6, passages: 1, o200k: 30, cl100k: 36),
            Count(first: 7, passages: 1, o200k: 27, cl100k: 33),
            Count(first: 8, passages: 1, o200k: 22, cl100k: 31),
            Count(first: 9, passages: 1, o200k: 30, cl100k: 38),
            Count(first: 4, passages: 3, o200k: 82, cl100k: 100),
            Count(first: 0, passages: 5, o200k: 91, cl100k: 110),
            Count(first: 5, passages: 3, o200k: 82, cl100k: 102),
            Count(first: 1, passages: 5, o200k: 95, cl100k: 119),
        ])
}
