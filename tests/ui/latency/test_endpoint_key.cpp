// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key of an endpoint on its way from the dialog into a keychain, which is a made-up one here.

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QThread>

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "data/store/measure_store.h"
#include "tests/engine/latency/truth_server.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/common/run_services.h"
#include "ui/latency/endpoint_dialog.h"
#include "ui/latency/latency_workspace.h"

namespace test_endpoint_key {

using namespace parallax;
using namespace parallax::ui;

namespace {

const QString secret = QStringLiteral("sk-SECRET-4711-abcdef");

// Asked from other threads.
struct FakeKeychain {
    std::mutex mutex;
    std::map<std::string, std::string> entries;
    bool works = true;
    std::atomic<bool> askedByTheWindow = false;
    QSemaphore* gate = nullptr; // waits for it before it answers

    static std::string entryOf(const data::Endpoint& endpoint) {
        return endpoint.name + "|" + endpoint.provider + "|" + endpoint.baseUrl;
    }
    void ask() {
        if (QThread::currentThread() == qApp->thread())
            askedByTheWindow = true;
        if (gate)
            gate->acquire();
    }
    bool keep(data::Endpoint& endpoint, const std::string& key) {
        ask();
        const std::lock_guard lock(mutex);
        if (works) {
            entries[entryOf(endpoint)] = key;
            endpoint.options[data::keyPlaceOption] = data::keyPlaceKeychain;
        }
        return works;
    }
    bool forget(data::Endpoint& endpoint) {
        ask();
        const std::lock_guard lock(mutex);
        if (works) {
            entries.erase(entryOf(endpoint));
            endpoint.options.erase(data::keyPlaceOption);
        }
        return works;
    }
    std::string read(const data::Endpoint& endpoint) {
        const std::lock_guard lock(mutex);
        const auto found = entries.find(entryOf(endpoint));
        return found == entries.end() ? std::string() : found->second;
    }
    RunServices services() {
        RunServices own;
        own.key = [this](const data::Endpoint& endpoint) {
            return data::keyIsInKeychain(endpoint) ? read(endpoint) : std::string();
        };
        own.keyVariable = [](const data::Endpoint& endpoint) {
            return endpoint.keyVariable.empty() ? std::string("OPENAI_API_KEY") : endpoint.keyVariable;
        };
        own.keepKey = [this](data::Endpoint& endpoint, const std::string& key) {
            return keep(endpoint, key);
        };
        own.forgetKey = [this](data::Endpoint& endpoint) { return forget(endpoint); };
        own.renameKey = [this](const data::Endpoint& before, data::Endpoint& after) {
            data::Endpoint old = before;
            const std::string key = read(old);
            return !key.empty() && keep(after, key) && forget(old);
        };
        return own;
    }
};

} // namespace

class TestEndpointKey final : public QObject {
    Q_OBJECT

