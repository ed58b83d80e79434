// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ingest/fetch.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <new>

#include "base/utf8.h"
#include "data/ingest/url.h"

namespace parallax::data {
namespace {

constexpr int mostRedirects = 5;

struct EasyDeleter {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiDeleter {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using Easy = std::unique_ptr<CURL, EasyDeleter>;
using Multi = std::unique_ptr<CURLM, MultiDeleter>;

struct Body {
    std::string bytes;
    std::size_t limit = 0;
    bool tooLarge = false;
};

std::size_t take(char* data, std::size_t, std::size_t count, void* target) {
    auto& body = *static_cast<Body*>(target);
    if (body.bytes.size() + count > body.limit) {
        body.tooLarge = true;
        return 0; // libcurl gives up
    }
    body.bytes.append(data, count);
    return count;
}

// One request. Its redirect, if any, is left to the caller, who checks where it leads.
class Transfer {
  public:
    Transfer(const std::string& url, std::size_t limit, const FetchTimeouts& timeouts)
        : m_url(url)
        , m_easy(curl_easy_init()) {
        if (!m_easy)
            throw std::bad_alloc();
        m_body.limit = limit;
        CURL* easy = m_easy.get();
        curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
        curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
        curl_easy_setopt(easy, CURLOPT_USERAGENT, "Parallax/" PARALLAX_VERSION);
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, ""); // whatever libcurl can unpack
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, static_cast<long>(timeouts.connectSeconds));
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
        curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(timeouts.stallSeconds));
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &m_body);
        curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_reason.data());
    }

    void run(CURLM* multi, const std::stop_token& stop, const ProgressCallback& progress) {
        curl_multi_add_handle(multi, m_easy.get());
        struct Removal {
            CURLM* multi;
            CURL* easy;
            ~Removal() { curl_multi_remove_handle(multi, easy); }
        } const removal{multi, m_easy.get()};
        const std::stop_callback wake(stop, [multi] { curl_multi_wakeup(multi); });
        int running = 1;
        std::size_t told = 0;
        while (running > 0) {
            if (curl_multi_perform(multi, &running) != CURLM_OK)
                throw Error(ErrorCode::FetchFailed, {m_url, "libcurl"});
            throwIfStopped(stop);
            if (progress && m_body.bytes.size() >= told + (256U << 10)) {
                told = m_body.bytes.size();
                progress({static_cast<std::int64_t>(told), expected(), m_url});
            }
            if (running > 0)
                curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
        }
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left))
            if (message->msg == CURLMSG_DONE)
                finish(message->data.result);
    }

    std::string redirect() const { return text(CURLINFO_REDIRECT_URL); }
    std::string contentType() const { return text(CURLINFO_CONTENT_TYPE); }
    long status() const {
        long code = 0;
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &code);
        return code;
    }
    std::string takeBytes() { return std::move(m_body.bytes); }

  private:
    std::string text(CURLINFO which) const {
        const char* value = nullptr;
        return curl_easy_getinfo(m_easy.get(), which, &value) == CURLE_OK && value ? repairUtf8(value)
                                                                                   : std::string();
    }
    std::int64_t expected() const {
        curl_off_t length = -1;
        curl_easy_getinfo(m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
        return length > 0 ? length : 0;
    }
    void finish(CURLcode result) {
        if (result == CURLE_OK)
            return;
        if (m_body.tooLarge)
            throw Error(ErrorCode::FetchRefused,
                        {m_url, "more than " + std::to_string(m_body.limit) + " bytes"});
        if (result == CURLE_UNSUPPORTED_PROTOCOL || result == CURLE_URL_MALFORMAT ||
            result == CURLE_LOGIN_DENIED)
            throw Error(ErrorCode::FetchRefused, {m_url, curl_easy_strerror(result)});
        const std::string reason = m_reason[0] ? repairUtf8(m_reason.data()) : curl_easy_strerror(result);
        throw Error(ErrorCode::FetchFailed, {m_url, reason});
    }

    std::string m_url;
    Body m_body;
    std::array<char, CURL_ERROR_SIZE> m_reason{};
    Easy m_easy; // last: it points into the others
};

} // namespace

Fetched fetchUrl(const std::string& url, std::size_t limit, const std::stop_token& stop,
                 const ProgressCallback& progress, const FetchTimeouts& timeouts) {
    static const bool initialised = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!initialised)
        throw Error(ErrorCode::FetchFailed, {url, "libcurl"});
    throwIfStopped(stop);
    std::string address(trim(url));
    if (!isHttpUrl(address))
        throw Error(ErrorCode::FetchRefused, {url, "only http and https addresses are fetched"});
    address = percentEncodedUrl(address);
    const Multi multi(curl_multi_init());
    if (!multi)
        throw std::bad_alloc();
    for (int redirects = 0;; ++redirects) {
        Transfer transfer(address, limit, timeouts);
        transfer.run(multi.get(), stop, progress);
        const std::string next = transfer.redirect();
        if (next.empty()) {
            if (transfer.status() >= 300)
                throw Error(ErrorCode::FetchFailed, {address, "HTTP " + std::to_string(transfer.status())});
            return {transfer.takeBytes(), address, transfer.contentType()};
        }
        const auto isSecure = [](const std::string& one) {
            return one.size() > 5 && (one[4] == 's' || one[4] == 'S');
        };
        if (redirects == mostRedirects)
            throw Error(ErrorCode::FetchRefused, {url, "more than 5 redirects"});
        if (!isHttpUrl(next))
            throw Error(ErrorCode::FetchRefused, {url, "redirect to " + next});
        if (isSecure(address) && !isSecure(next))
            throw Error(ErrorCode::FetchRefused, {url, "redirect from https to " + next});
        address = next;
    }
}

} // namespace parallax::data
