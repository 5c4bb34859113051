-- Captchas and questions to keys and to the national platform that had their one use, until they expire.
CREATE TABLE spent_tokens (
    nonce INTEGER NOT NULL PRIMARY KEY,
    expires_at TEXT NOT NULL
);
CREATE INDEX ix_spent_tokens_expires_at ON spent_tokens (expires_at);
