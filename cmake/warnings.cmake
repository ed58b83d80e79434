# Warnings for our own code. Imported targets put their headers on the system path, so they stay quiet.
add_library(parallax_options INTERFACE)
# nvcc has words of its own for these; what it compiles is compiled for the host with them, too.
set(not_cuda "$<NOT:$<COMPILE_LANGUAGE:CUDA>>")
target_compile_options(parallax_options INTERFACE
  $<${not_cuda}:-Wall> $<${not_cuda}:-Wextra> $<${not_cuda}:-Wconversion> $<${not_cuda}:-Wnon-virtual-dtor>
)
# The engine alone is built by whatever compiler a machine with a card has: what that one warns of is said, and ends nothing.
if(NOT PARALLAX_ENGINE_ONLY)
  target_compile_options(parallax_options INTERFACE $<${not_cuda}:-Werror>)
endif()
if(PARALLAX_UNITY)
  # What a group makes of its files' private names is no fault of theirs.
  target_compile_options(parallax_options INTERFACE $<${not_cuda}:-Wno-subobject-linkage>)
else()
  target_compile_options(parallax_options INTERFACE $<${not_cuda}:-Wshadow>)
endif()
target_include_directories(parallax_options INTERFACE ${CMAKE_SOURCE_DIR})

# At -O3 GCC 12 inlines std::string's and std::vector's copies and then warns of sizes that no call can have: false
# positives in the standard library's own headers (GCC bugs 105329 and 105651), pages of them. The everyday build keeps
# every one an error.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  foreach(warning stringop-overread stringop-overflow array-bounds restrict maybe-uninitialized)
    target_compile_options(parallax_options INTERFACE $<$<AND:$<CONFIG:Release>,${not_cuda}>:-Wno-${warning}>)
  endforeach()
endif()
