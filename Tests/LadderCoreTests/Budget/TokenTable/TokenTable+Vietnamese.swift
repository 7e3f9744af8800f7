extension TokenTable {
    static let vietnamese = TokenTable(
        language: "Vietnamese", script: "Latin", separator: " ",
        passages: [
            "Xin chào",
            "Cảm ơn nhiều!",
            "Đơn hàng của tôi đâu rồi?",
            "Tôi muốn hủy gói đăng ký.",
            """
            Hàng giao chậm hai ngày và một thùng đã bị mở; tôi muốn trả lại chiếc đèn và giữ \
            những thứ còn lại.
            """,
            """
            Văn phòng đóng cửa vào ngày lễ, nhưng đường dây khẩn cấp luôn có người trực cả ngày \
            lẫn đêm và không mất phí.
            """,
            "Khi nước sông dâng vào mùa xuân, nông dân đưa đàn dê lên đồng cỏ phía trên và chờ cho nước rút.",
            """
            Ngân sách là một lời hứa về tương lai: nó cho biết được tiêu bao nhiêu và điều gì xảy \
            ra khi hết tiền.
            """,
            """
            Từ lần cập nhật trước, máy in vẫn hiện trong danh sách nhưng mọi lệnh in đều nằm \
            lại trong hàng đợi.
            """,
            """
            Trộn bột với nước ấm, một chút muối và ít dầu ô liu, rồi để bột nghỉ một tiếng \
            dưới khăn ẩm.
            """,
        ],
        counts: [
            Count(first: 0, passages: 1, o200k: 3, cl100k: 5),
            Count(first: 1, passages: 1, o200k: 6, cl100k: 10),
            Count(first: 2, passages: 1, o200k: 8, cl100k: 14),
            Count(first: 3, passages: 1, o200k: 10, cl100k: 17),
            Count(first: 4, passages: 1, o200k: 29, cl100k: 49),
            Count(first: 5, passages: 1, o200k: 30, cl100k: 55),
            Count(first: 6, passages: 1, o200k: 32, cl100k: 49),
            Count(first: 7, passages: 1, o200k: 29, cl100k: 50),
            Count(first: 8, passages: 1, o200k: 27, cl100k: 49),
            Count(first: 9, passages: 1, o200k: 32, cl100k: 54),
            Count(first: 4, passages: 3, o200k: 87, cl100k: 147),
            Count(first: 0, passages: 5, o200k: 98, cl100k: 166),
            Count(first: 5, passages: 3, o200k: 91, cl100k: 159),
            Count(first: 1, passages: 5, o200k: 105, cl100k: 186),
        ])
}
