CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE tickets (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  subject text NOT NULL,
  status text NOT NULL DEFAULT 'open',
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tickets_status ON tickets (status, created_at DESC);
CREATE TABLE comments (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL REFERENCES tickets (id),
  author_id uuid NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX comments_ticket_id ON comments (ticket_id, created_at);
CREATE TABLE idempotency_keys (key text PRIMARY KEY, status integer, body text, expires_at timestamptz NOT NULL);