    template <typename Widget>
    static Widget* child(const QWidget* parent, const char* name) {
        return parent->findChild<Widget*>(QLatin1String(name));
    }
    static LatencyWorkspace* page(ui::testing::Window& window) {
        window->resize(1280, 800);
        window->showWorkspace(QStringLiteral("latency"));
        return window->findChild<LatencyWorkspace*>();
    }
    static EndpointDialog* adding(ui::testing::Window& window, const QString& name) {
        window.actions->find(QStringLiteral("latency.addEndpoint"))->trigger();
        auto* dialog = window->findChild<EndpointDialog*>();
        auto* provider = child<QComboBox>(dialog, "endpointProvider");
        provider->setCurrentIndex(provider->findData(QStringLiteral("openai")));
        child<QLineEdit>(dialog, "endpointName")->setText(name);
        child<QLineEdit>(dialog, "endpointModel")->setText(QStringLiteral("gpt-4o"));
        return dialog;
    }
    static EndpointDialog* changing(ui::testing::Window& window, LatencyWorkspace* latency) {
        child<QListView>(latency, "endpointList")->setCurrentIndex(latency->endpoints().index(0));
        window.actions->find(QStringLiteral("latency.editEndpoint"))->trigger();
        return window->findChild<EndpointDialog*>();
    }
    static bool hasDialog(ui::testing::Window& window) {
        return window->findChild<EndpointDialog*>() != nullptr;
    }
    static std::optional<data::Endpoint> stored(const ui::testing::Window& window, const std::string& name) {
        data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
        return data::MeasureStore(library).endpoint(name);
    }
    // One endpoint "east" with its key in the keychain.
    static void addWithKey(ui::testing::Window& window, LatencyWorkspace* latency) {
        EndpointDialog* dialog = adding(window, QStringLiteral("east"));
        child<QLineEdit>(dialog, "endpointKey")->setText(secret);
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
    }
    static QByteArray everythingIn(const QString& folder) {
        QByteArray bytes;
        const QDir dir(folder);
        const QStringList names = dir.entryList(QDir::Files | QDir::Hidden);
        for (const QString& name : names) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    FakeKeychain m_keychain;

  private Q_SLOTS:
    void init() {
        m_keychain.entries.clear();
        m_keychain.works = true;
        m_keychain.gate = nullptr;
        m_keychain.askedByTheWindow = false;
        setRunServices(m_keychain.services());
    }
    void cleanup() { setRunServices({}); }

    void aKeyThatIsTypedGoesIntoTheKeychainAndNowhereElse() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        EndpointDialog* dialog = adding(window, QStringLiteral("east"));
        auto* key = child<QLineEdit>(dialog, "endpointKey");
        QVERIFY(key->isVisible());
        QVERIFY(child<QLabel>(dialog, "endpointKeyNote")->text().contains(QStringLiteral("keychain")));
        key->setText(QStringLiteral(" %1\n").arg(secret)); // as pasted
        QVERIFY(!key->displayText().contains(QStringLiteral("4711")));
        key->selectAll();
        key->copy();
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("4711")));
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        QCOMPARE(m_keychain.entries.size(), std::size_t{1});
        QCOMPARE(m_keychain.entries.begin()->second, secret.toStdString());
        QVERIFY(!m_keychain.askedByTheWindow);
        QVERIFY(data::keyIsInKeychain(*stored(window, "east")));
        QVERIFY(!latency->endpoints().row(0).lacksKey());
        QVERIFY(!everythingIn(window.home.path()).contains("4711"));
        for (int i = 0; i < window.tasks->rowCount(); ++i)
            for (const int role : {int(Qt::DisplayRole), int(TaskManager::DetailRole)})
                QVERIFY(!window.tasks->index(i).data(role).toString().contains(QStringLiteral("4711")));
        // The next time the dialog knows that there is one, not which.
        dialog = changing(window, latency);
        QVERIFY(child<QLineEdit>(dialog, "endpointKey")->text().isEmpty());
        QVERIFY(!child<QPlainTextEdit>(dialog, "endpointOptions")
                     ->toPlainText()
                     .contains(QLatin1String(data::keyPlaceOption)));
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_VERIFY(data::keyIsInKeychain(*stored(window, "east")));
        QCOMPARE(m_keychain.entries.size(), std::size_t{1});
    }

    void withoutAKeychainTheEnvironmentVariableIsOffered() {
        m_keychain.works = false;
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        EndpointDialog* dialog = adding(window, QStringLiteral("east"));
        child<QLineEdit>(dialog, "endpointKey")->setText(secret);
        child<QPushButton>(dialog, "endpointAccept")->click();
        auto* problem = child<QLabel>(dialog, "endpointProblem");
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("no keychain")), qPrintable(problem->text()));
        QVERIFY(problem->text().contains(QStringLiteral("OPENAI_API_KEY")));
        QVERIFY(child<QLineEdit>(dialog, "endpointKey")->text().isEmpty());
        QVERIFY(hasDialog(window));
        QCOMPARE(latency->endpoints().rowCount(), 0);
        child<QPushButton>(dialog, "endpointAccept")->click(); // goes on without one
        QTRY_VERIFY(!hasDialog(window));
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        QVERIFY(!data::keyIsInKeychain(*stored(window, "east")));
        QVERIFY(latency->endpoints().row(0).lacksKey());
        QVERIFY(!everythingIn(window.home.path()).contains("4711"));
    }

    void aKeychainThatIsSlowHoldsUpNothingButItsOwnDialog() {
        QSemaphore gate;
        m_keychain.gate = &gate;
        ui::testing::Window window;
        page(window);
        EndpointDialog* dialog = adding(window, QStringLiteral("east"));
        child<QLineEdit>(dialog, "endpointKey")->setText(secret);
        child<QPushButton>(dialog, "endpointAccept")->click();
        QVERIFY(!child<QPushButton>(dialog, "endpointAccept")->isEnabled());
        QVERIFY(child<QLabel>(dialog, "endpointResult")->text().contains(QStringLiteral("keychain")));
        bool alive = false;
        QTimer::singleShot(20, dialog, [&alive] { alive = true; });
        QTRY_VERIFY(alive);
        dialog->reject(); // one would not know whether it was kept
        QVERIFY(hasDialog(window) && dialog->isVisible());
        gate.release();
        QTRY_VERIFY(!hasDialog(window));
        QVERIFY(!m_keychain.askedByTheWindow);
    }

    void anotherNameTakesTheKeyAlongAndAnotherAddressDoesNot() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        addWithKey(window, latency);
        EndpointDialog* dialog = changing(window, latency);
        child<QLineEdit>(dialog, "endpointName")->setText(QStringLiteral("west"));
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_VERIFY(stored(window, "west") && !stored(window, "east"));
        QVERIFY(data::keyIsInKeychain(*stored(window, "west")));
        QCOMPARE(m_keychain.entries.size(), std::size_t{1});
        QVERIFY(m_keychain.entries.contains("west|openai|"));

        QTRY_COMPARE(latency->endpoints().row(0).endpoint.name, std::string("west"));
        dialog = changing(window, latency);
        child<QLineEdit>(dialog, "endpointAddress")->setText(QStringLiteral("https://elsewhere.example/v1"));
        auto* note = child<QLabel>(dialog, "endpointKeyNote");
        QVERIFY2(note->text().contains(QStringLiteral("another address")), qPrintable(note->text()));
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_VERIFY(!stored(window, "west")->baseUrl.empty());
        QVERIFY(!data::keyIsInKeychain(*stored(window, "west")));
        QVERIFY(m_keychain.entries.empty());
    }

    void aKeyIsTakenOutAgainAloneOrWithItsEndpoint() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        addWithKey(window, latency);
        EndpointDialog* dialog = changing(window, latency);
        auto* remove = child<QCheckBox>(dialog, "endpointKeyRemove");
        QVERIFY(remove->isVisible());
        remove->setChecked(true);
        QVERIFY(!child<QLineEdit>(dialog, "endpointKey")->isEnabled());
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_VERIFY(!data::keyIsInKeychain(*stored(window, "east")));
        QVERIFY(m_keychain.entries.empty());

        QTRY_VERIFY(latency->endpoints().row(0).lacksKey());
        dialog = changing(window, latency);
        child<QLineEdit>(dialog, "endpointKey")->setText(secret);
        child<QPushButton>(dialog, "endpointAccept")->click();
        QTRY_VERIFY(!hasDialog(window));
        QTRY_VERIFY(data::keyIsInKeychain(*stored(window, "east")) &&
                    !latency->endpoints().row(0).lacksKey());
        child<QListView>(latency, "endpointList")->setCurrentIndex(latency->endpoints().index(0));
        dialogs::setNextConfirmation(true);
        window.actions->find(QStringLiteral("latency.removeEndpoint"))->trigger();
        QTRY_COMPARE(latency->endpoints().rowCount(), 0);
        QTRY_VERIFY(m_keychain.entries.empty());
        QCOMPARE(window.issues->rowCount(), 0);
    }

    void aKeychainThatGivesNoKeyShowsInTheList() {
        ui::testing::Window window;
        LatencyWorkspace* latency = page(window);
        data::Endpoint east;
        east.name = "east";
        east.provider = "openai";
        east.model = "gpt-4o";
        east.options[data::keyPlaceOption] = data::keyPlaceKeychain; // of a library from another machine
        latency->saveEndpoint(east);
        QTRY_COMPARE(latency->endpoints().rowCount(), 1);
        QTRY_VERIFY(latency->endpoints().row(0).lacksKey());
        QCOMPARE(latency->endpoints().index(0).data(EndpointModel::DetailRole).toString(),
                 QStringLiteral("The keychain gives no key"));
    }

    void aTypedKeyIsTestedBeforeItIsKept() {
        parallax::test::TruthServer server([](const parallax::test::TruthServer::Request&) {
            return parallax::test::streamScript(3, std::chrono::milliseconds(1));
        });
        ui::testing::Window window;
        page(window);
        EndpointDialog* dialog = adding(window, QStringLiteral("here"));
        auto* provider = child<QComboBox>(dialog, "endpointProvider");
        provider->setCurrentIndex(provider->findData(QStringLiteral("vllm")));
        child<QLineEdit>(dialog, "endpointAddress")->setText(QString::fromStdString(server.url()));
        child<QLineEdit>(dialog, "endpointKey")->setText(secret);
        child<QPushButton>(dialog, "endpointTest")->click();
        QTRY_VERIFY(child<QLabel>(dialog, "endpointResult")->text().startsWith(QStringLiteral("It answers")));
        QCOMPARE(server.requests().size(), std::size_t{1});
        QVERIFY(server.requests().front().head.find("Bearer " + secret.toStdString()) != std::string::npos);
        QVERIFY(m_keychain.entries.empty());
        dialog->reject();
        QTRY_VERIFY(!hasDialog(window));
        QVERIFY(!everythingIn(window.home.path()).contains("4711"));
    }
};

PARALLAX_WINDOW_TEST(TestEndpointKey)

} // namespace test_endpoint_key
#include "test_endpoint_key.moc"
