using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

/// <summary>The schema, one numbered step after the other; <c>PRAGMA user_version</c> holds the number of the last step that ran.</summary>
internal static class SqliteMigrations
{
    private static readonly string[] Steps =
    [
        // 1: documents with versions; the record of turns, oldest first. Activity ids mostly grow with time, so with them in front
        // the index grows at its end, and the turns of a transaction share its pages.
        """
        CREATE TABLE documents (
            kind TEXT NOT NULL, partition TEXT NOT NULL, id TEXT NOT NULL,
            version INTEGER NOT NULL, json BLOB NOT NULL,
            PRIMARY KEY (kind, partition, id));
        CREATE TABLE turns (
            seq INTEGER PRIMARY KEY,
            conversation TEXT NOT NULL, activity TEXT NOT NULL,
            pending INTEGER NOT NULL, outcome BLOB NOT NULL,
            UNIQUE (activity, conversation));
        CREATE INDEX turns_pending ON turns (seq) WHERE pending = 1;
        """,

        // 2: what is pending stands in a table of its own: done with, only a few bytes are written, not the page with the outcome once more.
        """
        CREATE TABLE outbox (seq INTEGER PRIMARY KEY);
        INSERT INTO outbox (seq) SELECT seq FROM turns WHERE pending = 1;
        DROP INDEX turns_pending;
        ALTER TABLE turns DROP COLUMN pending;
        """,

        // 3: work. due: since when it should be done. ready: when it may be claimed next, which is later after a failure or while somebody
        // has it; NULL: given up. lease: whose it is at the moment. again: it is to be done once more, at this time. failed, reason: of the
        // last attempt. Times are Unix milliseconds.
        """
        CREATE TABLE work (
            kind TEXT NOT NULL, key TEXT NOT NULL,
            due INTEGER NOT NULL, ready INTEGER, lease BLOB, again INTEGER,
            attempts INTEGER NOT NULL DEFAULT 0, failed INTEGER, reason TEXT,
            PRIMARY KEY (kind, key)) WITHOUT ROWID;
        CREATE INDEX work_ready ON work (kind, ready);
        """,
    ];

    public static int Latest => Steps.Length;

    /// <summary>Brings the schema up to date, all in one transaction: a crash half-way leaves the old schema.</summary>
    /// <returns>The version that was found.</returns>
    /// <exception cref="InvalidOperationException">A newer version of the bot wrote this file.</exception>
    public static int Run(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        var found = (int)(long)connection.Scalar("PRAGMA user_version")!;
        if (found > Latest)
        {
            throw new InvalidOperationException(
                $"The database has schema {found}, this version of the bot knows up to {Latest}. Start the newer bot again, or restore a backup.");
        }

        foreach (var step in Steps.Skip(found)) connection.Execute(step);
        connection.Execute($"PRAGMA user_version = {Latest}");
        transaction.Commit();
        return found;
    }
}
