// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The Models page: a file is opened, shown, asked and stopped.

#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include "engine/inference/made_up.h"
#include "tests/engine/tiny_model.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/models/device_text.h"
#include "ui/models/models_workspace.h"

namespace test_models {

using namespace parallax;
using namespace parallax::ui;

class TestModels final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char* name, const std::string& bytes) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes.data(), qint64(bytes.size())) < 0)
            qFatal("no room for a test's model");
        return path;
    }
    static ModelsWorkspace* page(ui::testing::Window& window) {
        window->showWorkspace(QStringLiteral("models"));
        return window->findChild<ModelsWorkspace*>();
    }

  private Q_SLOTS:
    void aFileIsOpenedShownAndAsked() {
        ui::testing::Window window;
        ModelsWorkspace* models = page(window);
        QVERIFY(models != nullptr);
        dialogs::setNextPaths({file("tiny.gguf", parallax::test::makeTinyModel({}))});
        QTest::mouseClick(models->findChild<QPushButton*>(QStringLiteral("openModel")), Qt::LeftButton);
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        QCOMPARE(models->findChild<QLabel*>(QStringLiteral("modelName"))->text(), QStringLiteral("tiny"));
        QStringList facts;
        for (const QLabel* label :
             models->findChild<QWidget*>(QStringLiteral("modelFacts"))->findChildren<QLabel*>())
            facts << label->text();
        QVERIFY2(facts.contains(QStringLiteral("llama")), qPrintable(facts.join(QLatin1Char('|'))));
        QVERIFY(facts.join(QLatin1Char('|')).contains(QStringLiteral("4,096 tokens")));

        auto* run = models->findChild<QPushButton*>(QStringLiteral("modelRun"));
        auto* stop = models->findChild<QPushButton*>(QStringLiteral("modelStop"));
        QVERIFY(!run->isEnabled()); // there is nothing to answer yet
        QVERIFY(!stop->isEnabled());
        ui::testing::typeText(models->findChild<QPlainTextEdit*>(QStringLiteral("modelPrompt")),
                              QStringLiteral("Hello"));
        QVERIFY(run->isEnabled());
        models->findChild<QSpinBox*>(QStringLiteral("modelMost"))->setValue(20);
        QTest::mouseClick(run, Qt::LeftButton);
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        QTRY_VERIFY(models->session().figures().finish != inference::Finish::None);
        QVERIFY(!models->session().problem().has_value());
        const QString figures = models->findChild<QLabel*>(QStringLiteral("modelFigures"))->text();
        QVERIFY2(figures.contains(QStringLiteral("first token after")), qPrintable(figures));
        QVERIFY2(figures.contains(QStringLiteral("tokens per second")), qPrintable(figures));
        const QString device = models->findChild<QLabel*>(QStringLiteral("modelDeviceFigures"))->text();
        QVERIFY2(device.contains(QStringLiteral("read per second")), qPrintable(device));
        // Whoever has a card sees it used; whoever has none is told why.
        QCOMPARE(device.contains(QStringLiteral("Not on a graphics card: ")),
                 models->session().device().startsWith(QStringLiteral("CPU")));
    }

    void aCardIsToldWithItsMemoryAndItsBandwidth() {
        inference::EngineStats stats;
        QCOMPARE(deviceFigures(stats), QString());
        stats.memory = {18'200'000'000, 141'000'000'000};
        stats.bytesPerSecond = 3.9e12;
        stats.bandwidthShare = 0.812;
        QCOMPARE(deviceFigures(stats), QStringLiteral("18.2 GB of 141.0 GB of the card's memory in use · "
                                                      "3.9 TB read per second · 81 % of its bandwidth"));
        QCOMPARE(deviceText({"NVIDIA H200", "sm_90a", 0, 4.8e12}), QStringLiteral("NVIDIA H200 sm_90a"));
        QCOMPARE(deviceText({"CPU", "avx2", 1, 0}), QStringLiteral("CPU avx2, 1 thread"));
        for (const char* reason : {inference::builtWithoutCuda, inference::noUsableCard, "it is lost"})
            QCOMPARE(whyNotOnCard(reason),
                     QStringLiteral("Not on a graphics card: ") + QLatin1String(reason));
    }

    void stopActsAtOnce() {
        ui::testing::Window window;
        ModelsWorkspace* models = page(window);
        // A model that never ends of its own accord.
        QByteArray bytes = QByteArray::fromStdString(parallax::test::makeTinyModel({}));
        for (const char* end : {"</s>", "<|im_end|>", "tokenizer.ggml.eos_token_id"})
            bytes.replace(end, QByteArray(qsizetype(qstrlen(end)), 'x'));
        models->open(file("endless.gguf", bytes.toStdString()));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        models->session().ask(QStringLiteral("Go on"), false, 1, 4000);
        QTRY_VERIFY(models->session().figures().answerTokens > 2);
        QCOMPARE(models->session().state(), ModelSession::State::Answering);
        auto* answer = models->findChild<QPlainTextEdit*>(QStringLiteral("modelAnswer"));
        QTest::mouseClick(models->findChild<QPushButton*>(QStringLiteral("modelStop")), Qt::LeftButton);
        QCOMPARE(models->session().state(), ModelSession::State::Ready); // before the engine says anything
        QCOMPARE(models->session().figures().finish, inference::Finish::Cancelled);
        const QString text = answer->toPlainText();
        QTest::qWait(200);
        QCOMPARE(answer->toPlainText(), text);
        // And it can be asked again.
        models->session().ask(QStringLiteral("Again"), false, 0, 3);
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        QVERIFY(!models->session().problem().has_value());
    }

    void aDroppedFileIsOpened() {
        ui::testing::Window window;
        ModelsWorkspace* models = page(window);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("dropped.gguf", parallax::test::makeTinyModel({})))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(models, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(models, &drop);
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        QVERIFY(models->session().summary().path.endsWith(QStringLiteral("dropped.gguf")));
    }

    void whatCannotBeOpenedOrRunSaysWhyInWords() {
        ui::testing::Window window;
        ModelsWorkspace* models = page(window);
        models->open(file("text.gguf", "no model at all, only text of some length"));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Broken);
        QVERIFY(models->findChild<QPushButton*>(QStringLiteral("openModel"))->isVisible());

        parallax::test::TinyModel other;
        other.architecture = "mystery";
        models->open(file("mystery.gguf", parallax::test::makeTinyModel(other)));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Unusable);
        auto* problem = models->findChild<QLabel*>(QStringLiteral("modelProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY2(problem->text().contains(QStringLiteral("mystery")), qPrintable(problem->text()));
        QVERIFY(!models->findChild<QPushButton*>(QStringLiteral("modelRun"))->isEnabled());

        models->open(file("tiny.gguf", parallax::test::makeTinyModel({})));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        models->session().ask(QString(6000, QLatin1Char('x')), false, 0, 5); // more than the context
        QCOMPARE(models->session().state(), ModelSession::State::Answering); // the prompt is being prepared
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        QVERIFY(problem->isVisible());
        QVERIFY(!problem->text().isEmpty());

        models->session().ask(QString(40, QLatin1Char('x')), false, 0, 5);
        models->session().stop(); // before it was asked at all
        QCOMPARE(models->session().state(), ModelSession::State::Ready);
        QTest::qWait(50);
        QCOMPARE(models->session().state(), ModelSession::State::Ready);
    }

    void thePageIsTheSameInAnotherLanguage() {
        ui::testing::Window window({}, QStringLiteral("zh_TW"));
        ModelsWorkspace* models = page(window);
        models->open(file("tiny.gguf", parallax::test::makeTinyModel({})));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        const QString chinese = models->findChild<QPushButton*>(QStringLiteral("modelRun"))->text();
        window.settings->setInterfaceLanguage(QStringLiteral("en"));
        QTRY_COMPARE(models->findChild<QPushButton*>(QStringLiteral("modelRun"))->text(),
                     QStringLiteral("Run"));
        QVERIFY(chinese != QStringLiteral("Run"));
        QCOMPARE(models->session().state(), ModelSession::State::Ready);
    }
};

PARALLAX_WINDOW_TEST(TestModels)

} // namespace test_models
#include "test_models.moc"
