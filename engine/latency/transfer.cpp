// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/latency/transfer.h"

#include <openssl/ssl.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <new>
#include <span>
#include <utility>

#include "base/utf8.h"
#include "engine/latency/failure.h"
#include "engine/latency/metrics.h"
#include "engine/latency/secret.h"

namespace parallax::latency {
namespace {

using data::never;
using data::Outcome;
using data::RunTime;

constexpr std::size_t shown = 2 << 10;       // of the stream's beginning and end
constexpr std::size_t mostBytes = 32U << 20; // of a body, whatever its events are
constexpr std::size_t mostError = 1 << 20;   // of a body that is read as one error
constexpr std::size_t mostWords = 500;       // of a header or of what a provider says
constexpr std::size_t mostName = 200;
constexpr RunTime graceAfterEnd = 2'000'000'000;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string infoText(CURL* easy, CURLINFO which) {
    const char* value = nullptr;
    return curl_easy_getinfo(easy, which, &value) == CURLE_OK && value != nullptr ? value : "";
}

long infoNumber(CURL* easy, CURLINFO which) {
    long value = 0;
    curl_easy_getinfo(easy, which, &value);
    return value;
}

// This machine by name or number.
bool isLoopback(const std::string& address) {
    CURLU* const url = curl_url();
    char* host = nullptr;
    const bool known = url != nullptr && curl_url_set(url, CURLUPART_URL, address.c_str(), 0) == CURLUE_OK &&
                       curl_url_get(url, CURLUPART_HOST, &host, 0) == CURLUE_OK;
    const std::string name = known ? lower(host) : std::string();
    curl_free(host);
    curl_url_cleanup(url);
    return name == "localhost" || name == "[::1]" || name.starts_with("127.");
}

Failure closedBeforeAnswer() {
    return {Outcome::Provider, "closed", "the connection was closed before an answer came"};
}

} // namespace

Client::Transfer::Transfer(Submission submission, const RunClock& clock, const ClientOptions& options,
                           CURLSH* share, const RunTime& wake, Unparsed& unparsed)
    : m_clock(clock)
    , m_options(options)
    , m_wake(wake)
    , m_unparsed(unparsed)
    , m_submission(std::move(submission))
    , m_reader(*m_submission.provider)
    , m_easy(curl_easy_init()) {
    if (m_easy == nullptr)
        throw std::bad_alloc();
    m_attempt.endpoint = m_submission.endpoint;
    m_attempt.sequence = m_submission.sequence;
    m_attempt.time.scheduled = m_submission.scheduled;
    m_attempt.wallClock = wallClock();
    configure(options, share);
    m_attempt.time.submitted = m_clock.now();
    m_lastByte = m_attempt.time.submitted;
    if (m_submission.live != nullptr)
        m_liveRequest = m_submission.live->begin(m_attempt.time.submitted);
}

Client::Transfer::~Transfer() {
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_headers);
    curl_slist_free_all(m_resolve);
}

void Client::Transfer::configure(const ClientOptions& options, CURLSH* share) {
    const HttpRequest& request = m_submission.request;
    for (const auto& [name, value] : request.headers) {
        std::string line = name;
        line.append(": ").append(value);
        std::erase_if(line, [](unsigned char c) { return c < 0x20; }); // no second header in a value
        m_headers = curl_slist_append(m_headers, line.c_str());
    }
    m_headers = curl_slist_append(m_headers, "Expect:"); // never wait for a 100
    m_headers = curl_slist_append(m_headers, "Accept: */*");
    for (const std::string& entry : options.resolve)
        m_resolve = curl_slist_append(m_resolve, entry.c_str());
    const auto set = [this](CURLoption option, auto value) { curl_easy_setopt(m_easy, option, value); };
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L); // a key in a header of its own would be sent on
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!options.trustedCertificates.empty())
        set(CURLOPT_CAINFO, options.trustedCertificates.c_str());
    set(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE)); // a proxy gets none of ours
    set(CURLOPT_HTTP_VERSION,
        options.http2 ? static_cast<long>(CURL_HTTP_VERSION_2TLS) : static_cast<long>(CURL_HTTP_VERSION_1_1));
    if (isLoopback(request.url)) // whatever proxy the environment names: it could not reach this machine
        set(CURLOPT_NOPROXY, "*");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "Parallax");
    set(CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeoutMs);
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDS, request.body.c_str());
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_HTTPHEADER, m_headers);
    set(CURLOPT_RESOLVE, m_resolve);
    set(CURLOPT_SHARE, share);
    if (options.connections != ConnectionPolicy::Warm) {
        set(CURLOPT_FRESH_CONNECT, 1L);
        set(CURLOPT_FORBID_REUSE, 1L);
        set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);
    }
    set(CURLOPT_SSL_SESSIONID_CACHE, options.connections == ConnectionPolicy::Cold ? 0L : 1L);
    set(CURLOPT_ERRORBUFFER, m_reason.data());
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onBody);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_PREREQFUNCTION, &Transfer::onReady);
    set(CURLOPT_PREREQDATA, this);
    set(CURLOPT_PRIVATE, this);
}

