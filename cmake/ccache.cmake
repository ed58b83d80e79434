# ccache in front of the compiler, where there is one. With CMake's precompiled headers it caches
# nothing unless it may ignore the macros that a precompiled header fixes; the base folder makes
# objects of one checkout serve another.
find_program(PARALLAX_CCACHE ccache)
if(PARALLAX_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${PARALLAX_CCACHE})
endif()
