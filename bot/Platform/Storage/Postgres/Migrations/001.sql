-- The tables are those of the SQLite store. Text is compared byte by byte (COLLATE "C"), so that the order does not hang on the server's language.
-- Times of work are Unix milliseconds of the bot's clock; those of the outbox are the server's own, which all instances share.

CREATE TABLE documents (
    kind text COLLATE "C" NOT NULL, partition text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
    version bigint NOT NULL, json bytea NOT NULL,
    PRIMARY KEY (kind, partition, id));

-- Each batch of commits takes one number and counts its turns up from there; a batch has fewer commits than the step.
CREATE SEQUENCE turn_numbers INCREMENT 1000;

CREATE TABLE turns (
    seq bigint PRIMARY KEY,
    conversation text COLLATE "C" NOT NULL, activity text COLLATE "C" NOT NULL,
    outcome bytea NOT NULL, had timestamptz NOT NULL DEFAULT now(),
    UNIQUE (activity, conversation));
CREATE INDEX turns_had ON turns (had);

-- Turns whose messages are not out yet. The instance that had the turn sends them; another may when that one has been silent until then.
CREATE TABLE outbox (seq bigint PRIMARY KEY, owner uuid NOT NULL, until timestamptz NOT NULL);
CREATE INDEX outbox_owner ON outbox (owner);

CREATE TABLE work (
    kind text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
    due bigint NOT NULL, ready bigint, lease uuid, again bigint,
    attempts integer NOT NULL DEFAULT 0, failed bigint, reason text,
    PRIMARY KEY (kind, key));
CREATE INDEX work_ready ON work (kind, ready) WHERE ready IS NOT NULL;

-- Applies several commits in one call, each for itself: the rows that come back name those of which nothing was written, and why.
-- A batch holds no document, turn or claim twice. What is there is locked first, in one order for all instances, so that none waits in a circle.
CREATE FUNCTION apply_commits(
    instance uuid, lease interval,
    doc_commit integer[], doc_kind text[], doc_partition text[], doc_id text[], doc_expected bigint[], doc_json bytea[],
    turn_commit integer[], turn_conversation text[], turn_activity text[], turn_outcome bytea[], turn_pending boolean[],
    work_commit integer[], work_kind text[], work_key text[], work_due bigint[],
    end_commit integer[], end_kind text[], end_key text[], end_lease uuid[], end_outcome integer[], end_at bigint[], end_ready bigint[], end_reason text[],
    sent_conversation text[], sent_activity text[])
RETURNS TABLE (commit integer, result integer, document integer, earlier bytea, pending boolean)
LANGUAGE plpgsql
-- The arrays are short beside the tables, whatever the planner knows of them: each row is looked up by its key.
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    changed integer[] := '{}';
    changed_document integer[] := '{}';
    not_held integer[] := '{}';
    lost integer[] := '{}';
    first_turn bigint;
    had integer[] := '{}';
