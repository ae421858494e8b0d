#include "app/report_files.h"

#include "app/file.h"
#include "export/report_page.h"

namespace sop {

namespace fs = std::filesystem;

fs::path report_file(const fs::path& folder, std::string_view stem, std::string_view extension) {
    return folder / (std::string(stem) + std::string(extension));
}

fs::path write_report_files(const fs::path& folder, std::string_view stem, const RunReport& report) {
    fs::path page = report_file(folder, stem, ".html");
    write_file(page, write_report_page(report));
    write_file(report_file(folder, stem, ".json"), write_report(report));
    return page;
}

}  // namespace sop
