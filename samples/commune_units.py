"""The units of the fictional communes of tỉnh Mẫu."""

OFFICE, CULTURE = "Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội"
ECONOMY, DESK = "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công"
URBAN = "Phòng Kinh tế, Hạ tầng và Đô thị"
EVERYONE = "Các phòng, trung tâm thuộc xã"
WARD_ALL = "Các phòng, trung tâm thuộc phường"
POLICE = "Công an phường"
