# Writes OUTPUT, a C++ file that holds each of FILES (relative to ROOT) as a string literal.
# The program reads them through HEADER, which declares FUNCTION.
set(code "#include \"${HEADER}\"\n\nnamespace doccord {\n\n")
string(APPEND code "std::span<const EmbeddedFile> ${FUNCTION}() {\n  static constexpr EmbeddedFile kFiles[] = {\n")
foreach(name IN LISTS FILES)
  file(SIZE "${ROOT}/${name}" size)
  file(READ "${ROOT}/${name}" hex HEX)
  # Octal escapes would be shorter, but hexadecimal bytes in a char array keep any content intact.
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
  string(APPEND code "      {\"${name}\", {\"${bytes}\", ${size}}},\n")
endforeach()
string(APPEND code "  };\n  return kFiles;\n}\n\n}  // namespace doccord\n")
file(WRITE "${OUTPUT}" "${code}")
