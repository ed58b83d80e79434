// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <QDir>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "app/keychain.h"
#include "app/keys.h"
#include "base/error.h"
#include "data/store/library.h"
#include "data/store/measure_store.h"
#include "data/store/run_file.h"
#include "tests/app/program.h"
#include "tests/test_program.h"

namespace test_keys {

// Where keys of endpoints come from, and that they are nowhere else.

using namespace parallax;
using namespace parallax::app;
using namespace Qt::StringLiterals;
using parallax::test::Answer;
using parallax::test::Program;

namespace {

const std::string secret = "sk-SECRET-4711-abcdef";

struct FakeKeychain final : Keychain {
    std::optional<std::string> read(const std::string& entry) override {
        ++reads;
        const auto found = entries.find(entry);
        return found == entries.end() ? std::nullopt : std::optional(found->second);
    }
    bool write(const std::string& entry, const std::string& key) override {
        if (works)
            entries[entry] = key;
        return works;
    }
    bool remove(const std::string& entry) override {
        if (works)
            entries.erase(entry);
        return works;
    }
    std::map<std::string, std::string> entries;
    bool works = true;
    int reads = 0;
};

data::Endpoint endpointAt(const std::string& name, const std::string& baseUrl) {
    data::Endpoint endpoint;
    endpoint.name = name;
    endpoint.provider = "compatible";
    endpoint.model = "M";
    endpoint.baseUrl = baseUrl;
    endpoint.keyVariable = "PARALLAX_TEST_KEY";
    return endpoint;
}

// A socket that takes connections and says nothing.
class Silent {
  public:
    explicit Silent(const std::string& path)
        : m_socket(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (path.empty() || path.size() >= sizeof address.sun_path)
            return;
        std::memcpy(address.sun_path, path.data(), path.size());
        m_listens = ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                    ::listen(m_socket, 16) == 0;
    }
    ~Silent() { ::close(m_socket); }
    Silent(const Silent&) = delete;
    Silent& operator=(const Silent&) = delete;
    bool listens() const { return m_listens; }

