using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Bot;

/// <summary>An Adaptive Card as a person sees it: its words, its inputs, its buttons.</summary>
/// <param name="MessageId">The message that it stands in.</param>
public sealed record Card(string MessageId, JsonObject Json)
{
    private static readonly string[] Visible = ["text", "title", "label", "value", "placeholder"];

    /// <summary>Every word on the card, a line each; a choice shows its title, and inputs show what is filled in.</summary>
    public string Text => string.Join('\n', Words(Json));

    public IReadOnlyList<string> Buttons => [.. Actions.Select(action => Value(action, "title"))];

    /// <summary>The inputs, with what is filled in.</summary>
    public IReadOnlyDictionary<string, string> Inputs =>
        InputElements.ToDictionary(input => Value(input, "id"), input => Value(input, "value"));

    public JsonObject Button(string title) =>
        Actions.FirstOrDefault(action => Value(action, "title") == title)
        ?? throw new Xunit.Sdk.XunitException($"The card has no button '{title}', only: {string.Join(", ", Buttons)}.\n{Text}");

    /// <summary>What the rows of a list are about, from the top.</summary>
    public IReadOnlyList<string> Rows => [.. RowActions.Select(action => action["data"]!["item"]!.GetValue<string>())];

    /// <summary>The action behind the row of a list.</summary>
    /// <param name="item">What the row is about: the member <c>item</c> of its data.</param>
    public JsonObject Row(string item) =>
        RowActions.FirstOrDefault(action => action["data"]!["item"]!.GetValue<string>() == item)
        ?? throw new Xunit.Sdk.XunitException($"The card has no row for '{item}'.\n{Text}");

    /// <summary>What the button sends: its data, and with it the inputs as strings, as Teams does.</summary>
    public JsonObject Submission(JsonObject button, IReadOnlyList<(string Id, string Value)> inputs)
    {
        var data = button["data"]?.DeepClone().AsObject() ?? [];
        if (Value(button, "associatedInputs") == "none")
            return data;
        foreach (var (id, value) in Inputs)
        {
            if (value.Length > 0)
                data[id] = value;
        }

        foreach (var (id, value) in inputs)
        {
            Assert.True(Inputs.ContainsKey(id), $"The card has no input '{id}', only: {string.Join(", ", Inputs.Keys)}");
            data[id] = value;
        }

        foreach (var input in InputElements.Where(input => input["isRequired"]?.GetValue<bool>() is true))
            Assert.True(data[Value(input, "id")] is { } value && value.GetValue<string>().Length > 0, $"Teams would not send this: '{Value(input, "id")}' is required.");
        return data;
    }

    private IEnumerable<JsonObject> Actions => Objects(Json).Where(element => Value(element, "type").StartsWith("Action.", StringComparison.Ordinal));

    private IEnumerable<JsonObject> RowActions => Actions.Where(action => action.Parent is JsonObject && action.GetPropertyName() == "selectAction" && action["data"]?["item"] is not null);

    private IEnumerable<JsonObject> InputElements => Objects(Json).Where(element => Value(element, "type").StartsWith("Input.", StringComparison.Ordinal));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.Where(member => member.Key != "data").SelectMany(member => Objects(member.Value))],
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<string> Words(JsonNode? node)
    {
        foreach (var element in Objects(node))
        {
            // A choice's value is for the bot, not for the eye.
            var isChoice = element.Parent is JsonArray && element.Count == 2 && element.ContainsKey("title") && element.Parent.GetPropertyName() == "choices";
            foreach (var name in Visible)
            {
                if (Value(element, name) is { Length: > 0 } text && !(isChoice && name == "value"))
                    yield return text;
            }
        }
    }

    private static string Value(JsonObject element, string name) =>
        element[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
