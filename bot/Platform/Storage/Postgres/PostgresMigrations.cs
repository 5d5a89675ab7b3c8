using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Npgsql;

namespace FastTrackBot.Platform.Storage.Postgres;

/// <summary>The schema, one numbered file after the other; the table <c>schema_version</c> holds the number of the last one that ran.</summary>
internal static class PostgresMigrations
{
    /// <summary>Any number will do that nothing else in the database locks.</summary>
    private const long Lock = 0x46617374_426F74;

    private static readonly string[] Steps = [.. Read()];

    public static int Latest => Steps.Length;

    /// <summary>
    /// Brings the schema up to date, all in one transaction: a crash half-way leaves the old schema. Of several instances that start
    /// together one does it, and the others wait and find it done.
    /// </summary>
    /// <returns>The version that was found.</returns>
    /// <exception cref="InvalidOperationException">A newer version of the bot wrote this database.</exception>
    public static int Run(NpgsqlConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, $"SELECT pg_advisory_xact_lock({Lock})");
        Execute(connection, "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)");
        using var command = new NpgsqlCommand("SELECT version FROM schema_version", connection);
        var found = command.ExecuteScalar() as int? ?? 0;
        if (found > Latest)
        {
            throw new InvalidOperationException(
                $"The database has schema {found}, this version of the bot knows up to {Latest}. Start the newer bot again, or restore a backup.");
        }

        if (found == Latest) return found;
        foreach (var step in Steps.Skip(found)) Execute(connection, step);
        Execute(connection, $"DELETE FROM schema_version; INSERT INTO schema_version VALUES ({Latest})");
        transaction.Commit();
        return found;
    }

    private static IEnumerable<string> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        for (var number = 1; ; number++)
        {
            using var file = assembly.GetManifestResourceStream($"Platform/Storage/Postgres/Migrations/{number:000}.sql");
            if (file is null) yield break;
            using var text = new StreamReader(file);
            yield return text.ReadToEnd();
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a constant or a file of the program.")]
    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
