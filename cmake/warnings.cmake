# Warnings for our own code. Imported targets put their headers on the system path, so they stay quiet.
add_library(parallax_options INTERFACE)
target_compile_options(parallax_options INTERFACE -Wall -Wextra -Wconversion -Wnon-virtual-dtor -Werror)
if(PARALLAX_UNITY)
  # What a group makes of its files' private names is no fault of theirs.
  target_compile_options(parallax_options INTERFACE -Wno-subobject-linkage)
else()
  target_compile_options(parallax_options INTERFACE -Wshadow)
endif()
target_include_directories(parallax_options INTERFACE ${CMAKE_SOURCE_DIR})

# At -O3 GCC 12 inlines std::string's and std::vector's copies and then warns of sizes that no call can have:
# false positives in the standard library's own headers. They stay visible
# as warnings; only optimised GCC builds may not fail on them. The everyday build keeps every one an error.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  foreach(warning stringop-overread stringop-overflow array-bounds restrict maybe-uninitialized)
    target_compile_options(parallax_options INTERFACE $<$<CONFIG:Release>:-Wno-error=${warning}>)
  endforeach()
endif()
