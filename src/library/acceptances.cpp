#include "library/acceptances.h"

#include <cstddef>
#include <filesystem>
#include <utility>

#include "accept/accept.h"
#include "load/load.h"

namespace doccord {

namespace fs = std::filesystem;

Gathered<AcceptanceBook> read_acceptances(const std::string& config_path) {
  if (config_path.empty()) return AcceptanceBook{};
  AcceptanceBook book;
  book.path = (fs::path(config_path).parent_path() / kAcceptanceFileName).string();
  // Only a file that is not there holds nothing: taken for empty, one that cannot be looked at
  // would be written anew without the decisions in it.
  std::error_code ignored;
  if (fs::status(book.path, ignored).type() == fs::file_type::not_found) return book;
  auto text = read_file(book.path, kMostDocumentBytes);
  if (!text) return tl::unexpected(std::vector<Error>{text.error()});
  book.text = std::move(*text);
  auto entries = parse_acceptances(book.path, book.text);
  if (!entries) return tl::unexpected(entries.error());
  book.entries = std::move(*entries);
  return book;
}

void apply_acceptances(Results& results, const AcceptanceBook& book, const std::string& today) {
  if (book.entries.empty()) return;
  Source file;
  file.id = kAcceptanceFileName;
  file.title = file.id;
  file.path = book.path;
  file.text = book.text;
  const std::size_t place = results.sources.sources.size();
  results.sources.sources.push_back(std::move(file));
  results.discrepancies = accept(std::move(results.discrepancies),
                                 {results.registry, book.entries, today, place, book.text});
  // What became of acceptances that name a document which is not there cannot be told.
  if (results.sources.left_out.empty()) return;
  std::erase_if(results.discrepancies, [](const Discrepancy& each) {
    return each.code == "DC901" || each.code == "DC902" || each.code == "DC904";
  });
}

}  // namespace doccord
