# Run by cpack once the files of all packages stand in its own directory, a folder for each component: adds what
# Debian's policy asks for, and gives every file the time of SOURCE_DATE_EPOCH, when that is set.
cmake_minimum_required(VERSION 3.25)
set(packages_program doccord)
set(packages_development libdoccord-dev)
foreach(component program development)
  set(root ${CPACK_TEMPORARY_DIRECTORY}/${component})
  set(documents ${root}/usr/share/doc/${packages_${component}})
  file(MAKE_DIRECTORY ${documents})
  configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright ${documents}/copyright COPYONLY)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog ${documents}/changelog COPYONLY)
  file(GLOB compressed ${documents}/changelog ${documents}/CHANGELOG.md ${root}/usr/share/man/man*/*)
  execute_process(COMMAND gzip -9nf ${compressed} COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND chmod -R u=rwX,go=rX ${root} COMMAND_ERROR_IS_FATAL ANY)
  if(DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND find ${root} -exec touch -h -d @$ENV{SOURCE_DATE_EPOCH} {} +
                    COMMAND_ERROR_IS_FATAL ANY)
  endif()
endforeach()
