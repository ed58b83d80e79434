// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include <algorithm>
#include <set>
#include <string>

#include "base/error.h"
#include "engine/latency/provider.h"
#include "tests/test_program.h"

namespace test_requests {

using namespace parallax;
using namespace parallax::latency;

namespace {

// An endpoint that has all that any provider asks for.
data::Endpoint endpointOf(std::string_view provider) {
    data::Endpoint endpoint;
    endpoint.name = "e";
    endpoint.provider = provider;
    endpoint.model = "M";
    endpoint.region = "us-east-1";
    endpoint.options = {{"resource", "res"}, {"api-version", "2024-10-21"}, {"project", "proj"}};
    if (provider == "simulation")
        endpoint.model = "steady";
    if (provider == "vllm" || provider == "ray-serve" || provider == "compatible")
        endpoint.baseUrl = "http://127.0.0.1:8000/";
    return endpoint;
}

HttpRequest requestOf(const data::Endpoint& endpoint, const Prompt& prompt, const std::string& key) {
    return providerById(endpoint.provider).request({endpoint, prompt, key, "20260102T030405Z"});
}

Prompt shortPrompt() {
    Prompt prompt;
    prompt.nonce = "7f3a";
    prompt.text = "count";
    return prompt;
}

HttpRequest requestOf(std::string_view provider) {
    return requestOf(endpointOf(provider), shortPrompt(), "KEY");
}

std::string headerOf(const HttpRequest& request, std::string_view name) {
    for (const auto& [key, value] : request.headers)
        if (key == name)
            return value;
    return {};
}

} // namespace

class TestRequests : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void eachProviderSendsTheseBytes_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("body");
        const auto row = [](const char* provider, const char* url, const char* header, const char* value,
                            const char* body) {
            QTest::newRow(provider) << QString::fromLatin1(url) << QString::fromLatin1(header)
                                    << QString::fromLatin1(value) << QString::fromLatin1(body);
        };
        const char* plain = R"({"model":"M","stream":true,"stream_options":{"include_usage":true},)"
                            R"("max_completion_tokens":128,"temperature":0.0,)"
                            R"("messages":[{"role":"user","content":"nonce-7f3a: count"}]})";
        const char* selfHosted = R"({"model":"M","stream":true,"stream_options":{"include_usage":true,)"
                                 R"("continuous_usage_stats":true},"max_tokens":128,"temperature":0.0,)"
                                 R"("messages":[{"role":"user","content":"nonce-7f3a: count"}]})";
        const char* google = R"({"contents":[{"role":"user","parts":[{"text":"nonce-7f3a: count"}]}],)"
                             R"("generationConfig":{"maxOutputTokens":128,"temperature":0.0,)"
                             R"("candidateCount":1}})";
        row("openai", "https://api.openai.com/v1/chat/completions", "Authorization", "Bearer KEY",
            R"({"model":"M","stream":true,"stream_options":{"include_usage":true,)"
            R"("include_obfuscation":false},"max_completion_tokens":128,"temperature":0.0,)"
            R"("messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
        row("openai-responses", "https://api.openai.com/v1/responses", "Authorization", "Bearer KEY",
            R"({"model":"M","input":"nonce-7f3a: count","max_output_tokens":128,"temperature":0.0,)"
            R"("stream":true,"stream_options":{"include_obfuscation":false}})");
        row("azure", "https://res.openai.azure.com/openai/v1/chat/completions", "api-key", "KEY", plain);
        row("azure-classic",
            "https://res.openai.azure.com/openai/deployments/M/chat/completions?api-version=2024-10-21",
            "api-key", "KEY",
            R"({"stream":true,"stream_options":{"include_usage":true},"max_completion_tokens":128,)"
            R"("temperature":0.0,"messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
        row("bedrock", "https://bedrock-runtime.us-east-1.amazonaws.com/model/M/converse-stream",
            "Authorization", "Bearer KEY",
            R"({"messages":[{"role":"user","content":[{"text":"nonce-7f3a: count"}]}],)"
            R"("inferenceConfig":{"maxTokens":128,"temperature":0.0}})");
        row("bedrock-openai", "https://bedrock-mantle.us-east-1.api.aws/v1/chat/completions", "Authorization",
            "Bearer KEY", plain);
        row("gemini",
            "https://generativelanguage.googleapis.com/v1beta/models/M:streamGenerateContent?alt=sse",
            "x-goog-api-key", "KEY", google);
        row("vertex",
            "https://us-east-1-aiplatform.googleapis.com/v1/projects/proj/locations/us-east-1/publishers/"
            "google/models/M:streamGenerateContent?alt=sse",
            "Authorization", "Bearer KEY", google);
        row("anthropic", "https://api.anthropic.com/v1/messages", "x-api-key", "KEY",
            R"({"model":"M","max_tokens":128,"temperature":0.0,"stream":true,)"
            R"("messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
        row("cohere", "https://api.cohere.com/v2/chat", "Authorization", "Bearer KEY",
            R"({"model":"M","stream":true,"max_tokens":128,"temperature":0.0,"p":0.75,)"
            R"("messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
        row("mistral", "https://api.mistral.ai/v1/chat/completions", "Authorization", "Bearer KEY",
            R"({"model":"M","stream":true,"max_tokens":128,"temperature":0.0,)"
            R"("messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
        row("oci", "https://inference.generativeai.us-east-1.oci.oraclecloud.com/openai/v1/chat/completions",
            "OpenAI-Project", "proj", plain);
        row("sagemaker",
            "https://runtime.sagemaker.us-east-1.amazonaws.com/endpoints/M/invocations-response-stream",
            "Authorization", "Bearer KEY",
            R"({"model":"M","stream":true,"stream_options":{"include_usage":true},"max_tokens":128,)"
            R"("temperature":0.0,"messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
        row("vllm", "http://127.0.0.1:8000/v1/chat/completions", "Authorization", "Bearer KEY", selfHosted);
        row("ray-serve", "http://127.0.0.1:8000/v1/chat/completions", "Authorization", "Bearer KEY",
            selfHosted);
        row("compatible", "http://127.0.0.1:8000/chat/completions", "Authorization", "Bearer KEY",
            R"({"model":"M","stream":true,"stream_options":{"include_usage":true},"max_tokens":128,)"
            R"("temperature":0.0,"messages":[{"role":"user","content":"nonce-7f3a: count"}]})");
    }
    void eachProviderSendsTheseBytes() {
        QFETCH(QString, url);
        QFETCH(QString, header);
        QFETCH(QString, value);
        QFETCH(QString, body);
        const HttpRequest request = requestOf(QTest::currentDataTag());
        QCOMPARE(QString::fromStdString(request.url), url);
        QCOMPARE(QString::fromStdString(headerOf(request, header.toStdString())), value);
        QCOMPARE(QString::fromStdString(request.body), body);
        QCOMPARE(headerOf(request, "Content-Type"), std::string("application/json"));
    }

    void everyRowIsComplete() {
        std::set<std::string_view> ids;
        for (const Provider* provider : providers()) {
            QVERIFY(ids.insert(provider->id).second);
            QVERIFY(!provider->title.empty());
            QCOMPARE(provider->keyVariable.empty(), provider->unpaid); // no key for one's own machine
            QVERIFY(provider->request != nullptr);
            QVERIFY((provider->event != nullptr) != (provider->transport != nullptr));
            if (provider->transport != nullptr)
                continue; // sends nothing
            const HttpRequest request = requestOf(provider->id);
            // The nonce before anything else of the prompt: prefix caches work from the front.
            const std::size_t nonce = request.body.find("nonce-7f3a: count");
            QVERIFY2(nonce != std::string::npos && request.body[nonce - 1] == '"', provider->id.data());
            // The key stands in one header and nowhere else.
            QVERIFY(request.url.find("KEY") == std::string::npos &&
                    request.body.find("KEY") == std::string::npos);
        }
        QVERIFY(ids.size() >= 16);
    }

    void onlySelfHostedEndpointsAreAskedForAFixedLength() {
        Prompt prompt = shortPrompt();
        prompt.fixedLength = true;
        prompt.seed = 7;
        for (const Provider* provider : providers()) {
            if (provider->transport != nullptr)
                continue;
            const bool extras =
                provider->id == "vllm" || provider->id == "ray-serve" || provider->id == "parallax";
            const std::string body = requestOf(endpointOf(provider->id), prompt, "KEY").body;
            QCOMPARE(body.find("ignore_eos") != std::string::npos, extras);
            QCOMPARE(body.find("\"min_tokens\":128") != std::string::npos, extras);
            QCOMPARE(body.find("continuous_usage_stats") != std::string::npos, extras);
        }
        QVERIFY(requestOf(endpointOf("mistral"), prompt, "").body.find("\"random_seed\":7") !=
                std::string::npos);
    }

    void bedrockIsSignedWhereTheKeyIsAPair() {
        data::Endpoint endpoint = endpointOf("bedrock");
        endpoint.model = "amazon.nova-lite-v1:0";
        const HttpRequest request =
            requestOf(endpoint, shortPrompt(), "AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY:TOKEN");
        QVERIFY(request.url.ends_with("/model/amazon.nova-lite-v1%3A0/converse-stream"));
        QVERIFY(headerOf(request, "Authorization")
                    .starts_with("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/"
                                 "aws4_request, SignedHeaders=content-type;host;x-amz-date;"
                                 "x-amz-security-token, Signature="));
        QCOMPARE(headerOf(request, "x-amz-date"), std::string("20260102T030405Z"));
        QCOMPARE(headerOf(request, "x-amz-security-token"), std::string("TOKEN"));
        for (const auto& [name, value] : request.headers)
            QVERIFY(value.find("wJalr") == std::string::npos);
    }

    void vertexHasAddressesOfThreeShapes() {
        const auto hostIn = [](const char* region) {
            data::Endpoint endpoint = endpointOf("vertex");
            endpoint.region = region;
            const std::string url = requestOf(endpoint, shortPrompt(), "KEY").url;
            return url.substr(8, url.find('/', 8) - 8);
        };
        QCOMPARE(hostIn("global"), std::string("aiplatform.googleapis.com"));
        QCOMPARE(hostIn("eu"), std::string("aiplatform.eu.rep.googleapis.com"));
        QCOMPARE(hostIn("asia-east1"), std::string("asia-east1-aiplatform.googleapis.com"));
    }

    void whatAnEndpointLacksIsSaidBeforeAnythingIsSent() {
        const auto fails = [](data::Endpoint endpoint) {
            try {
                requestOf(endpoint, shortPrompt(), "KEY");
                return std::string();
            } catch (const Error& error) {
                return error.args().at(0);
            }
        };
        data::Endpoint endpoint = endpointOf("openai");
        endpoint.model.clear();
        QVERIFY(fails(endpoint).ends_with("has no model"));
        endpoint = endpointOf("azure-classic");
        endpoint.options.erase("api-version");
        QVERIFY(fails(endpoint).ends_with("has no api-version"));
        endpoint = endpointOf("bedrock");
        endpoint.region.clear();
        QVERIFY(fails(endpoint).ends_with("has no region"));
        endpoint = endpointOf("vllm");
        endpoint.baseUrl.clear();
        QVERIFY(fails(endpoint).ends_with("has no base-url"));
        endpoint.provider = "nobody";
        QVERIFY(fails(endpoint).find("nobody") != std::string::npos);
    }

    void anAddressIsEnteredWithItsPathOrWithout() {
        for (const char* const provider : {"vllm", "ray-serve"})
            for (const char* const address : {"http://127.0.0.1:8000", "http://127.0.0.1:8000/v1/"}) {
                data::Endpoint endpoint = endpointOf(provider);
                endpoint.baseUrl = address;
                QCOMPARE(requestOf(endpoint, shortPrompt(), "K").url,
                         std::string("http://127.0.0.1:8000/v1/chat/completions"));
            }
        data::Endpoint endpoint = endpointOf("azure");
        endpoint.baseUrl = "https://res.openai.azure.com/openai/v1/";
        QCOMPARE(requestOf(endpoint, shortPrompt(), "K").url,
                 std::string("https://res.openai.azure.com/openai/v1/chat/completions"));
    }

    void namesInAddressesAreEncoded() {
        data::Endpoint endpoint = endpointOf("azure-classic");
        endpoint.model = "a/b?c#d e";
        QVERIFY(requestOf(endpoint, shortPrompt(), "K").url.find("/deployments/a%2Fb%3Fc%23d%20e/chat") !=
                std::string::npos);
        endpoint = endpointOf("bedrock");
        endpoint.region = "evil.example/";
        QVERIFY(requestOf(endpoint, shortPrompt(), "K").url.find("bedrock-runtime.evil.example%2F.amazon") !=
                std::string::npos);
    }
};

PARALLAX_TEST(TestRequests)

} // namespace test_requests
#include "test_requests.moc"
