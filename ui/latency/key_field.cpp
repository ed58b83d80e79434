// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/latency/key_field.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>

#include "ui/common/format.h"
#include "ui/common/theme.h"

namespace parallax::ui {

KeyField::KeyField(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_remove(new QCheckBox(this)) {
    m_line->setObjectName(QStringLiteral("endpointKey"));
    m_remove->setObjectName(QStringLiteral("endpointKeyRemove"));
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_line->setMaxLength(65'536); // tokens of Vertex have thousands
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(1));
    column->addWidget(m_line);
    column->addWidget(m_remove);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // room to spare is for the words beneath
    connect(m_line, &QLineEdit::textChanged, this, &KeyField::changed);
    connect(m_remove, &QCheckBox::toggled, this, [this](bool wanted) {
        m_line->setEnabled(!wanted);
        Q_EMIT changed();
    });
    setKept(false);
}

void KeyField::setKept(bool kept) {
    m_kept = kept;
    if (!kept)
        m_remove->setChecked(false);
    m_remove->setVisible(kept);
    retranslate();
}

std::string KeyField::typed() const {
    std::string key = toStdString(m_line->text());
    std::erase_if(key, [](unsigned char c) { return c <= ' '; }); // of a paste
    return m_line->isEnabled() ? key : std::string();
}

bool KeyField::removalWanted() const {
    return m_kept && m_remove->isChecked();
}

void KeyField::clear() {
    m_line->clear();
}

void KeyField::retranslate() {
    m_line->setPlaceholderText(m_kept ? tr("In the keychain; typed here, another replaces it")
                                      : tr("Typed or pasted here, it goes into the keychain"));
    m_line->setAccessibleName(tr("Key"));
    m_remove->setText(tr("Take the key out of the keychain"));
}

void KeyField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace parallax::ui
