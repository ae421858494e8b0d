# What `cmake --install` puts where, and the Debian package of it (`cpack` in the build folder).
set(data_folder ${CMAKE_INSTALL_DATADIR}/sopconv)

# Debian wants its manual pages compressed, without a time stamp.
set(manual ${PROJECT_BINARY_DIR}/sopconv.1.gz)
add_custom_command(OUTPUT ${manual} COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/app/sopconv.1 > ${manual}
                   DEPENDS ${PROJECT_SOURCE_DIR}/app/sopconv.1 VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual})

install(TARGETS sopconv)
install(TARGETS sopconv-supervisor DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/sopconv)
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES app/sopconv.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME sopconv)
install(FILES app/sopconv.service app/sopconv.timer app/sopconv.path DESTINATION lib/systemd/system)
# The user and the folders of the units.
install(FILES app/sysusers.conf DESTINATION lib/sysusers.d RENAME sopconv.conf)
install(FILES app/tmpfiles.conf DESTINATION lib/tmpfiles.d RENAME sopconv.conf)
# /etc of a package that has /usr for its prefix.
install(FILES app/sopconv.toml DESTINATION ../etc/sopconv)
install(DIRECTORY extract/templates DESTINATION ${data_folder} FILES_MATCHING PATTERN "*.yaml")
install(FILES normalize/taxonomie.yaml export/sop-record.schema.json DESTINATION ${data_folder})
install(FILES README.md CHANGELOG.md app/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Het sopconv-project <sopconv@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Poppler reads Chinese, Japanese and Korean fonts that are not embedded with its tables; all else goes without.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-data)
# Line ends of PDFs are judged by its word list.
set(CPACK_DEBIAN_PACKAGE_DEPENDS hunspell-nl)
# What the administrator wrote there outlives a new version of the package.
file(WRITE ${PROJECT_BINARY_DIR}/conffiles "/etc/sopconv/sopconv.toml\n")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/conffiles ${PROJECT_SOURCE_DIR}/app/postinst)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "converter from Dutch school support profiles to JSON")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Reads school support profiles (schoolondersteuningsprofielen) that schools
filled in with a word processor, and gives one JSON record for each document,
with the place in the document that every value came from.
.
Zet schoolondersteuningsprofielen van scholen om in gestructureerde gegevens:
per document een record in JSON, met bij elke waarde de plaats in het document
waar die vandaan komt.")
include(CPack)
