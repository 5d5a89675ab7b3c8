using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace FastTrackBot.Platform.Storage.Sqlite;

internal static class SqliteConnectionExtensions
{
    [SuppressMessage("Security", "CA2100", Justification = "Every statement in this folder is a constant; values travel as parameters.")]
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
        return command;
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement in this folder is a constant; values travel as parameters.")]
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement in this folder is a constant; values travel as parameters.")]
    public static object? Scalar(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
