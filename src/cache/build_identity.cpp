#include "cache/build_identity.h"

#include <elf.h>
#include <link.h>
#include <sys/auxv.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "text/digest.h"

namespace doccord {
namespace {

constexpr std::string_view kNoteName("GNU\0", 4);

std::size_t aligned(std::size_t size, std::size_t alignment) {
  return (size + alignment - 1) / alignment * alignment;
}

// The build id among the notes of one segment; empty when there is none.
std::string id_in_notes(std::string_view notes, std::size_t alignment) {
  ElfW(Nhdr) head{};
  while (notes.size() >= sizeof head) {
    std::memcpy(&head, notes.data(), sizeof head);
    const std::size_t text_begin = aligned(sizeof head + head.n_namesz, alignment);
    const std::size_t end = aligned(text_begin + head.n_descsz, alignment);
    if (text_begin + head.n_descsz > notes.size()) return {};
    if (head.n_type == NT_GNU_BUILD_ID && notes.substr(sizeof head, head.n_namesz) == kNoteName) {
      return std::string(notes.substr(text_begin, head.n_descsz));
    }
    notes.remove_prefix(std::min(end, notes.size()));
  }
  return {};
}

std::string id_of_object(const dl_phdr_info& object) {
  for (std::size_t i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = object.dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    // Where the loader has put it.
    const auto* const begin = reinterpret_cast<const char*>(object.dlpi_addr + segment.p_vaddr);
    std::string id = id_in_notes({begin, segment.p_memsz}, segment.p_align == 8 ? 8 : 4);
    if (!id.empty()) return id;
  }
  return {};
}

int add_object(dl_phdr_info* object, std::size_t /*size*/, void* list) {
  // What the kernel lends every program tells the time and no more.
  if (object->dlpi_addr != 0 && object->dlpi_addr == getauxval(AT_SYSINFO_EHDR)) return 0;
  static_cast<std::vector<std::string>*>(list)->push_back(id_of_object(*object));
  return 0;
}

}  // namespace

std::string build_identity() {
  std::vector<std::string> ids;
  dl_iterate_phdr(add_object, &ids);
  std::sort(ids.begin(), ids.end());
  if (ids.empty() || ids.front().empty()) return {};
  std::string all;
  add_parts(all, ids);
  return digest(all);
}

}  // namespace doccord
