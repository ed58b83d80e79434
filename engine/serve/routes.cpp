// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serve/routes.h"

#include <charconv>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace parallax::serve {
namespace {

using httplib::Request;
using httplib::Response;
using std::chrono::milliseconds;

constexpr milliseconds look{100};           // between two looks at whether the client is still there
constexpr std::chrono::seconds silence{10}; // before a stream says that it is still at work

// The connection of this thread: the library hands its handlers no socket.
thread_local Connection* current = nullptr;

void set(Response& response, const ApiError& error) {
    response.status = error.status;
    if (error.retryAfter > 0)
        response.set_header("Retry-After", std::to_string(error.retryAfter));
    response.set_content(toJson(error), "application/json");
}

bool hasBody(const Request& request) {
    return request.has_header("Transfer-Encoding") ||
           (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
}

bool isLoopback(std::string_view host, std::uint16_t port) {
    const std::string end = ":" + std::to_string(port);
    if (host.ends_with(end))
        host.remove_suffix(end.size());
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

// A page of a browser may send requests to this machine, by a name of its own for 127.0.0.1 or as its user.
void checkSender(const Request& request, std::uint16_t port) {
    if (request.get_header_value_count("Host") > 1 ||
        (request.has_header("Host") && !isLoopback(request.get_header_value("Host"), port)))
        throw ApiError(403, "This server answers to 127.0.0.1 and localhost alone.", {}, "host");
    const std::string origin = request.get_header_value("Origin");
    const std::size_t scheme = origin.find("://");
    if (!origin.empty() && (scheme == std::string::npos || !isLoopback(origin.substr(scheme + 3), port)))
        throw ApiError(403, "This server answers to no pages of other sites.", {}, "origin");
}

// What is not certain about where the body ends is refused: the rest would be taken for a request.
void checkBody(const Request& request, std::size_t limit) {
    if (request.has_header("Content-Encoding") && request.get_header_value("Content-Encoding") != "identity")
        throw ApiError(415, "A compressed body is not read.");
    const std::size_t lengths = request.get_header_value_count("Content-Length");
    const std::size_t codings = request.get_header_value_count("Transfer-Encoding");
    if (lengths + codings > 1)
        throw ApiError(400, "The body has two lengths.");
    if (lengths + codings == 0)
        throw ApiError(411, "The body has no length.");
    if (codings == 1 && request.get_header_value("Transfer-Encoding") != "chunked")
        throw ApiError(501, "This transfer encoding is not known.");
    const std::string text = request.get_header_value("Content-Length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (lengths == 1 && (error == std::errc::invalid_argument || end != text.data() + text.size()))
        throw ApiError(400, "The body's length is no number.");
    if (error == std::errc::result_out_of_range || length > limit)
        throw ApiError(413, "The body is larger than " + std::to_string(limit) + " bytes.", {},
                       "body_too_large");
    std::string type = request.get_header_value("Content-Type");
    type = type.substr(0, type.find_first_of("; "));
    if (type != "application/json")
        throw ApiError(415, "The body has to come as \"Content-Type: application/json\".");
}

} // namespace

Routes::Routes(Service& service, std::size_t bodyLimit, const std::atomic<bool>& stopping)
    : m_service(service)
    , m_bodyLimit(bodyLimit)
    , m_stopping(stopping) {
    set_payload_max_length(bodyLimit);
    set_keep_alive_timeout(60);
    set_keep_alive_max_count(1'000'000'000);
    set_pre_routing_handler(
        [this](const Request& request, Response& response) { return beforeBody(request, response); });
    for (const auto& [path, api] :
         {std::pair{"/v1/chat/completions", Api::Chat}, std::pair{"/v1/completions", Api::Text}})
        Post(path, [this, api = api](const Request& request, Response& response,
                                     const httplib::ContentReader& reader) {
            try {
                complete(request, response, reader, api);
            } catch (const ApiError& error) {
                set(response, error);
            }
        });
    // What the library itself finds wrong, before it comes to any of the above.
    set_error_handler(HandlerWithResponse([](const Request&, Response& response) {
        if (!response.body.empty())
            return HandlerResponse::Unhandled;
        set(response, ApiError(response.status, response.status == 404 ? "There is nothing at this address."
                                                                       : "The request is not sound HTTP."));
        return HandlerResponse::Handled;
    }));
    set_exception_handler([](const Request&, Response& response, const std::exception_ptr&) {
        set(response, ApiError(500, "The server failed."));
    });
    set_post_routing_handler([](const Request&, Response& response) {
        if (current->isReusable())
            return;
        response.headers.erase("Keep-Alive");
        response.headers.erase("Connection");
        response.set_header("Connection", "close");
    });
}

void Routes::serveAt(int listener, std::uint16_t port) {
    svr_sock_ = listener;
    m_port = port;
}

bool Routes::answer(Connection& connection) {
    current = &connection;
    bool closed = false;
    const bool answered = process_request(connection, false, closed, [](Request& request) {
        request.ranges.clear(); // an answer is not sent in parts, nor packed for the way to the same machine
        request.headers.erase("Accept-Encoding");
    });
    current = nullptr;
    return answered && !closed && connection.isReusable();
}

httplib::Server::HandlerResponse Routes::beforeBody(const Request& request, Response& response) {
    try {
        checkSender(request, m_port);
        if (request.method == "POST") {
            if (request.path != "/v1/chat/completions" && request.path != "/v1/completions")
                throw ApiError(404, "There is nothing at this address.");
            checkBody(request, m_bodyLimit);
            return HandlerResponse::Unhandled;
        }
        if (hasBody(request))
            throw ApiError(400, "A request of this kind has no body.");
        current->setReusable(true);
        get(request, response);
    } catch (const ApiError& error) {
        set(response, error);
    }
    return HandlerResponse::Handled;
}

void Routes::get(const Request& request, Response& response) {
    if (request.method != "GET" && request.method != "HEAD")
        throw ApiError(405, "Only GET and POST are answered.");
    constexpr std::string_view model = "/v1/models/";
    if (request.path == "/health")
        response.set_content(m_service.health(), "application/json");
    else if (request.path == "/v1/models")
        response.set_content(m_service.models(), "application/json");
    else if (request.path.starts_with(model))
        response.set_content(m_service.model(std::string_view(request.path).substr(model.size())),
                             "application/json");
    else
        throw ApiError(404, "There is nothing at this address.");
}

std::string Routes::bodyOf(const httplib::ContentReader& reader) {
    std::string body;
    bool tooLarge = false;
    const bool all = reader([&](const char* data, std::size_t size) {
        tooLarge = body.size() + size > m_bodyLimit;
        if (!tooLarge)
            body.append(data, size);
        return !tooLarge;
    });
    if (tooLarge)
        throw ApiError(413, "The body is larger than " + std::to_string(m_bodyLimit) + " bytes.", {},
                       "body_too_large");
    if (!all)
        throw current->isTimedOut() ? ApiError(408, "The body did not come in time.")
                                    : ApiError(400, "The body broke off or was ill framed.");
    current->setReusable(true);
    return body;
}

void Routes::complete(const Request& request, Response& response, const httplib::ContentReader& reader,
                      Api api) {
    const std::string body = bodyOf(reader);
    if (m_stopping)
        throw ApiError(503, "The server is stopping.", {}, "shutting_down");
    const std::shared_ptr<Completion> completion = m_service.begin(body, api);
    if (completion->streams())
        stream(completion, request, response);
    else
        whole(completion, response);
}

void Routes::whole(const std::shared_ptr<Completion>& completion, Response& response) {
    while (!completion->over()) {
        completion->next(look);
        if (m_stopping)
            throw ApiError(503, "The server is stopping.", {}, "shutting_down");
        if (!completion->over() && current->isGone()) {
            current->setReusable(false);
            throw ApiError(499, "The client has gone."); // nobody reads it
        }
    }
    response.set_content(completion->body(), "application/json");
}

void Routes::stream(const std::shared_ptr<Completion>& completion, const Request& request,
                    Response& response) {
    response.set_header("Cache-Control", "no-cache");
    const auto provider = [this, completion, lastWrite = Connection::Clock::now()](
                              std::size_t, httplib::DataSink& sink) mutable {
        return more(*completion, sink, lastWrite);
    };
    if (request.version == "HTTP/1.1") {
        response.set_chunked_content_provider("text/event-stream", provider);
        return;
    }
    current->setReusable(false); // the end of the connection is the end of the answer
    response.set_content_provider("text/event-stream", provider);
}

bool Routes::more(Completion& completion, httplib::DataSink& sink, Connection::Clock::time_point& lastWrite) {
    std::string events = completion.next(look);
    const auto now = Connection::Clock::now();
    const bool stopping = m_stopping && !completion.over(); // looked at once: who is cut is told
    if (stopping)
        events += AnswerWriter::errorEvent(ApiError(503, "The server is stopping.", {}, "shutting_down"));
    else if (events.empty() && now - lastWrite > silence)
        events = AnswerWriter::keepAlive;
    if (!events.empty()) {
        lastWrite = now;
        if (!sink.write(events.data(), events.size()))
            return false;
    }
    if (completion.over() || stopping)
        sink.done();
    else if (current->isGone())
        return false;
    return true;
}

} // namespace parallax::serve
