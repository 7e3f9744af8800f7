extension TokenTable {
    static let turkish = TokenTable(
        language: "Turkish", script: "Latin", separator: " ",
        passages: [
            "Günaydın",
            "Çok teşekkürler!",
            "Siparişim nerede kaldı?",
            "Aboneliğimi iptal etmek istiyorum.",
            """
            Teslimat iki gün geç geldi ve kutulardan biri açıktı; lambayı geri göndermek, kalanını ise \
            almak istiyorum.
            """,
            """
            Büromuz resmî tatillerde kapalıdır, ancak acil durum hattı günün her saatinde ücretsiz olarak \
            hizmet verir.
            """,
            """
            İlkbaharda nehir yükselince köylüler keçilerini yukarı çayıra götürür ve suyun çekilmesini \
            bekler.
            """,
            "Bütçe geleceğe dair bir sözdür: ne kadar harcanabileceğini ve para bitince ne olacağını söyler.",
            """
            Son güncellemeden beri yazıcı listede görünüyor ama her iş kuyrukta kalıyor ve hiçbir şey \
            yazdırılmıyor.
            """,
            """
            Unu ılık su, bir tutam tuz ve biraz zeytinyağıyla karıştırın, sonra hamuru nemli bir bezin \
            altında bir saat dinlendirin.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 4, cl100k: 5),
            Count(first: 1, passages: 1, o200k: 5, cl100k: 9),
            Count(first: 2, passages: 1, o200k: 8, cl100k: 12),
            Count(first: 3, passages: 1, o200k: 11, cl100k: 13),
            Count(first: 4, passages: 1, o200k: 29, cl100k: 40),
            Count(first: 5, passages: 1, o200k: 30, cl100k: 41),
            Count(first: 6, passages: 1, o200k: 31, cl100k: 41),
            Count(first: 7, passages: 1, o200k: 28, cl100k: 36),
            Count(first: 8, passages: 1, o200k: 30, cl100k: 40),
            Count(first: 9, passages: 1, o200k: 38, cl100k: 44),
            Count(first: 4, passages: 3, o200k: 89, cl100k: 121),
            Count(first: 0, passages: 5, o200k: 101, cl100k: 138),
            Count(first: 5, passages: 3, o200k: 96, cl100k: 121),
            Count(first: 1, passages: 5, o200k: 111, cl100k: 142),
        ])
}