// The time first, before anything else is done.
RunTime Client::Transfer::stamp() {
    const RunTime now = m_clock.now();
    m_attempt.loopLag = std::max(m_attempt.loopLag, now - m_wake);
    m_lastByte = now;
    return now;
}

// Called before each time that a request is sent. Where a kept connection ends before the answer's first
// byte, libcurl would send it anew over another one: that is nobody's attempt.
int Client::Transfer::onReady(void* self, char*, char*, int, int) {
    auto& transfer = *static_cast<Transfer*>(self);
    if (transfer.m_attempt.time.ready != never) {
        transfer.m_given = closedBeforeAnswer();
        return CURL_PREREQFUNC_ABORT;
    }
    transfer.m_attempt.time.ready = transfer.m_clock.now();
    // Bodies are small; libcurl tells the end of sending only from 8.10 on.
    transfer.m_attempt.time.sent = transfer.m_attempt.time.ready;
    transfer.noteConnection();
    return CURL_PREREQFUNC_OK;
}

void Client::Transfer::noteConnection() {
    if (infoNumber(m_easy, CURLINFO_NUM_CONNECTS) == 0) {
        m_attempt.connection = data::ConnectionKind::Warm;
        return;
    }
    const curl_tlssessioninfo* session = nullptr;
    const bool resumed = curl_easy_getinfo(m_easy, CURLINFO_TLS_SSL_PTR, &session) == CURLE_OK &&
                         session != nullptr && session->internals != nullptr &&
                         SSL_session_reused(static_cast<SSL*>(session->internals)) == 1;
    m_attempt.connection = resumed ? data::ConnectionKind::TlsResumed : data::ConnectionKind::Cold;
}

std::size_t Client::Transfer::onHeader(char* data, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    const RunTime now = transfer.stamp();
    if (transfer.m_attempt.time.header == never)
        transfer.m_attempt.time.header = now;
    transfer.header({data, count});
    return count;
}

void Client::Transfer::header(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return;
    const std::string name = lower(line.substr(0, colon));
    const std::string value(trim(line.substr(colon + 1)));
    if (name == "content-type")
        m_contentType = lower(value);
    if (name == "content-encoding")
        m_contentEncoding = lower(value);
    if (isKeptHeader(name) && m_attempt.headers.size() < 64)
        m_attempt.headers.emplace_back(kept(name, mostWords), kept(value, mostWords));
}

std::size_t Client::Transfer::onBody(char* data, std::size_t, std::size_t count, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    const RunTime now = transfer.stamp();
    if (transfer.m_attempt.time.firstByte == never)
        transfer.m_attempt.time.firstByte = now;
    if (transfer.m_bytes.size() + count > mostBytes) {
        transfer.m_given = {Outcome::Provider, "too-large", {}};
        return 0;
    }
    transfer.m_pieces.push_back({now, count});
    transfer.m_bytes.append(data, count);
    transfer.m_unparsed.owners.push_back(transfer.m_easy);
    transfer.m_unparsed.bytes += count;
    return count;
}

bool Client::Transfer::isStream() const {
    return infoNumber(m_easy, CURLINFO_RESPONSE_CODE) == 200 &&
           (m_contentEncoding.empty() || m_contentEncoding == "identity") &&
           m_contentType.starts_with(StreamReader::contentType(*m_submission.provider));
}

