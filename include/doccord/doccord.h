/// @file
/// All of the library. Begin with doccord/analysis.h.
#pragma once

#include <doccord/analysis.h>
#include <doccord/discrepancy.h>
#include <doccord/document.h>
#include <doccord/entry.h>
#include <doccord/registry.h>
#include <doccord/result.h>
#include <doccord/version.h>
