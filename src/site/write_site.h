#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "site/site.h"

namespace doccord {

// What writing a site changed on disk.
struct WriteSummary {
  std::size_t written = 0;    // New or changed.
  std::size_t unchanged = 0;  // Stood there with the same bytes and were not touched.
  std::size_t removed = 0;    // Of the site that stood there before.
};

// Writes the site into a directory that does not exist, is empty, or holds a site that doccord
// wrote: such a one has the file `.doccord-site`, which lists what is in it. Each file is replaced
// in one step, so that a reader sees the old page or the new one. What the earlier site had and
// this one has not is removed; files that are not the site's are left alone, and an error when they
// are in the way. Nothing outside the directory is touched: symbolic links inside it are not
// followed.
//
// The list goes to the disk before what it lists is written, as losing it to a power cut would
// leave a directory that no later run takes for ours. The pages do not: syncing each takes longer
// than making all of them, nothing is lost that the documents do not hold, and the next run
// compares each file with what it is to be, and so replaces one that a power cut has emptied.
//
// Each file is made when its turn to be written has come, on as many threads as there are jobs.
// `tick` is told how far it is; it may be empty.
Result<WriteSummary> write_site(const SitePlan& plan, const std::string& directory,
                                const Tick& tick = {});

// The same for a site that is in memory.
Result<WriteSummary> write_site(const Site& site, const std::string& directory,
                                const Tick& tick = {});

}  // namespace doccord