BEGIN
    IF cardinality(doc_commit) > 0 THEN
        PERFORM 1 FROM documents d JOIN unnest(doc_kind, doc_partition, doc_id) w (kind, partition, id) USING (kind, partition, id)
        ORDER BY d.kind, d.partition, d.id FOR UPDATE OF d;

        SELECT coalesce(array_agg(w.commit ORDER BY w.n), '{}'), coalesce(array_agg(w.n ORDER BY w.n), '{}') INTO changed, changed_document
        FROM unnest(doc_commit, doc_kind, doc_partition, doc_id, doc_expected) WITH ORDINALITY w (commit, kind, partition, id, expected, n)
            LEFT JOIN documents d USING (kind, partition, id)
        WHERE w.expected <> -1 AND w.expected <> coalesce(d.version, 0);
    END IF;

    IF cardinality(work_commit) + cardinality(end_commit) > 0 THEN
        PERFORM 1 FROM work w JOIN (SELECT DISTINCT * FROM unnest(work_kind || end_kind, work_key || end_key) k (kind, key)) k USING (kind, key)
        ORDER BY w.kind, w.key FOR UPDATE OF w;
    END IF;

    IF cardinality(end_commit) > 0 THEN
        SELECT coalesce(array_agg(e.commit), '{}') INTO not_held
        FROM unnest(end_commit, end_kind, end_key, end_lease) e (commit, kind, key, lease) LEFT JOIN work w USING (kind, key)
        WHERE w.lease IS DISTINCT FROM e.lease AND e.commit <> ALL (changed);
    END IF;

    lost := changed || not_held;
    IF cardinality(turn_commit) > 0 THEN
        first_turn := nextval('turn_numbers');
        WITH taken AS (
            INSERT INTO turns (seq, conversation, activity, outcome)
            SELECT first_turn + t.commit, t.conversation, t.activity, t.outcome
            FROM unnest(turn_commit, turn_conversation, turn_activity, turn_outcome) t (commit, conversation, activity, outcome)
            WHERE t.commit <> ALL (lost) ORDER BY t.activity, t.conversation
            ON CONFLICT DO NOTHING
            RETURNING turns.seq)
        SELECT coalesce(array_agg(t.commit), '{}') INTO had
        FROM unnest(turn_commit) t (commit) WHERE t.commit <> ALL (lost) AND first_turn + t.commit NOT IN (SELECT seq FROM taken);

        lost := lost || had;
        INSERT INTO outbox (seq, owner, until)
        SELECT first_turn + t.commit, instance, now() + lease FROM unnest(turn_commit, turn_pending) t (commit, pending)
        WHERE t.pending AND t.commit <> ALL (lost);
    END IF;

    IF cardinality(doc_commit) > 0 THEN
        DELETE FROM documents d USING unnest(doc_commit, doc_kind, doc_partition, doc_id, doc_json) w (commit, kind, partition, id, json)
        WHERE w.json IS NULL AND w.commit <> ALL (lost) AND (d.kind, d.partition, d.id) = (w.kind, w.partition, w.id);

        INSERT INTO documents (kind, partition, id, version, json)
        SELECT w.kind, w.partition, w.id, 1, w.json
        FROM unnest(doc_commit, doc_kind, doc_partition, doc_id, doc_expected, doc_json) w (commit, kind, partition, id, expected, json)
        WHERE w.json IS NOT NULL AND w.expected <> 0 AND w.commit <> ALL (lost) ORDER BY w.kind, w.partition, w.id
        ON CONFLICT (kind, partition, id) DO UPDATE SET version = documents.version + 1, json = excluded.json;

        -- Nothing was there to lock: another instance may make the same document at this moment. It fails on it, and the batch is done anew.
        INSERT INTO documents (kind, partition, id, version, json)
        SELECT w.kind, w.partition, w.id, 1, w.json
        FROM unnest(doc_commit, doc_kind, doc_partition, doc_id, doc_expected, doc_json) w (commit, kind, partition, id, expected, json)
        WHERE w.json IS NOT NULL AND w.expected = 0 AND w.commit <> ALL (lost) ORDER BY w.kind, w.partition, w.id;
    END IF;

    -- A failure's pause stands, whoever queues meanwhile: the service may have asked for it.
    IF cardinality(work_commit) > 0 THEN
        INSERT INTO work (kind, key, due, ready)
        SELECT q.kind, q.key, min(q.due), min(q.due) FROM unnest(work_commit, work_kind, work_key, work_due) q (commit, kind, key, due)
        WHERE q.commit <> ALL (lost) GROUP BY q.kind, q.key ORDER BY q.kind, q.key
        ON CONFLICT (kind, key) DO UPDATE SET
            due = CASE WHEN work.ready IS NULL THEN excluded.due WHEN work.lease IS NULL THEN least(work.due, excluded.due) ELSE work.due END,
            ready = CASE
                WHEN work.ready IS NULL THEN excluded.due
                WHEN work.lease IS NULL AND work.reason IS NULL THEN least(work.ready, excluded.due)
                ELSE work.ready END,
            again = CASE WHEN work.lease IS NULL THEN work.again ELSE least(work.again, excluded.due) END,
            attempts = CASE WHEN work.ready IS NULL THEN 0 ELSE work.attempts END,
            failed = CASE WHEN work.ready IS NULL THEN NULL ELSE work.failed END,
            reason = CASE WHEN work.ready IS NULL THEN NULL ELSE work.reason END;
    END IF;

    -- Outcomes: 0 done, 1 again, 2 given up, 3 released. What was queued meanwhile is done once more, or is the remedy of what was given up.
    IF cardinality(end_commit) > 0 THEN
        DELETE FROM work w USING unnest(end_commit, end_kind, end_key, end_outcome) e (commit, kind, key, outcome)
        WHERE e.outcome = 0 AND w.again IS NULL AND e.commit <> ALL (lost) AND (w.kind, w.key) = (e.kind, e.key);

        UPDATE work w SET
            due = CASE e.outcome WHEN 0 THEN w.again ELSE w.due END,
            ready = CASE e.outcome WHEN 1 THEN e.ready WHEN 3 THEN e.at ELSE w.again END,
            lease = NULL,
            again = CASE WHEN e.outcome IN (0, 2) THEN NULL ELSE w.again END,
            attempts = CASE e.outcome WHEN 0 THEN 0 WHEN 3 THEN w.attempts - 1 ELSE w.attempts END,
            failed = CASE e.outcome WHEN 0 THEN NULL WHEN 3 THEN w.failed ELSE e.at END,
            reason = CASE e.outcome WHEN 0 THEN NULL WHEN 3 THEN w.reason ELSE e.reason END
        FROM unnest(end_commit, end_kind, end_key, end_outcome, end_at, end_ready, end_reason) e (commit, kind, key, outcome, at, ready, reason)
        WHERE e.commit <> ALL (lost) AND (w.kind, w.key) = (e.kind, e.key);
    END IF;

    IF cardinality(sent_activity) > 0 THEN
        DELETE FROM outbox o USING turns t, unnest(sent_conversation, sent_activity) s (conversation, activity)
        WHERE (t.activity, t.conversation) = (s.activity, s.conversation) AND o.seq = t.seq;
    END IF;

    IF cardinality(lost) > 0 THEN
        -- A second delivery finds the documents changed by the first: it is a duplicate all the same. Results: 1 conflict, 2 duplicate, 3 lease lost.
        RETURN QUERY
        SELECT l.commit,
            CASE WHEN t.seq IS NOT NULL AND l.commit <> ALL (not_held) THEN 2 WHEN l.commit = ANY (not_held) THEN 3 ELSE 1 END,
            changed_document[array_position(changed, l.commit)],
            t.outcome,
            EXISTS (SELECT 1 FROM outbox o WHERE o.seq = t.seq AND o.owner = instance)
        FROM (SELECT DISTINCT * FROM unnest(lost) l (commit)) l
            LEFT JOIN unnest(turn_commit, turn_conversation, turn_activity) i (commit, conversation, activity) ON i.commit = l.commit
            LEFT JOIN turns t ON (t.activity, t.conversation) = (i.activity, i.conversation);
    END IF;
END $$;
