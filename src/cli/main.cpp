#include <fstream>
#include <iostream>
#include <iterator>

#include "annotate/annotator.h"
#include "article/plain_text.h"
#include "output/json.h"
#include "tagger/rule_tagger.h"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  std::ifstream in(argv[argc - 1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  newsgloss::Annotator annotator(newsgloss::make_rule_tagger());
  std::cout << newsgloss::to_json(annotator.annotate(newsgloss::parse_plain_text(text, argv[argc - 1]))) << '\n';
}
