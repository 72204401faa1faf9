// Units of measure as newspapers print them → one symbol each: SI and the symbols in common use beside it.
#pragma once

#include <string_view>

namespace newsgloss {

enum class UnitForm : unsigned char {
  word,   // stands after white space, a hyphen or glued: "3 kilometres", "3-km", "3km"
  glued,  // only glued to digits: "30C", "5g"
  exact,  // case matters: MW, not mw
};

struct Unit {
  std::string_view text;
  std::string_view symbol;
  UnitForm form = UnitForm::word;
};

inline constexpr Unit units[] = {
    {"km", "km"},
    {"kms", "km"},
    {"kilometre", "km"},
    {"kilometres", "km"},
    {"kilometer", "km"},
    {"kilometers", "km"},
    {"metre", "m"},
    {"metres", "m"},
    {"meter", "m"},
    {"meters", "m"},
    {"cm", "cm"},
    {"centimetre", "cm"},
    {"centimetres", "cm"},
    {"centimeter", "cm"},
    {"centimeters", "cm"},
    {"mm", "mm"},
    {"millimetre", "mm"},
    {"millimetres", "mm"},
    {"millimeter", "mm"},
    {"millimeters", "mm"},
    {"mile", "mi"},
    {"miles", "mi"},
    {"yard", "yd"},
    {"yards", "yd"},
    {"foot", "ft"},
    {"feet", "ft"},
    {"ft", "ft"},
    {"inch", "in"},
    {"inches", "in"},
    {"hectare", "ha"},
    {"hectares", "ha"},
    {"ha", "ha"},
    {"acre", "acre"},
    {"acres", "acre"},
    {"sqm", "m2"},
    {"kg", "kg"},
    {"kgs", "kg"},
    {"kilo", "kg"},
    {"kilos", "kg"},
    {"kilogram", "kg"},
    {"kilograms", "kg"},
    {"kilogramme", "kg"},
    {"kilogrammes", "kg"},
    {"gram", "g"},
    {"grams", "g"},
    {"grammes", "g"},
    {"milligrams", "mg"},
    {"mg", "mg"},
    {"tonne", "t"},
    {"tonnes", "t"},
    {"ton", "ton"},
    {"tons", "ton"},
    {"mt", "t", UnitForm::glued},
    {"pound", "lb"},
    {"pounds", "lb"},
    {"lb", "lb"},
    {"lbs", "lb"},
    {"ounce", "oz"},
    {"ounces", "oz"},
    {"oz", "oz"},
    {"litre", "L"},
    {"litres", "L"},
    {"liter", "L"},
    {"liters", "L"},
    {"ml", "mL"},
    {"millilitres", "mL"},
    {"gallon", "gal"},
    {"gallons", "gal"},
    {"barrel", "bbl"},
    {"barrels", "bbl"},
    {"bushels", "bushel"},
    {"MW", "MW", UnitForm::exact},
    {"megawatt", "MW"},
    {"megawatts", "MW"},
    {"GW", "GW", UnitForm::exact},
    {"gigawatt", "GW"},
    {"gigawatts", "GW"},
    {"kW", "kW", UnitForm::exact},
    {"KW", "kW", UnitForm::exact},
    {"kilowatt", "kW"},
    {"kilowatts", "kW"},
    {"watts", "W"},
    {"kWh", "kWh", UnitForm::exact},
    {"MWh", "MWh", UnitForm::exact},
    {"GWh", "GWh", UnitForm::exact},
    {"TWh", "TWh", UnitForm::exact},
    {"volts", "V"},
    {"mph", "mi/h"},
    {"kmh", "km/h"},
    {"kph", "km/h"},
    {"kmph", "km/h"},
    {"knots", "kn"},
    {"hertz", "Hz"},
    {"MHz", "MHz", UnitForm::exact},
    {"GHz", "GHz", UnitForm::exact},
    {"GB", "GB", UnitForm::exact},
    {"TB", "TB", UnitForm::exact},
    {"MB", "MB", UnitForm::exact},
    {"gigabytes", "GB"},
    {"terabytes", "TB"},
    {"megabytes", "MB"},
    {"Mbps", "Mbit/s"},
    {"C",
     "\xC2\xB0"
     "C",
     UnitForm::glued},
    {"g", "g", UnitForm::glued},
    {"celsius",
     "\xC2\xB0"
     "C"},
    {"fahrenheit",
     "\xC2\xB0"
     "F"},
    {"calories", "cal"},
    {"second", "s"},
    {"seconds", "s"},
    {"secs", "s"},
    {"minute", "min"},
    {"minutes", "min"},
    {"mins", "min"},
    {"hour", "h"},
    {"hours", "h"},
    {"hrs", "h"},
    {"hr", "h"},
    {"day", "day"},
    {"days", "day"},
    {"week", "week"},
    {"weeks", "week"},
    {"fortnight", "fortnight"},
    {"month", "month"},
    {"months", "month"},
    {"year", "year"},
    {"years", "year"},
    {"yrs", "year"},
    {"yr", "year"},
    {"decade", "decade"},
    {"decades", "decade"},
    {"centuries", "century"},
    {"century", "century"},
};

// "square kilometres" → km2, "cubic metres" → m3
struct Power {
  std::string_view text;
  std::string_view suffix;
};
inline constexpr Power powers[] = {{"square", "2"}, {"sq", "2"}, {"cubic", "3"}, {"cu", "3"}};

}  // namespace newsgloss
