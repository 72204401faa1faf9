#include "tagger/model_file.h"

#include "catch.h"
#include "tagger/model_builder.h"

using namespace newsgloss;
using namespace newsgloss::test;

namespace {
Bytes sample() {
  return model_of({{SectionKind::meta, Writer().text("{\"name\": \"sample\"}").bytes},
                   {SectionKind::lexicon, Writer().u32(7).u16(8).u8(9).f32(0.5F).bytes},
                   {static_cast<SectionKind>(0x5A5A5A5A), Writer().u8(1).bytes}});
}
}  // namespace

TEST_CASE("CRC-32 is that of IEEE 802.3") {
  CHECK(crc32(Writer().text("123456789").bytes) == 0xCBF43926u);
  CHECK(crc32({}) == 0);
  const Bytes whole = Writer().text("123456789").bytes;
  CHECK(crc32(std::span(whole).subspan(4), crc32(std::span(whole).first(4))) == 0xCBF43926u);
}

TEST_CASE("A model file's fields read back") {
  const Bytes bytes = sample();
  ModelFile file;
  REQUIRE(file.open(bytes).ok());
  REQUIRE(file.sections().size() == 3);
  CHECK(file.meta() == "{\"name\": \"sample\"}");
  CHECK(name_of(file.sections()[1].kind) == "LEXI");
  CHECK(name_of(file.sections()[2].kind) == "----");
  CHECK(file.section(SectionKind::entities).empty());
  SectionReader reader(file.section(SectionKind::lexicon));
  CHECK(reader.u32() == 7);
  CHECK(reader.u16() == 8);
  CHECK(reader.u8() == 9);
  CHECK(reader.f32() == 0.5F);
  CHECK(reader.complete());
  CHECK(reader.u16() == 0);
  CHECK(reader.failed());
  for (const ModelFile::Section& section : file.sections())
    CHECK(static_cast<std::size_t>(section.bytes.data() - bytes.data()) % 16 == 0);
}

TEST_CASE("A model file cut anywhere is refused") {
  const Bytes bytes = sample();
  ModelFile file;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const Bytes cut(bytes.begin(),
                    bytes.begin() + static_cast<std::ptrdiff_t>(size));  // of its own: reads past it show
    CAPTURE(size);
    CHECK(file.open(cut).error == ModelError::truncated);
    CHECK(file.sections().empty());
  }
  Bytes longer = bytes;
  longer.push_back(std::byte{0});
  CHECK(file.open(longer).error == ModelError::damaged_header);
}

TEST_CASE("A model file with any bit flipped is refused") {
  Bytes bytes = sample();
  ModelFile file;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
    CAPTURE(bit);
    CHECK_FALSE(file.open(bytes).ok());
    bytes[bit / 8] ^= static_cast<std::byte>(1u << (bit % 8));
  }
  CHECK(file.open(bytes).ok());
}

TEST_CASE("What is wrong with a model file is named") {
  const Bytes good = sample();
  ModelFile file;
  const auto changed = [&](std::size_t at) {
    Bytes bytes = good;
    bytes[at] ^= std::byte{1};
    return file.open(bytes);
  };
  CHECK(changed(0).error == ModelError::not_a_model);
  CHECK(changed(8).error == ModelError::unsupported_version);
  CHECK(changed(20).error == ModelError::damaged_header);
  CHECK(changed(30).error == ModelError::damaged_header);
  CHECK(changed(80) == ModelStatus{ModelError::damaged_section, SectionKind::meta});
  for (int error = 0; error < 8; ++error) CHECK_FALSE(describe(static_cast<ModelError>(error)).empty());
}
