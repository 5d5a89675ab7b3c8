using System.Text;

namespace FastTrackBot.Platform.Graph.Tenant;

/// <summary>
/// A report's CSV, read by the names of its columns: Microsoft adds columns without notice. Quotes, line breaks within them, and
/// the mark in front of the first name are understood (https://www.rfc-editor.org/rfc/rfc4180).
/// </summary>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns;

    private CsvTable(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        _columns = head.Select((name, at) => (Name: name.Trim(), At: at)).DistinctBy(column => column.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(column => column.Name, column => column.At, StringComparer.OrdinalIgnoreCase);
        Rows = rows;
    }

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <exception cref="FormatException">There is not even a head.</exception>
    public static CsvTable Parse(string text)
    {
        var lines = Lines(text.TrimStart('\uFEFF')).Where(line => line is not [""]).ToList();
        return lines.Count == 0 ? throw new FormatException("The report has no head.") : new CsvTable(lines[0], lines[1..]);
    }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Empty where the row or the head is too short.</summary>
    public string this[IReadOnlyList<string> row, string column] =>
        _columns.TryGetValue(column, out var at) && at < row.Count ? row[at] : "";

    private static IEnumerable<List<string>> Lines(string text)
    {
        List<string> line = [];
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append(text[++i]);
            }
            else if (character == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || character is not (',' or '\n' or '\r'))
            {
                field.Append(character);
            }
            else if (character != '\r')
            {
                line.Add(field.ToString());
                field.Clear();
                if (character == ',') continue;
                yield return line;
                line = [];
            }
        }

        line.Add(field.ToString());
        yield return line;
    }
}
