// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "engine/latency/client.h"
#include "engine/latency/live.h"
#include "engine/latency/metrics.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"

namespace test_http2 {

// HTTP/2 as a server that we did not write speaks it: nghttpd (Debian's nghttp2-server), over TLS on
// loopback.

using namespace Qt::StringLiterals;
using namespace parallax;
using namespace parallax::latency;
using data::ConnectionKind;
using data::Outcome;

namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

int freePort() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    const bool bound = bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                       getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    close(fd);
    return bound ? ntohs(address.sin_port) : 0;
}

bool answers(int port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool connected = connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(fd);
    return connected;
}

std::string streamOf(int tokens) {
    std::string bytes;
    for (int i = 0; i < tokens; ++i)
        bytes += test::tokenEvent("日");
    return bytes + test::lastEvents(tokens);
}

std::string faultOf(const data::Attempt& attempt) {
    const char* who[] = {"success", "client", "throttled", "provider", "rejected", "filtered", "cancelled"};
    return std::string(who[static_cast<int>(attempt.outcome)]) + ' ' + attempt.fault;
}

} // namespace

class TestHttp2 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() {
        m_program = QStandardPaths::findExecutable(u"nghttpd"_s);
        if (m_program.isEmpty())
            m_program = QStandardPaths::findExecutable(u"nghttpd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
        if (m_program.isEmpty())
            QSKIP("nghttpd is not installed (Debian: nghttp2-server; scripts/setup --lint)");
        m_certificate = std::make_unique<test::Certificate>("localhost");
        m_certificate->write(path("ca.pem"));
        m_certificate->writeKey(path("key.pem"));
        m_options.trustedCertificates = path("ca.pem");
        m_options.http2 = true;
        QVERIFY(write("mime", "text/event-stream sse\ntext/html html\n"));
        QVERIFY(write("good.sse", streamOf(20)));
        QVERIFY(write("cut.sse", streamOf(20).substr(0, 500)));
        QVERIFY(write("page.html", "<html>sign in</html>"));
        QVERIFY(write("long.sse", streamOf(300'000))); // beyond what sockets hold
    }

    void init() {
        m_server = std::make_unique<QProcess>();
        m_port = freePort();
        QVERIFY(m_port != 0);
        m_server->start(m_program, {u"-a"_s, u"127.0.0.1"_s, u"--mime-types-file"_s, at("mime"), u"-d"_s,
                                    m_folder.path(), QString::number(m_port), at("key.pem"), at("ca.pem")});
        QVERIFY(m_server->waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(answers(m_port), 20000);
    }

    void cleanup() {
        if (m_server && m_server->state() != QProcess::NotRunning) {
            m_server->kill();
            m_server->waitForFinished();
        }
    }

    void aStreamIsReadAndOneConnectionCarriesMany() {
        const RunClock clock;
        std::vector<data::Attempt> out;
        Client client(clock, m_options, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
        client.submit(to("good.sse", 0));
        finish(client, clock);
        for (int i = 1; i <= 20; ++i) // all at once
            client.submit(to("good.sse", i));
        finish(client, clock);
        QCOMPARE(out.size(), std::size_t{21});
        for (const data::Attempt& attempt : out) {
            QVERIFY2(faultOf(attempt) == "success ", attempt.faultText.c_str());
            QCOMPARE(attempt.httpVersion, std::string("2"));
            QCOMPARE(attempt.status, 200);
            QCOMPARE(attempt.time.chunks.size(), std::size_t{20});
            QCOMPARE(attempt.usage.output, std::int64_t{20});
            QVERIFY(attempt.stream && attempt.stream->bytes == streamOf(20));
            QVERIFY(attempt.connection ==
                    (attempt.sequence == 0 ? ConnectionKind::Cold : ConnectionKind::Warm));
            QCOMPARE(attempt.time.tls != data::never, attempt.sequence == 0);
            QVERIFY(attempt.time.submitted <= attempt.time.ready &&
                    attempt.time.ready <= attempt.time.header &&
                    attempt.time.header <= attempt.time.firstAny && attempt.time.last <= attempt.time.end);
        }
    }

    void whatComesInstead() {
        QCOMPARE(faultOf(one("nowhere.sse")), std::string("rejected http-404"));
        QCOMPARE(faultOf(one("page.html")), std::string("provider html"));
        const data::Attempt cut = one("cut.sse");
        QCOMPARE(faultOf(cut), std::string("provider truncated"));
        QVERIFY(!cut.time.chunks.empty());
    }

    void whoOnlySpeaksHttp1GetsAnAnswerInWords() {
        ClientOptions options = m_options;
        options.http2 = false;
        const data::Attempt attempt = one("good.sse", options);
        QCOMPARE(attempt.outcome == Outcome::Provider || attempt.outcome == Outcome::Client, true);
        QVERIFY2(!attempt.fault.empty() && attempt.stream == nullptr, attempt.fault.c_str());
    }

    void certificatesAreVerifiedHereToo() {
        ClientOptions options = m_options;
        options.trustedCertificates.clear();
        QCOMPARE(faultOf(one("good.sse", options)), std::string("client certificate"));
    }

    void aServerThatStopsIsAStallOfItsStreamsAlone() {
        ClientOptions options = m_options;
        options.silenceTimeoutMs = 400;
        const RunClock clock;
        std::vector<data::Attempt> out;
        Client client(clock, options, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
        client.submit(to("good.sse", 0));
        finish(client, clock);
        QCOMPARE(kill(static_cast<pid_t>(m_server->processId()), SIGSTOP), 0);
        for (int i = 1; i <= 3; ++i)
            client.submit(to("good.sse", i));
        finish(client, clock);
        QCOMPARE(kill(static_cast<pid_t>(m_server->processId()), SIGCONT), 0);
        QCOMPARE(out.size(), std::size_t{4});
        for (std::size_t i = 1; i < 4; ++i)
            QCOMPARE(faultOf(out[i]), std::string("provider stalled"));
        client.submit(to("good.sse", 4)); // and it goes on
        finish(client, clock);
        QCOMPARE(faultOf(out.back()), std::string("success "));
    }

    void aServerThatIsKilledCutsItsStreamsAndWhatCameIsKept() {
        const RunClock clock;
        std::vector<data::Attempt> out;
        Client client(clock, m_options, [&](data::Attempt&& attempt) { out.push_back(std::move(attempt)); });
        LiveBoard board(1);
        Submission submission = to("long.sse", 0);
        submission.live = &board.endpoint(0);
        client.submit(std::move(submission));
        while (client.active() > 0 && board.endpoint(0).chunks.load() == 0)
            client.work(clock.now() + 1'000'000);
        m_server->kill();
        finish(client, clock);
        QCOMPARE(out.size(), std::size_t{1});
        QCOMPARE(faultOf(out[0]), std::string("provider truncated"));
        QVERIFY(!out[0].time.chunks.empty() && out[0].stream);
        QVERIFY(out[0].usage.output == -1);
    }

  private:
    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    std::string path(const char* name) const { return at(name).toStdString(); }
    bool write(const char* name, const std::string& bytes) const {
        QFile file(at(name));
        return file.open(QIODevice::WriteOnly) &&
               file.write(bytes.data(), static_cast<qint64>(bytes.size())) ==
                   static_cast<qint64>(bytes.size());
    }

    Submission to(const std::string& file, std::int64_t sequence) const {
        data::Endpoint endpoint;
        endpoint.name = "e";
        endpoint.provider = "compatible";
        endpoint.model = "M";
        endpoint.baseUrl = "https://localhost:" + std::to_string(m_port);
        Submission submission;
        submission.provider = &providerById("compatible");
        submission.request = submission.provider->request({endpoint, {}, {}, "20260102T030405Z"});
        submission.request.url = endpoint.baseUrl + '/' + file; // files on a disk are what it has
        submission.endpoint = "e";
        submission.sequence = sequence;
        return submission;
    }

    static void finish(Client& client, const RunClock& clock) {
        while (client.active() > 0)
            client.work(clock.now() + 10'000'000);
    }

    data::Attempt one(const std::string& file, const ClientOptions& options) const {
        const RunClock clock;
        data::Attempt out;
        Client client(clock, options, [&](data::Attempt&& attempt) { out = std::move(attempt); });
        client.submit(to(file, 0));
        finish(client, clock);
        return out;
    }
    data::Attempt one(const std::string& file) const { return one(file, m_options); }

    QTemporaryDir m_folder;
    QString m_program;
    std::unique_ptr<test::Certificate> m_certificate;
    std::unique_ptr<QProcess> m_server;
    ClientOptions m_options;
    int m_port = 0;
};

PARALLAX_LOOP_TEST(TestHttp2)

} // namespace test_http2
#include "test_http2.moc"