  private:
    int m_socket;
    bool m_listens = false;
};

// Every byte of every file of a folder.
QByteArray everythingIn(const QString& folder) {
    QByteArray bytes;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace

class TestKeys : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() {
        qunsetenv("PARALLAX_TEST_KEY");
        m_keychain = FakeKeychain();
        useKeychain(&m_keychain);
    }
    void cleanup() { useKeychain(nullptr); }

    void aKeyIsKeptInTheKeychainAndNowhereElse() {
        QTemporaryDir folder;
        {
            data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
            data::MeasureStore store(library);
            store.saveEndpoint(endpointAt("east", "https://here.example"));
            QVERIFY(keyFor(*store.endpoint("east")).empty());
            QCOMPARE(m_keychain.reads, 0); // nobody put one there: nobody waits for a keychain
            QVERIFY(keepKey(library, "east", " " + secret + "\n"));
            QCOMPARE(keyFor(*store.endpoint("east")), secret);
            data::MeasureRun run;
            run.plan = R"({"endpoints":["east"]})";
            run.id = store.beginRun(run);
            const std::string exported = data::runFileOf(library, {run.id});
            QVERIFY(exported.find(secret) == std::string::npos);
            QVERIFY(exported.find("key-in") == std::string::npos);
        }
        QVERIFY(!everythingIn(folder.path()).contains(secret.c_str()));
    }

    void aPlanThatNamesTheEndpointAtAnotherAddressGetsNoKey() {
        QTemporaryDir folder;
        data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
        data::MeasureStore(library).saveEndpoint(endpointAt("east", "https://here.example"));
        QVERIFY(keepKey(library, "east", secret));
        data::Endpoint other = *data::MeasureStore(library).endpoint("east");
        other.baseUrl = "https://elsewhere.example";
        QVERIFY(keyFor(other).empty());
        other.baseUrl.clear();
        QVERIFY(keyFor(other).empty());
    }

    void aKeyForOneResourceOfAzureIsNotSentToAnother() {
        QTemporaryDir folder;
        data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
        data::Endpoint mine = endpointAt("east", {});
        mine.provider = "azure";
        mine.options["resource"] = "mine";
        data::MeasureStore(library).saveEndpoint(mine);
        QVERIFY(keepKey(library, "east", secret));
        data::Endpoint other = *data::MeasureStore(library).endpoint("east");
        QCOMPARE(keyFor(other), secret);
        other.options["resource"] = "somebody-elses";
        QVERIFY(keyFor(other).empty());
        other.options.erase("resource");
        QVERIFY(keyFor(other).empty());
    }

    void anEndpointThatIsAddedAnewKeepsItsKeyAtTheSameAddressAlone() {
        QTemporaryDir folder;
        data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
        data::MeasureStore store(library);
        store.saveEndpoint(endpointAt("east", "https://here.example"));
        QVERIFY(keepKey(library, "east", secret));
        data::Endpoint again = endpointAt("east", "https://here.example");
        again.model = "another";
        QVERIFY(keepKeyOf(library, again));
        store.saveEndpoint(again);
        QCOMPARE(keyFor(*store.endpoint("east")), secret);
        data::Endpoint moved = endpointAt("east", "https://elsewhere.example");
        QVERIFY(!keepKeyOf(library, moved));
        store.saveEndpoint(moved);
        QVERIFY(keyFor(*store.endpoint("east")).empty());
        QVERIFY(m_keychain.entries.empty()); // nobody could ask for it any more
        data::Endpoint fresh = endpointAt("west", "https://here.example");
        QVERIFY(keepKeyOf(library, fresh) && fresh.options.empty());
    }

    void anEndpointThatIsRemovedTakesItsKeyAlong() {
        QTemporaryDir folder;
        data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
        data::MeasureStore store(library);
        store.saveEndpoint(endpointAt("east", "https://here.example"));
        store.saveEndpoint(endpointAt("west", "https://here.example"));
        QVERIFY(keepKey(library, "east", secret) && keepKey(library, "west", secret));
        dropKeyOf(*store.endpoint("east"));
        QCOMPARE(m_keychain.entries.size(), std::size_t{1});
        QCOMPARE(keyFor(*store.endpoint("west")), secret);
    }

    void aVariableThatTheEndpointNamesGoesFirstAndTheUsualOneLast() {
        QTemporaryDir folder;
        data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
        data::MeasureStore store(library);
        store.saveEndpoint(endpointAt("east", "https://here.example"));
        QVERIFY(keepKey(library, "east", secret));
        qputenv("PARALLAX_TEST_KEY", "from-the-variable");
        QCOMPARE(keyFor(*store.endpoint("east")), std::string("from-the-variable"));
        data::Endpoint own;
        own.name = "own";
        own.provider = "openai";
        store.saveEndpoint(own);
        qputenv("OPENAI_API_KEY", "the-usual-one");
        QCOMPARE(keyFor(*store.endpoint("own")), std::string("the-usual-one"));
        QVERIFY(keepKey(library, "own", secret));
        QCOMPARE(keyFor(*store.endpoint("own")), secret);
        QVERIFY(forgetKey(library, "own"));
        QCOMPARE(keyFor(*store.endpoint("own")), std::string("the-usual-one"));
        qunsetenv("OPENAI_API_KEY");
    }

    void withoutAKeychainNothingIsKeptAndNothingIsRemembered() {
        QTemporaryDir folder;
        data::Library library(std::filesystem::path(folder.filePath(u"l.sqlite3"_s).toStdString()));
        data::MeasureStore store(library);
        store.saveEndpoint(endpointAt("east", "https://here.example"));
        m_keychain.works = false;
        QVERIFY(!keepKey(library, "east", secret));
        QVERIFY(!forgetKey(library, "east"));
        QVERIFY(store.endpoint("east")->options.empty());
        m_keychain.works = true;
        for (const char* name : {"nobody", "east"})
            try {
                keepKey(library, name, name == std::string("east") ? " \n" : secret);
                QFAIL("kept");
            } catch (const Error& error) {
                QVERIFY(error.code() == ErrorCode::Usage);
                QVERIFY(std::string(error.what()).find(secret) == std::string::npos);
            }
    }

    void anotherNameTakesTheKeyAlong() {
        data::Endpoint east = endpointAt("east", "https://here.example");
        QVERIFY(keepKey(east, secret));
        data::Endpoint west = east;
        west.name = "west";
        QVERIFY(keyFor(west).empty()); // it was kept for the other
        QVERIFY(renameKey(east, west));
        QCOMPARE(keyFor(west), secret);
        QVERIFY(keyFor(east).empty());
        QCOMPARE(m_keychain.entries.size(), std::size_t{1});
        QVERIFY(forgetKey(west));
        QVERIFY(!data::keyIsInKeychain(west));
        QVERIFY(!renameKey(west, east)); // there is none to take along
    }

    void theProgramSaysThatThereIsNoKeychainAndKeepsTheKeyToItself_data() {
        QTest::addColumn<bool>("hangs");
        QTest::newRow("no bus") << false;
        QTest::newRow("a bus that never answers") << true;
    }
    void theProgramSaysThatThereIsNoKeychainAndKeepsTheKeyToItself() {
        QFETCH(bool, hangs);
        const Program program;
        const QString socket = program.path(u"bus"_s);
        const Silent silent(hangs ? socket.toStdString() : std::string());
        QCOMPARE(silent.listens(), hangs);
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket.toUtf8());
        QCOMPARE(program
                     .run({u"endpoint"_s, u"add"_s, u"east"_s, u"--provider"_s, u"vllm"_s, u"--base-url"_s,
                           u"http://127.0.0.1:9"_s, u"--model"_s, u"M"_s})
                     .status,
                 0);
        const Answer set = program.run({u"endpoint"_s, u"key"_s, u"set"_s, u"east"_s},
                                       QByteArray::fromStdString(secret) + '\n');
        QCOMPARE(set.status, 1);
        QVERIFY2(set.err.contains("no keychain"), set.err.constData());
        const Answer removed = program.run({u"endpoint"_s, u"key"_s, u"remove"_s, u"east"_s});
        QCOMPARE(removed.status, 1);
        for (const QByteArray& bytes : {set.out, set.err, removed.err, everythingIn(program.path(u"."_s))})
            QVERIFY(!bytes.contains(secret.c_str()));
        QCOMPARE(program.run({u"endpoint"_s, u"key"_s, u"set"_s, u"nobody"_s}, "x\n").status, 2);
        QCOMPARE(program.run({u"endpoint"_s, u"key"_s, u"set"_s, u"east"_s}, "\n").status, 2);
        // As an argument it would be seen by everybody on the machine.
        QCOMPARE(program.run({u"endpoint"_s, u"key"_s, u"set"_s, u"east"_s, u"a-key"_s}).status, 2);
        if (before.isNull())
            qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        else
            qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    }

  private:
    FakeKeychain m_keychain;
};

PARALLAX_LOOP_TEST(TestKeys)

} // namespace test_keys
#include "test_keys.moc"
