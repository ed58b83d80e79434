# The model engine on NVIDIA cards: built where a toolkit is found, never required. The same files are also compiled
# for the host, over sim/, so that any machine can test them. Everyday builds compile for one kind of card: docs/gpu.md
# says what that costs.
option(PARALLAX_CUDA "Build the engine for NVIDIA cards where a CUDA toolkit is found" ON)

set(cuda_host_sources inference/cuda/backend.cpp inference/cuda/batch_mirror.cpp inference/cuda/memory_probe.cpp
  inference/cuda/weight.cpp)

# ---- for the host: what tests link ----
file(GLOB on_host_sources CONFIGURE_DEPENDS inference/sim/*.cpp)
add_library(parallax_sim STATIC ${cuda_host_sources} ${on_host_sources})
target_link_libraries(parallax_sim PUBLIC parallax_inference)
target_compile_definitions(parallax_sim PRIVATE PARALLAX_ON_HOST)
target_compile_options(parallax_sim PRIVATE -O2 -ffp-contract=off -Wno-unknown-pragmas)
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
  set_property(SOURCE inference/sim/fibres.cpp PROPERTY COMPILE_OPTIONS -fno-sanitize=thread)
  set_property(SOURCE inference/sim/fibres.cpp PROPERTY COMPILE_DEFINITIONS PARALLAX_TSAN)
endif()

# What CPU and card compute, held against each other: for tests and for parallax_gpu_check.
file(GLOB parity_sources CONFIGURE_DEPENDS inference/cuda/parity/*.cpp)
add_library(parallax_parity STATIC ${parity_sources})
target_link_libraries(parallax_parity PUBLIC parallax_inference)

# ---- for cards ----
set(PARALLAX_HAS_CUDA OFF)
# Nothing of a card is seen by a sanitizer, and this machine's toolkit is for this machine's kind.
if(PARALLAX_CUDA AND NOT CMAKE_CROSSCOMPILING AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  include(CheckLanguage)
  if(NOT CMAKE_CUDA_COMPILER)
    find_program(PARALLAX_NVCC nvcc HINTS /usr/local/cuda/bin)
    if(PARALLAX_NVCC)
      set(ENV{CUDACXX} ${PARALLAX_NVCC})
    endif()
    check_language(CUDA) # in a project of its own: a toolkit that is broken or does not fit the compiler counts as none
  endif()
  if(CMAKE_CUDA_COMPILER)
    # One kind of card in everyday builds, to save time; what users get runs on all.
    set(architectures 90a)
    if(CMAKE_BUILD_TYPE STREQUAL "Release")
      set(architectures 80 89 90a 100 120)
    endif()
    set(PARALLAX_CUDA_ARCHITECTURES "${architectures}" CACHE STRING "Kinds of cards to compile for")
    set(CMAKE_CUDA_ARCHITECTURES ${PARALLAX_CUDA_ARCHITECTURES})
    enable_language(CUDA)
    if(NOT CMAKE_CUDA20_STANDARD_COMPILE_OPTION) # CMake 3.25 does not know that nvcc has it
      set(CMAKE_CUDA20_STANDARD_COMPILE_OPTION -std=c++20)
      set(CMAKE_CUDA20_EXTENSION_COMPILE_OPTION -std=c++20)
    endif()
    if(CMAKE_CUDA_COMPILER_VERSION VERSION_LESS 12.3)
      message(STATUS "CUDA ${CMAKE_CUDA_COMPILER_VERSION} is too old (12.3): the engine is built for the processor alone")
    else()
      set(PARALLAX_HAS_CUDA ON)
    endif()
  else()
    message(STATUS "no CUDA toolkit that can be used: the engine is built for the processor alone")
  endif()
endif()

if(PARALLAX_HAS_CUDA)
  if(CMAKE_CUDA_COMPILER_VERSION VERSION_LESS 12.8)
    list(FILTER CMAKE_CUDA_ARCHITECTURES EXCLUDE REGEX "^1[02]0")
  endif()
  message(STATUS "kernels for NVIDIA cards: CUDA ${CMAKE_CUDA_COMPILER_VERSION} for ${CMAKE_CUDA_ARCHITECTURES}")
  # ccache serves nvcc, too, with the same settings.
  if(NOT CMAKE_CUDA_COMPILER_LAUNCHER)
    set(CMAKE_CUDA_COMPILER_LAUNCHER bash ${CMAKE_SOURCE_DIR}/cmake/ptxas_figures.sh ${CMAKE_CXX_COMPILER_LAUNCHER})
  endif()
  file(GLOB cuda_sources CONFIGURE_DEPENDS inference/cuda/*.cu)
  add_library(parallax_cuda STATIC ${cuda_sources} ${cuda_host_sources})
  target_link_libraries(parallax_cuda PUBLIC parallax_inference)
  # Sums are rounded as they are written: no a*b+c that nobody asked for.
  target_compile_options(parallax_cuda PRIVATE
    $<$<COMPILE_LANGUAGE:CUDA>:-O3 -fmad=false --expt-relaxed-constexpr -Xptxas=-v>)
  # Named, since programs of other folders are linked without knowing the language.
  set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)
  find_package(CUDAToolkit REQUIRED)
  target_link_libraries(parallax_cuda PUBLIC CUDA::cudart_static)
  # The runtime is part of the program, which then starts on machines without a driver and says so.
  set_target_properties(parallax_cuda PROPERTIES CUDA_STANDARD 20 CUDA_RUNTIME_LIBRARY Static)
  target_compile_definitions(parallax_inference PRIVATE PARALLAX_HAS_CUDA)
  target_link_libraries(parallax_inference PRIVATE parallax_cuda)

  # Measuring a card: for scripts/gpu, which builds the engine alone.
  if(PARALLAX_ENGINE_ONLY)
    foreach(probe read_bandwidth stages packed_stream latencies)
      add_executable(probe_${probe} inference/bench/${probe}.cu)
      target_include_directories(probe_${probe} PRIVATE ${CMAKE_SOURCE_DIR})
      target_compile_options(probe_${probe} PRIVATE -O3 --expt-relaxed-constexpr)
      set_target_properties(probe_${probe} PROPERTIES CUDA_STANDARD 20 CUDA_RUNTIME_LIBRARY Static
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
    endforeach()
    add_executable(parallax_gpu_bench inference/bench/gpu_bench.cpp)
    target_link_libraries(parallax_gpu_bench PRIVATE parallax_inference)
    set_target_properties(parallax_gpu_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
  endif()
endif()
