using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace FastTrackBot.Tests.Platform.BotFramework;

/// <summary>Damages an activity; the same seed always in the same way.</summary>
public sealed class ActivityMutator(int seed)
{
    private static readonly string[] Strings =
        ["", " ", "\0", "\r\n", "null", "true", "-1", "1e999", "..", "../../x", "%s%n", "{0}", "<at>x</at>", "'; DROP TABLE turns;--", "😀", "\u202Eabc", "message", "invoke"];

    private readonly Random _random = new(seed);

    public byte[] Mutate(JsonObject activity)
    {
        var copy = activity.DeepClone().AsObject();
        copy["id"] = string.Create(CultureInfo.InvariantCulture, $"mutated-{seed}");
        for (var i = _random.Next(1, 4); i > 0; i--)
            Damage(copy);
        return DamageBytes(copy.ToJsonString());
    }

    private void Damage(JsonObject activity)
    {
        var parents = Objects(activity).Where(parent => parent.Count > 0).ToList();
        if (parents.Count == 0)
            return;
        var parent = parents[_random.Next(parents.Count)];
        var name = parent.ElementAt(_random.Next(parent.Count)).Key;
        var value = parent[name]?.DeepClone();
        switch (_random.Next(8))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[name] = null;
                break;
            case 2:
                parent.Remove(name);
                parent[_random.Next(2) == 0 ? name.ToUpperInvariant() : name + "x"] = value;
                break;
            case 3:
                parent[name] = Anything();
                break;
            case 4:
                parent[name] = new JsonArray(value, null, value?.DeepClone());
                break;
            case 5:
                parent[name] = new JsonObject { [name] = value };
                break;
            case 6:
                parent[name] = Nested(_random.Next(1, 100));
                break;
            default:
                parent[name] = new string((char)_random.Next('!', 'z'), _random.Next(1, 5_000));
                break;
        }
    }

    private JsonNode? Anything() => _random.Next(7) switch
    {
        0 => _random.Next(-5, 5),
        1 => double.MaxValue,
        2 => _random.Next(2) == 0,
        3 => new JsonArray(),
        4 => new JsonObject(),
        5 => new JsonArray(1, "x", null),
        _ => Strings[_random.Next(Strings.Length)],
    };

    private static JsonNode Nested(int depth)
    {
        JsonNode node = new JsonObject();
        for (var i = 0; i < depth; i++)
            node = i % 2 == 0 ? new JsonArray(node) : new JsonObject { ["id"] = node };
        return node;
    }

    /// <summary>Most bodies stay JSON, so that more than the parser is tried.</summary>
    private byte[] DamageBytes(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        switch (_random.Next(10))
        {
            case 0:
                return bytes[.._random.Next(bytes.Length)];
            case 1:
                for (var i = _random.Next(1, 6); i > 0; i--)
                    bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 2:
                // The same property twice, and half a surrogate pair: JSON can say it, a JsonNode cannot.
                return Encoding.UTF8.GetBytes($"{{\"value\":{{\"\\ud800\":1,\"x\":\"\\udc00\"}},\"type\":\"message\",{json[1..]}");
            default:
                return bytes;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.SelectMany(member => Objects(member.Value))],
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
