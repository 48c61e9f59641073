package check

import "testing"

// TestSlips: slips of final letters, of d and gi, of hỏi and ngã; and the words
// at whose border the same letters stand rightly.
func TestSlips(t *testing.T) {
	run(t, "TYPO", embedded(t), []bad{
		{"Xử lý hồ sơ quá hạng.", 1, "Xử lý hồ sơ quá hạn."},
		{"Còn hạng chế trong công tác phối hợp.", 1, "Còn hạn chế trong công tác phối hợp."},
		{"Bố chí cán bộ trực.", 1, "Bố trí cán bộ trực."},
		{"Theo giỏi tiến độ.", 1, "Theo dõi tiến độ."},
		{"Không che dấu khuyết điểm.", 1, "Không che giấu khuyết điểm."},
		{"Không bỏ xót đối tượng.", 1, "Không bỏ sót đối tượng."},
		{"Cần làm rỏ trách nhiệm.", 1, "Cần làm rõ trách nhiệm."},
		{"Người dân hài lồng.", 1, "Người dân hài lòng."},
		{"Đánh giá thực trạn.", 1, "Đánh giá thực trạng."},
		{"Nhiệm vụ quan trọn.", 1, "Nhiệm vụ quan trọng."},
		{"Các lỉnh vực, dể dàng, rũi ro.", 3, "Các lĩnh vực, dể dàng, rũi ro."},
		{"Đoàn kiểm tra sẻ kiểm tra hồ sơ.", 1, "Đoàn kiểm tra sẽ kiểm tra hồ sơ."},
		{"Chấn chĩnh lề lối làm việc.", 1, "Chấn chỉnh lề lối làm việc."},
		{"Cập nhựt dữ liệu.", 1, "Cập nhật dữ liệu."},
		{"NHIỆM VỤ QUANG TRỌNG CỦA XÃ", 1, "NHIỆM VỤ QUAN TRỌNG CỦA XÃ"},
	}, []string{
		"Kinh nghiệm được chia sẻ thực hiện ở các thôn.",
		"Xem xét sử dụng kinh phí dự phòng; dễ dàng trải nghiệm.",
		"Thành công dâng lên Đảng; thân nhân dâng hương.",
		"Đội bóng chuyền đạt giải nhất; bánh chưng bày trên bàn.",
		"Tinh giản viên chức; cảng trở thành đầu mối; sản xuất sắt thép.",
		"Đấu tranh cải thiện điều kiện làm việc; bức tranh dành tặng mẹ.",
		"Rà soát kỹ yếu tố nguy cơ; các cháu vui vẽ tranh; dải Ngân Hà.",
		"Phiên bản vẻ vang; học bỗng nhiên tiến bộ; mua bán lẽ ra phải có hóa đơn.",
		"Chim sẻ là loài có ích.",
		"Cái chum, cái chĩnh; giạng chân.",
		"Thành phố Quy Nhơn, xã Nhơn Hải.",
		"ỦY BAN NHÂN DÂN PHƯỜNG TRƯƠNG QUANG TRỌNG", // of tỉnh Quảng Ngãi
		"Không vượt quá hạng mục đã duyệt.",
		"Xếp hạng chế độ phụ cấp theo quy định.",
		"Thi đua theo “Giỏi việc nước, đảm việc nhà”.",
		"Che dấu vết, che dấu hiệu vi phạm.",
		"Mắt làm rỏ nước.",
		"Vở hài lồng ghép nội dung tuyên truyền.",
		"Việc quan trọn vẹn nghĩa tình.",
		"Đồn bộ đội biên phòng tham gia.",
		"Xem thời hạn bảo hành, thống kê khách Hàn Quốc.",
		"Công suất phát điện, công suất hiện có.",
		"Quy định chung thực hiện từ năm 2027; phần chung thành phố lo.",
		"Trưng bày tại nơi đặt trưng bày sách.",
		"Người đã kích hoạt tài khoản.",
		"Dạy đơn giảng dạy theo nhóm.",
		"Miền Bắc buộc phải tiết kiệm điện.",
		"Thái Bình tỉnh đông dân.",
		"Mẩu giấy nhỏ, lẩn khuất, đồ lỉnh kỉnh, nỗi niềm, nổi bật.",
		"Ông Hoàng Thiện, bà Trần Thị Bố Chí.",
		"Trân trọng, tôn trọng, lễ hội, mở rộng, đổ vỡ, trẻ em.",
	})
}