void Client::Transfer::parsePiece() {
    const Piece piece = m_pieces[m_parsed++];
    const std::string_view bytes = std::string_view(m_bytes).substr(m_parsedBytes, piece.size);
    m_parsedBytes += piece.size;
    m_unparsed.bytes -= piece.size;
    if (!isStream())
        return; // judged as a whole at the end
    StreamState& state = m_reader.state();
    const bool wasTerminal = state.terminal;
    m_reader.feed(bytes);
    data::Timeline& time = m_attempt.time;
    bool first = true;
    for (const Content& content : state.fresh) {
        if (time.firstAny == never)
            time.firstAny = piece.at;
        if (time.firstText == never && content.channel == data::TokenChannel::Text)
            time.firstText = piece.at;
        time.last = piece.at;
        time.chunks.push_back({piece.at, content.bytes, content.characters, content.channel, !first});
        first = false;
    }
    if (state.fresh.size() > 1) // all of one callback share its time: the first is no better than the others
        time.chunks[time.chunks.size() - state.fresh.size()].coalesced = true;
    if (m_submission.live != nullptr && !state.fresh.empty())
        m_submission.live->content(m_liveRequest, time);
    state.fresh.clear();
    if (state.terminal && !wasTerminal)
        time.terminal = piece.at;
}

bool Client::Transfer::expired(RunTime now) {
    if (m_given)
        return true;
    const auto ns = [](long ms) { return static_cast<RunTime>(ms) * 1'000'000; };
    const StreamState& state = m_reader.state();
    if (state.failure.fault == "too-large") {
        m_given = state.failure;
    } else if (state.terminal && now - m_attempt.time.terminal > graceAfterEnd) {
        return true; // all was said; the server only keeps the connection
    } else if (m_attempt.time.ready != never && now - m_lastByte > ns(m_options.silenceTimeoutMs)) {
        m_given = {Outcome::Provider, "stalled", {}};
    } else if (now - m_attempt.time.submitted > ns(m_options.totalTimeoutMs)) {
        m_given = {m_attempt.time.ready == never ? Outcome::Client : Outcome::Provider, "timeout", {}};
    }
    return static_cast<bool>(m_given);
}

void Client::Transfer::readTimes() {
    data::Timeline& time = m_attempt.time;
    const auto at = [this](CURLINFO which) {
        curl_off_t micros = 0;
        return curl_easy_getinfo(m_easy, which, &micros) == CURLE_OK && micros > 0
                   ? m_attempt.time.submitted + micros * 1000
                   : never;
    };
    // On a connection that was there they are 0, or of another one; one that failed is not counted.
    if (time.ready == never || m_attempt.connection != data::ConnectionKind::Warm) {
        time.dns = at(CURLINFO_NAMELOOKUP_TIME_T);
        time.tcp = at(CURLINFO_CONNECT_TIME_T);
        time.tls = at(CURLINFO_APPCONNECT_TIME_T);
    }
    m_attempt.status = static_cast<int>(infoNumber(m_easy, CURLINFO_RESPONSE_CODE));
    m_attempt.remoteAddress = infoText(m_easy, CURLINFO_PRIMARY_IP);
    const long version = infoNumber(m_easy, CURLINFO_HTTP_VERSION);
    m_attempt.httpVersion = version == CURL_HTTP_VERSION_1_0   ? "1.0"
                            : version == CURL_HTTP_VERSION_1_1 ? "1.1"
                            : version == CURL_HTTP_VERSION_2_0 ? "2"
                                                               : "";
}

Failure Client::Transfer::failureOf(CURLcode result) {
    const bool sent = m_attempt.time.ready != never;
    const std::string words = repairUtf8(m_reason[0] != 0 ? m_reason.data() : curl_easy_strerror(result));
    if (result == CURLE_OK)
        return {};
    // What was sent came to no answer, whatever became of the connection that would have sent it anew.
    if (sent && m_attempt.time.header == never && result != CURLE_OPERATION_TIMEDOUT)
        return {Outcome::Provider, "closed", words};
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {Outcome::Client, "dns", words};
    case CURLE_COULDNT_CONNECT: {
        const long error = infoNumber(m_easy, CURLINFO_OS_ERRNO);
        if (error == EMFILE || error == ENFILE)
            return {Outcome::Client, "files", words};
        return {Outcome::Client, "refused", words};
    }
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return {Outcome::Client, "certificate", words};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:
        return {Outcome::Client, "tls", words};
    case CURLE_OPERATION_TIMEDOUT:
        return {sent ? Outcome::Provider : Outcome::Client, sent ? "timeout" : "connect-timeout", words};
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_LOGIN_DENIED:
        return {Outcome::Client, "address", words};
    default: // reset, closed early, broken framing of HTTP
        if (!sent)
            return {Outcome::Client, "connection", words};
        return {Outcome::Provider, "truncated", words};
    }
}

