# parallax_embed(TARGET PREFIX dir FILES …): puts files into the program; read them back with
# parallax::resource("sql/library/001_base.sql"). The assembler's .incbin copies the bytes, so a large demo
# library costs no compile time.
function(parallax_embed target)
  cmake_parse_arguments(ARG "" "ROOT" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_resources.cpp)
  set(body "#include \"base/resource.h\"\n#include \"base/resource_table.h\"\n")
  set(table "")
  set(index 0)
  foreach(file ${ARG_FILES})
    file(RELATIVE_PATH name ${ARG_ROOT} ${file})
    string(APPEND body "asm(\".section .rodata\\n.balign 16\\nparallax_res_${index}:\\n.incbin \\\"${file}\\\"\\nparallax_res_${index}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char parallax_res_${index}[] __attribute__((visibility(\"hidden\")));\n"
      "extern \"C\" const char parallax_res_${index}_end[] __attribute__((visibility(\"hidden\")));\n")
    string(APPEND table "    {\"${name}\", parallax_res_${index}, parallax_res_${index}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT "${body}\nnamespace parallax {\nconst EmbeddedResource embeddedResources[] = {\n${table}};\nconst std::size_t embeddedResourceCount = ${index};\n} // namespace parallax\n")
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${ARG_FILES}" SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${out})
endfunction()
