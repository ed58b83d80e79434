# Files compiled some together: half of a file's time goes into instantiating again what its neighbours did. For a
# first build (scripts/test and scripts/run ask for it); whoever changes files is quicker without. Names in
# unnamed namespaces must then differ within a group.
option(PARALLAX_UNITY "Compile the libraries' files in groups" OFF)
function(parallax_unity target files)
  if(PARALLAX_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${files})
  endif()
endfunction()
