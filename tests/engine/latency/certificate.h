// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace parallax::test {

// A certificate made for one test, signed by itself.
class Certificate {
  public:
    // Valid from and to so many seconds from now.
    explicit Certificate(const std::string& name, long from = -3600, long to = 3600) {
        m_key = EVP_EC_gen("P-256");
        m_certificate = X509_new();
        X509_set_version(m_certificate, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(m_certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(m_certificate), from);
        X509_gmtime_adj(X509_getm_notAfter(m_certificate), to);
        X509_set_pubkey(m_certificate, m_key);
        X509_NAME* subject = X509_get_subject_name(m_certificate);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                   reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
        X509_set_issuer_name(m_certificate, subject);
        X509_EXTENSION* names =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + name).c_str());
        X509_add_ext(m_certificate, names, -1);
        X509_EXTENSION_free(names);
        if (X509_sign(m_certificate, m_key, EVP_sha256()) == 0)
            std::abort();
    }
    ~Certificate() {
        X509_free(m_certificate);
        EVP_PKEY_free(m_key);
    }
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;

    void speakOnly(int version) { m_version = version; } // of TLS

    SSL_CTX* context() const {
        SSL_CTX* context = SSL_CTX_new(TLS_server_method());
        if (m_version != 0) {
            SSL_CTX_set_min_proto_version(context, m_version);
            SSL_CTX_set_max_proto_version(context, m_version);
        }
        SSL_CTX_use_certificate(context, m_certificate);
        SSL_CTX_use_PrivateKey(context, m_key);
        SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        return context;
    }

    void write(const std::string& path) const {
        std::FILE* file = std::fopen(path.c_str(), "w");
        if (file == nullptr || PEM_write_X509(file, m_certificate) == 0)
            std::abort();
        std::fclose(file);
    }

    void writeKey(const std::string& path) const {
        std::FILE* file = std::fopen(path.c_str(), "w");
        if (file == nullptr || PEM_write_PrivateKey(file, m_key, nullptr, nullptr, 0, nullptr, nullptr) == 0)
            std::abort();
        std::fclose(file);
    }

  private:
    EVP_PKEY* m_key = nullptr;
    X509* m_certificate = nullptr;
    int m_version = 0;
};

} // namespace parallax::test
