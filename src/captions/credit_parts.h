// A credit's text → photographer and agency, as printed.
//
//   LIU XIN/CHINA NEWS SERVICE                     LIU XIN | CHINA NEWS SERVICE
//   (AP Photo/Jane Doe, File)                      Jane Doe | AP
//   Photo by JANE DOE/AFP via Getty Images         JANE DOE | AFP via Getty Images
//   Handout via REUTERS                            nobody | Handout via REUTERS
//   Image: Jane Doe.                               Jane Doe | none
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsgloss {

struct CreditParts {
  std::optional<std::string> photographer;
  std::optional<std::string> agency;
};

/// `credit` is the credit with its brackets and label. Linear.
[[nodiscard]] CreditParts read_credit_parts(std::string_view credit);

/// Bytes of the label that opens `text` ("Photo by ", "Credit: ", "© "), 0 for none.
[[nodiscard]] std::size_t credit_label_size(std::string_view text);

/// Is this name one of an agency, or of some other organisation by its words?
[[nodiscard]] bool is_agency_name(std::string_view name);
[[nodiscard]] bool is_organisation_name(std::string_view name);

/// Two to five capitalised words, initials and particles, and no word of an organisation.
[[nodiscard]] bool is_person_name(std::string_view name);

}  // namespace newsgloss
