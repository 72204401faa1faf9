// Uses the installed library as its README says, and fails when it does not read what it should.
#include <cstdio>

#include "annotate/annotator.h"
#include "article/plain_text.h"
#include "tagger/rule_tagger.h"

int main() {
  newsgloss::Annotator annotator(newsgloss::make_rule_tagger());
  const newsgloss::Annotations annotations = annotator.annotate(newsgloss::parse_plain_text(
      "Ministers meet in Nairobi\nNAIROBI, Kenya - Finance Minister Amina Wekesa said the budget had grown.\n",
      "sample"));
  const bool read = annotations.quotes.size() == 1 && annotations.quotes[0].speakers.size() == 1 &&
                    annotations.entities[annotations.quotes[0].speakers[0]].name == "Amina Wekesa";
  std::puts(read ? "consumer: the installed library reads who said what" : "consumer: FAILED");
  return read ? 0 : 1;
}
