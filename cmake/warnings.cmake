# Warnings for our own code. Imported targets put their headers on the system path, so they stay quiet.
add_library(parallax_options INTERFACE)
target_compile_options(parallax_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Werror)
target_include_directories(parallax_options INTERFACE ${CMAKE_SOURCE_DIR})
