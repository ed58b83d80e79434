// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <string>

#include "engine/latency/digest.h"
#include "engine/latency/sigv4.h"
#include "tests/test_program.h"

namespace test_sigv4 {

using namespace parallax::latency;

namespace {

const AwsCredentials example{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", {}};

// A request of AWS's published Signature Version 4 test suite.
AwsRequest suite(const std::string& method, const std::string& query = {}) {
    AwsRequest request;
    request.method = method;
    request.query = query;
    request.headers = {{"Host", "example.amazonaws.com"}};
    request.region = "us-east-1";
    request.service = "service";
    request.time = "20150830T123600Z";
    return request;
}

} // namespace

class TestSigv4 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void signsTheRequestsOfThePublishedSuite_data() {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("signature");
        const auto row = [](const char* name, const char* method, const char* query, const char* header,
                            const char* value, const char* signature) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(query) << QByteArray(header)
                                << QByteArray(value) << QByteArray(signature);
        };
        row("get-vanilla", "GET", "", "", "",
            "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        row("get-vanilla-query-order-key-case", "GET", "Param2=value2&Param1=value1", "", "",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500");
        row("get-vanilla-query-order-value", "GET", "Param1=Value1&Param1=value2", "", "",
            "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1");
        row("post-vanilla", "POST", "", "", "",
            "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
        row("post-header-value-case", "POST", "", "My-Header1", "VALUE1",
            "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d");
        row("get-header-key-duplicate", "GET", "", "My-Header1", "value2,value2,value1",
            "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");
    }
    void signsTheRequestsOfThePublishedSuite() {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, signature);
        AwsRequest request = suite(method.toStdString(), query.toStdString());
        if (!header.isEmpty())
            request.headers.emplace_back(header.toStdString(), value.toStdString());
        QCOMPARE(signAws(request, example).signature, signature.toStdString());
    }

    void joinsTheValuesOfAHeaderThatComesSeveralTimes() {
        AwsRequest request = suite("GET");
        for (const char* value : {"value2", "  value2 ", "value1"})
            request.headers.emplace_back("my-header1", value);
        QCOMPARE(signAws(request, example).signature,
                 std::string("c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"));
    }

    // post-sts-header-before of the suite: the token is signed.
    void signsTheTokenOfTemporaryCredentials() {
        AwsCredentials temporary = example;
        temporary.sessionToken =
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeo"
            "IYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5V"
            "SXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yj"
            "c8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==";
        const AwsSignature signed_ = signAws(suite("POST"), temporary);
        QCOMPARE(signed_.signature,
                 std::string("85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead"));
        QCOMPARE(signed_.headers.size(), std::size_t{3});
    }

    // design/latency.md §4.3.2, made with botocore 1.43.11: the ":" of a model id is encoded twice.
    void encodesThePathOfABedrockModelTwice() {
        AwsRequest request;
        request.path = "/model/" + percentEncoded("amazon.nova-lite-v1:0") + "/converse-stream";
        request.headers = {{"content-type", "application/json"},
                           {"host", "bedrock-runtime.us-east-1.amazonaws.com"}};
        request.body = R"({"messages":[{"role":"user","content":[{"text":"hi"}]}]})";
        request.region = "us-east-1";
        request.service = "bedrock";
        request.time = "20260102T030405Z";
        AwsCredentials temporary = example;
        temporary.sessionToken = "TOKENEXAMPLE";
        const AwsSignature made = signAws(request, temporary);
        QCOMPARE(made.canonicalRequest,
                 std::string("POST\n/model/amazon.nova-lite-v1%253A0/converse-stream\n\n"
                             "content-type:application/json\nhost:bedrock-runtime.us-east-1.amazonaws.com\n"
                             "x-amz-date:20260102T030405Z\nx-amz-security-token:TOKENEXAMPLE\n\n"
                             "content-type;host;x-amz-date;x-amz-security-token\n"
                             "c3335e07d6e89650bf94cb98664be69f8774dbc3198df221f113db0a59ea14f0"));
        QCOMPARE(made.stringToSign,
                 std::string("AWS4-HMAC-SHA256\n20260102T030405Z\n20260102/us-east-1/bedrock/aws4_request\n"
                             "1c39e7982e7ee4c1470955fb779b6e6330107383e1cfded218ea897c642f6e64"));
        QCOMPARE(
            made.authorization,
            std::string("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/aws4_request, "
                        "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature="
                        "0c3c84735312f62a0d926e9c496563dce0d3c676ec2857c4438d350cd4c113a1"));
    }

    // RFC 4231, test case 2, and FIPS 180-2, appendix B.1.
    void digestsAreThoseOfTheStandards() {
        QCOMPARE(hex(hmacSha256("Jefe", "what do ya want for nothing?")),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(hex(sha256("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

PARALLAX_TEST(TestSigv4)

} // namespace test_sigv4
#include "test_sigv4.moc"
