# Files compiled some together: half of a file's time goes into instantiating again what its neighbours did. For a
# first build (scripts/test and scripts/run ask for it); whoever changes files is quicker without. A group holds files
# of one folder, at most so many, so that a new file moves no other folder's. Names in unnamed namespaces of a folder
# must differ; files with SKIP_UNITY_BUILD_INCLUSION are left out.
option(PARALLAX_UNITY "Compile the libraries' files in groups" OFF)
function(parallax_unity target most)
  if(NOT PARALLAX_UNITY)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(sources ${target} SOURCES)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  set(folders "")
  foreach(source ${sources})
    get_filename_component(path ${source} ABSOLUTE)
    get_filename_component(folder ${path} DIRECTORY)
    file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${folder}) # wherever the project lies, for the compiler's cache
    string(MAKE_C_IDENTIFIER ${folder} folder)
    list(APPEND folders ${folder})
    list(APPEND files_${folder} ${source})
  endforeach()
  list(REMOVE_DUPLICATES folders)
  foreach(folder ${folders})
    list(LENGTH files_${folder} count)
    math(EXPR groups "(${count} + ${most} - 1) / ${most}")
    set(at 0)
    foreach(source ${files_${folder}})
      math(EXPR group "${at} * ${groups} / ${count}") # of nearly the same size
      set_property(SOURCE ${source} PROPERTY UNITY_GROUP ${folder}_${group})
      math(EXPR at "${at} + 1")
    endforeach()
  endforeach()
endfunction()
