// Currencies: signs, codes and names → ISO 4217, and the countries that tell currencies of one name apart.
//
// Codes and countries from ISO 4217 and ISO 3166 (facts); signs and names as newspapers print them, our own
// compilation. A family is a name that several countries' currencies share ("rupee"); the article has to say whose.
#pragma once

#include <string_view>

namespace newsgloss::currency {

enum class Family : unsigned char {
  dollar,
  pound,
  rupee,
  peso,
  shilling,
  franc,
  dinar,
  riyal,
  krone,
  dirham,
  yen_or_yuan,
  kwacha,
  pula_or_peso,
  cent,
  none,  // the ISO code says it all
};
inline constexpr int family_count = 14;

/// What stands for a currency in print: before or after the amount.
struct Sign {
  std::string_view text;  // exactly as printed
  Family family;
  std::string_view iso;  // for Family::none; for a family, what it means where the article names no country
};

// Letters before a dollar sign: US$5, A$5, NT$5.
inline constexpr Sign dollar_prefixes[] = {
    {"US", Family::none, "USD"}, {"U.S.", Family::none, "USD"}, {"A", Family::none, "AUD"},
    {"AU", Family::none, "AUD"}, {"C", Family::none, "CAD"},    {"CA", Family::none, "CAD"},
    {"NZ", Family::none, "NZD"}, {"HK", Family::none, "HKD"},   {"S", Family::none, "SGD"},
    {"NT", Family::none, "TWD"}, {"R", Family::none, "BRL"},    {"J", Family::none, "JMD"},
    {"TT", Family::none, "TTD"}, {"BDS", Family::none, "BBD"},  {"G", Family::none, "GYD"},
    {"GY", Family::none, "GYD"}, {"EC", Family::none, "XCD"},   {"FJ", Family::none, "FJD"},
    {"N", Family::none, "NAD"},  {"Z", Family::none, "ZWL"},    {"B", Family::none, "BND"},
    {"MX", Family::none, "MXN"}, {"L", Family::none, "LRD"},
};

// Single characters.
struct Character {
  char32_t sign;
  Family family;
  std::string_view iso;
};
inline constexpr Character characters[] = {
    {U'$', Family::dollar, "USD"},     {0xA3, Family::pound, "GBP"},  {0xA5, Family::yen_or_yuan, ""},
    {0xFFE5, Family::yen_or_yuan, ""}, {0x20AC, Family::none, "EUR"}, {0x20B9, Family::none, "INR"},
    {0x20A8, Family::rupee, "INR"},    {0x20A6, Family::none, "NGN"}, {0x20B1, Family::none, "PHP"},
    {0x20A9, Family::none, "KRW"},     {0x20AB, Family::none, "VND"}, {0x0E3F, Family::none, "THB"},
    {0x20BD, Family::none, "RUB"},     {0x20BA, Family::none, "TRY"}, {0x20AA, Family::none, "ILS"},
    {0x20B4, Family::none, "UAH"},     {0x20B5, Family::none, "GHS"}, {0x20B8, Family::none, "KZT"},
    {0x20AD, Family::none, "LAK"},     {0x17DB, Family::none, "KHR"}, {0x20AE, Family::none, "MNT"},
};

// Abbreviations before an amount; ISO codes stand on either side.
inline constexpr Sign abbreviations[] = {
    {"Rs", Family::rupee, "INR"},   {"Rs.", Family::rupee, "INR"},  {"Re", Family::rupee, "INR"},
    {"Re.", Family::rupee, "INR"},  {"RM", Family::none, "MYR"},    {"Rp", Family::none, "IDR"},
    {"Rp.", Family::none, "IDR"},   {"Tk", Family::none, "BDT"},    {"Tk.", Family::none, "BDT"},
    {"Sh", Family::shilling, ""},   {"Sh.", Family::shilling, ""},  {"Shs", Family::shilling, ""},
    {"KSh", Family::none, "KES"},   {"Ksh", Family::none, "KES"},   {"Ksh.", Family::none, "KES"},
    {"Kshs", Family::none, "KES"},  {"USh", Family::none, "UGX"},   {"Ush", Family::none, "UGX"},
    {"TSh", Family::none, "TZS"},   {"Tsh", Family::none, "TZS"},   {"Dh", Family::dirham, "AED"},
    {"Dhs", Family::dirham, "AED"}, {"Dh.", Family::dirham, "AED"}, {"SR", Family::none, "SAR"},
    {"QR", Family::none, "QAR"},    {"KD", Family::none, "KWD"},    {"BD", Family::none, "BHD"},
    {"RO", Family::none, "OMR"},    {"JD", Family::none, "JOD"},    {"Php", Family::none, "PHP"},
    {"PhP", Family::none, "PHP"},   {"RMB", Family::none, "CNY"},   {"GH", Family::none, "GHS"},
    {"Sfr", Family::none, "CHF"},   {"SFr", Family::none, "CHF"},   {"US", Family::none, ""},
    {"Birr", Family::none, "ETB"},  {"Nu", Family::none, "BTN"},
};

// One letter before a large amount: N1.5bn, R92 million, P5,000.
inline constexpr Sign letters[] = {
    {"N", Family::none, "NGN"},
    {"R", Family::none, "ZAR"},
    {"P", Family::pula_or_peso, ""},
    {"K", Family::kwacha, ""},
};

// Names after an amount, in lower case.
inline constexpr Sign names[] = {
    {"dollar", Family::dollar, "USD"},  {"dollars", Family::dollar, "USD"}, {"euro", Family::none, "EUR"},
    {"euros", Family::none, "EUR"},     {"yuan", Family::none, "CNY"},      {"renminbi", Family::none, "CNY"},
    {"yen", Family::none, "JPY"},       {"rupee", Family::rupee, "INR"},    {"rupees", Family::rupee, "INR"},
    {"naira", Family::none, "NGN"},     {"nairas", Family::none, "NGN"},    {"peso", Family::peso, ""},
    {"pesos", Family::peso, ""},        {"shilling", Family::shilling, ""}, {"shillings", Family::shilling, ""},
    {"rand", Family::none, "ZAR"},      {"rands", Family::none, "ZAR"},     {"baht", Family::none, "THB"},
    {"ringgit", Family::none, "MYR"},   {"rupiah", Family::none, "IDR"},    {"dong", Family::none, "VND"},
    {"taka", Family::none, "BDT"},      {"rouble", Family::none, "RUB"},    {"roubles", Family::none, "RUB"},
    {"ruble", Family::none, "RUB"},     {"rubles", Family::none, "RUB"},    {"hryvnia", Family::none, "UAH"},
    {"hryvnias", Family::none, "UAH"},  {"zloty", Family::none, "PLN"},     {"zlotys", Family::none, "PLN"},
    {"lira", Family::none, "TRY"},      {"liras", Family::none, "TRY"},     {"shekel", Family::none, "ILS"},
    {"shekels", Family::none, "ILS"},   {"cedi", Family::none, "GHS"},      {"cedis", Family::none, "GHS"},
    {"birr", Family::none, "ETB"},      {"tenge", Family::none, "KZT"},     {"reais", Family::none, "BRL"},
    {"franc", Family::franc, ""},       {"francs", Family::franc, ""},      {"dinar", Family::dinar, ""},
    {"dinars", Family::dinar, ""},      {"riyal", Family::riyal, ""},       {"riyals", Family::riyal, ""},
    {"rial", Family::riyal, ""},        {"rials", Family::riyal, ""},       {"krona", Family::krone, ""},
    {"kronor", Family::krone, ""},      {"kroner", Family::krone, ""},      {"krone", Family::krone, ""},
    {"dirham", Family::dirham, "AED"},  {"dirhams", Family::dirham, "AED"}, {"kwacha", Family::kwacha, ""},
    {"pula", Family::none, "BWP"},      {"kyat", Family::none, "MMK"},      {"kyats", Family::none, "MMK"},
    {"riel", Family::none, "KHR"},      {"kip", Family::none, "LAK"},       {"forint", Family::none, "HUF"},
    {"forints", Family::none, "HUF"},   {"lempira", Family::none, "HNL"},   {"lempiras", Family::none, "HNL"},
    {"quetzales", Family::none, "GTQ"}, {"guarani", Family::none, "PYG"},   {"guaranies", Family::none, "PYG"},
    {"bolivar", Family::none, "VES"},   {"bolivars", Family::none, "VES"},  {"bolivares", Family::none, "VES"},
    {"soles", Family::none, "PEN"},     {"som", Family::none, "KGS"},       {"afghani", Family::none, "AFN"},
    {"afghanis", Family::none, "AFN"},  {"sterling", Family::none, "GBP"},  {"pound", Family::pound, "GBP"},
    {"pounds", Family::pound, "GBP"},   {"won", Family::none, "KRW"},       {"cents", Family::cent, ""},
    {"pence", Family::none, "GBP"},     {"manat", Family::none, "AZN"},
};

// ISO 4217 codes in use.
inline constexpr std::string_view codes[] = {
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
    "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SYP", "SZL",
    "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND",
    "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWL",
};

/// The currency of a family in one country.
struct Local {
  Family family;
  std::string_view country;  // ISO 3166-1 alpha-2
  std::string_view iso;
};
inline constexpr Local locals[] = {
    {Family::dollar, "US", "USD"},       {Family::dollar, "AU", "AUD"},      {Family::dollar, "NZ", "NZD"},
    {Family::dollar, "CA", "CAD"},       {Family::dollar, "HK", "HKD"},      {Family::dollar, "SG", "SGD"},
    {Family::dollar, "TW", "TWD"},       {Family::dollar, "JM", "JMD"},      {Family::dollar, "TT", "TTD"},
    {Family::dollar, "BB", "BBD"},       {Family::dollar, "BS", "BSD"},      {Family::dollar, "GY", "GYD"},
    {Family::dollar, "FJ", "FJD"},       {Family::dollar, "NA", "NAD"},      {Family::dollar, "ZW", "ZWL"},
    {Family::dollar, "LR", "LRD"},       {Family::pound, "GB", "GBP"},       {Family::pound, "EG", "EGP"},
    {Family::pound, "LB", "LBP"},        {Family::pound, "SY", "SYP"},       {Family::pound, "SD", "SDG"},
    {Family::pound, "SS", "SSP"},        {Family::rupee, "IN", "INR"},       {Family::rupee, "PK", "PKR"},
    {Family::rupee, "LK", "LKR"},        {Family::rupee, "NP", "NPR"},       {Family::rupee, "MU", "MUR"},
    {Family::rupee, "SC", "SCR"},        {Family::peso, "MX", "MXN"},        {Family::peso, "AR", "ARS"},
    {Family::peso, "CL", "CLP"},         {Family::peso, "CO", "COP"},        {Family::peso, "PH", "PHP"},
    {Family::peso, "UY", "UYU"},         {Family::peso, "DO", "DOP"},        {Family::peso, "CU", "CUP"},
    {Family::shilling, "KE", "KES"},     {Family::shilling, "UG", "UGX"},    {Family::shilling, "TZ", "TZS"},
    {Family::shilling, "SO", "SOS"},     {Family::franc, "CH", "CHF"},       {Family::franc, "CD", "CDF"},
    {Family::franc, "RW", "RWF"},        {Family::franc, "BI", "BIF"},       {Family::franc, "GN", "GNF"},
    {Family::franc, "DJ", "DJF"},        {Family::franc, "SN", "XOF"},       {Family::franc, "CI", "XOF"},
    {Family::franc, "ML", "XOF"},        {Family::franc, "NE", "XOF"},       {Family::franc, "BF", "XOF"},
    {Family::franc, "CM", "XAF"},        {Family::franc, "GA", "XAF"},       {Family::franc, "TD", "XAF"},
    {Family::dinar, "KW", "KWD"},        {Family::dinar, "JO", "JOD"},       {Family::dinar, "IQ", "IQD"},
    {Family::dinar, "BH", "BHD"},        {Family::dinar, "DZ", "DZD"},       {Family::dinar, "TN", "TND"},
    {Family::dinar, "LY", "LYD"},        {Family::dinar, "RS", "RSD"},       {Family::riyal, "SA", "SAR"},
    {Family::riyal, "QA", "QAR"},        {Family::riyal, "OM", "OMR"},       {Family::riyal, "IR", "IRR"},
    {Family::riyal, "YE", "YER"},        {Family::krone, "SE", "SEK"},       {Family::krone, "NO", "NOK"},
    {Family::krone, "DK", "DKK"},        {Family::krone, "IS", "ISK"},       {Family::dirham, "AE", "AED"},
    {Family::dirham, "MA", "MAD"},       {Family::yen_or_yuan, "JP", "JPY"}, {Family::yen_or_yuan, "CN", "CNY"},
    {Family::kwacha, "ZM", "ZMW"},       {Family::kwacha, "MW", "MWK"},      {Family::pula_or_peso, "BW", "BWP"},
    {Family::pula_or_peso, "PH", "PHP"},
};

/// Words that name a country, alone ("Kenya", "Kenyan") or as the last of its name ("Kong", "Lankan").
struct CountryWord {
  std::string_view word;  // lower case
  std::string_view country;
};
inline constexpr CountryWord country_words[] = {
    {"algeria", "DZ"},     {"algerian", "DZ"},    {"america", "US"},     {"american", "US"},    {"argentina", "AR"},
    {"argentine", "AR"},   {"argentinian", "AR"}, {"auckland", "NZ"},    {"australia", "AU"},   {"australian", "AU"},
    {"bahamas", "BS"},     {"bahamian", "BS"},    {"bahrain", "BH"},     {"bahraini", "BH"},    {"barbados", "BB"},
    {"beijing", "CN"},     {"bogota", "CO"},      {"botswana", "BW"},    {"british", "GB"},     {"burkina", "BF"},
    {"burundi", "BI"},     {"cameroon", "CM"},    {"canada", "CA"},      {"canadian", "CA"},    {"chad", "TD"},
    {"chile", "CL"},       {"chilean", "CL"},     {"china", "CN"},       {"chinese", "CN"},     {"colombia", "CO"},
    {"colombian", "CO"},   {"colombo", "LK"},     {"congo", "CD"},       {"congolese", "CD"},   {"cuba", "CU"},
    {"cuban", "CU"},       {"danish", "DK"},      {"delhi", "IN"},       {"denmark", "DK"},     {"dhabi", "AE"},
    {"djibouti", "DJ"},    {"dominican", "DO"},   {"dubai", "AE"},       {"egypt", "EG"},       {"egyptian", "EG"},
    {"emirates", "AE"},    {"emirati", "AE"},     {"fiji", "FJ"},        {"fijian", "FJ"},      {"filipino", "PH"},
    {"gabon", "GA"},       {"guinea", "GN"},      {"guyana", "GY"},      {"iceland", "IS"},     {"icelandic", "IS"},
    {"india", "IN"},       {"indian", "IN"},      {"iran", "IR"},        {"iranian", "IR"},     {"iraq", "IQ"},
    {"iraqi", "IQ"},       {"islamabad", "PK"},   {"ivorian", "CI"},     {"jamaica", "JM"},     {"jamaican", "JM"},
    {"japan", "JP"},       {"japanese", "JP"},    {"jordan", "JO"},      {"jordanian", "JO"},   {"kampala", "UG"},
    {"karachi", "PK"},     {"kathmandu", "NP"},   {"kenya", "KE"},       {"kenyan", "KE"},      {"kong", "HK"},
    {"kuwait", "KW"},      {"kuwaiti", "KW"},     {"lahore", "PK"},      {"lanka", "LK"},       {"lankan", "LK"},
    {"lebanese", "LB"},    {"lebanon", "LB"},     {"liberia", "LR"},     {"liberian", "LR"},    {"libya", "LY"},
    {"libyan", "LY"},      {"lusaka", "ZM"},      {"malawi", "MW"},      {"malawian", "MW"},    {"mali", "ML"},
    {"manila", "PH"},      {"mauritian", "MU"},   {"mauritius", "MU"},   {"mexican", "MX"},     {"mexico", "MX"},
    {"moroccan", "MA"},    {"morocco", "MA"},     {"mumbai", "IN"},      {"nairobi", "KE"},     {"namibia", "NA"},
    {"namibian", "NA"},    {"nepal", "NP"},       {"nepalese", "NP"},    {"nepali", "NP"},      {"niger", "NE"},
    {"norway", "NO"},      {"norwegian", "NO"},   {"oman", "OM"},        {"omani", "OM"},       {"pakistan", "PK"},
    {"pakistani", "PK"},   {"philippine", "PH"},  {"philippines", "PH"}, {"qatar", "QA"},       {"qatari", "QA"},
    {"rwanda", "RW"},      {"rwandan", "RW"},     {"saudi", "SA"},       {"senegal", "SN"},     {"senegalese", "SN"},
    {"serbia", "RS"},      {"serbian", "RS"},     {"seychelles", "SC"},  {"shanghai", "CN"},    {"singapore", "SG"},
    {"singaporean", "SG"}, {"somali", "SO"},      {"somalia", "SO"},     {"sudan", "SD"},       {"sudanese", "SD"},
    {"sweden", "SE"},      {"swedish", "SE"},     {"swiss", "CH"},       {"switzerland", "CH"}, {"sydney", "AU"},
    {"syria", "SY"},       {"syrian", "SY"},      {"taipei", "TW"},      {"taiwan", "TW"},      {"tanzania", "TZ"},
    {"tanzanian", "TZ"},   {"tehran", "IR"},      {"tobago", "TT"},      {"tokyo", "JP"},       {"toronto", "CA"},
    {"trinidad", "TT"},    {"tunisia", "TN"},     {"tunisian", "TN"},    {"u.s", "US"},         {"uae", "AE"},
    {"uganda", "UG"},      {"ugandan", "UG"},     {"uk", "GB"},          {"uruguay", "UY"},     {"uruguayan", "UY"},
    {"us", "US"},          {"yemen", "YE"},       {"yemeni", "YE"},      {"zambia", "ZM"},      {"zambian", "ZM"},
    {"zealand", "NZ"},     {"zimbabwe", "ZW"},    {"zimbabwean", "ZW"},
};

}  // namespace newsgloss::currency