// What a provider says as it may be kept: without our key first, shortened after that.
std::string Client::Transfer::kept(std::string_view text, std::size_t most) const {
    return std::string(utf8Prefix(withoutSecret(repairUtf8(text), m_submission.secret), most));
}

// The stream as far as it is kept. A key may lie across the place where it is cut, hence a little more is
// looked at; beyond, nobody ever sees it.
void Client::Transfer::keepStream() {
    const std::string_view secret = m_submission.secret;
    const std::size_t size = m_bytes.size(), around = longestWritten(secret);
    const std::size_t head = std::min(size, data::mostStreamKept + around);
    const std::size_t tail = size - std::min(size, shown + around);
    maskSecret(std::span(m_bytes).first(head), secret);
    maskSecret(std::span(m_bytes).subspan(tail), secret);
    m_attempt.opening = m_bytes.substr(0, shown);
    if (size > shown)
        m_attempt.closing = m_bytes.substr(std::max(shown, size - std::min(size, shown)));
    m_attempt.streamBytes = static_cast<std::int64_t>(size);
    if (size == 0)
        return;
    data::RawStream stream;
    stream.leftOut = static_cast<std::int64_t>(size - std::min(size, data::mostStreamKept));
    stream.bytes = std::move(m_bytes);
    stream.bytes.resize(size - static_cast<std::size_t>(stream.leftOut));
    stream.bytes.shrink_to_fit();
    m_attempt.stream = std::make_shared<const data::RawStream>(std::move(stream));
}

data::Attempt Client::Transfer::finish(CURLcode result, bool cancelled) {
    m_attempt.time.end = m_clock.now();
    readTimes();
    while (hasPieces())
        parsePiece();
    StreamState& state = m_reader.state();
    const bool whole = result == CURLE_OK || state.terminal;
    Failure failure = cancelled ? Failure{Outcome::Cancelled, "cancelled", {}} : m_given;
    const std::string_view beginning = std::string_view(m_bytes).substr(0, mostError);
    if (!failure && m_attempt.status != 0 && m_attempt.status != 200)
        failure = failureOfStatus(m_attempt.status, beginning);
    if (!failure && !whole)
        failure = failureOf(result);
    if (!failure && !isStream())
        failure = m_contentEncoding.empty() || m_contentEncoding == "identity"
                      ? failureOfContent(m_contentType, beginning)
                      : Failure{Outcome::Provider, "compressed", m_contentEncoding};
    if (whole && !failure) {
        m_reader.finish();
        failure =
            state.failure ? state.failure : failureOfEmpty(m_attempt.time, state.usage, state.finishReason);
        if (m_attempt.time.terminal == never && state.terminal)
            m_attempt.time.terminal = m_attempt.time.end;
    } else if (state.failure && !cancelled && !m_given) {
        failure = state.failure; // what the provider said goes before how the connection ended
    }
    m_attempt.outcome = failure.outcome;
    m_attempt.fault = failure.fault;
    m_attempt.faultText = kept(failure.text, mostWords);
    m_attempt.usage = state.usage;
    m_attempt.finishReason = kept(state.finishReason, mostName);
    m_attempt.model = kept(state.model, mostName);
    m_attempt.fingerprint = kept(state.fingerprint, mostName);
    m_attempt.serviceTier = kept(state.serviceTier, mostName);
    m_attempt.text = std::move(state.text);
    m_attempt.serverLatencyMs = state.serverLatencyMs;
    m_attempt.lenientEnd = state.lenientEnd;
    m_attempt.buffered = looksBuffered(m_attempt);
    if (failure)
        m_attempt.retryAfterMs = retryAfterMs(m_attempt.headers, beginning);
    keepStream();
    if (m_submission.live != nullptr)
        m_submission.live->end(m_liveRequest, m_attempt.time.end);
    return std::move(m_attempt);
}

} // namespace parallax::latency
